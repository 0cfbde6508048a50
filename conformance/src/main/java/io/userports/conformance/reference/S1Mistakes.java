package io.userports.conformance.reference;

/** Wrong habits of reading S1. */
final class S1Mistakes {
    private S1Mistakes() {}

    /** Takes what stands between two octets 7E for a frame, as in HDLC with transparency. */
    private static final class FlagFraming extends S1Framing {
        private static final int ESCAPE = 0x7D;
        private static final int SHORTEST = 6;

        private final byte[] frame = new byte[2048];
        private final boolean unescapes;
        private int length;
        private boolean escaped;

        FlagFraming(Frames frames, boolean unescapes) {
            super(frames);
            this.unescapes = unescapes;
        }

        @Override
        void feed(byte[] octets, int count) {
            for (int i = 0; i < count; i++) {
                if (octets[i] == FLAG) {
                    if (length >= SHORTEST && isRight(frame, 0, length)) {
                        frames.frame(frame, 0, length);
                    }
                    length = 0;
                    escaped = false;
                } else if (unescapes && octets[i] == ESCAPE) {
                    escaped = true;
                } else if (length < frame.length) {
                    frame[length++] = (byte) (escaped ? octets[i] ^ 0x20 : octets[i]);
                    escaped = false;
                }
            }
        }
    }

    static final class SplitsOn7e extends Habits {
        @Override
        S1Framing s1Framing(S1Framing.Frames frames) {
            return new FlagFraming(frames, false);
        }
    }

    static final class Unescapes7d extends Habits {
        @Override
        S1Framing s1Framing(S1Framing.Frames frames) {
            return new FlagFraming(frames, true);
        }
    }

    static final class NoFcsCheck extends Habits {
        @Override
        S1Framing s1Framing(S1Framing.Frames frames) {
            return new S1Framing(frames) {
                @Override
                boolean isRight(byte[] octets, int at, int length) {
                    return true;
                }
            };
        }
    }

    static final class Constant2600 extends Habits {
        @Override
        double rate(S1Telegram telegram, double hertz) {
            return 2600;
        }
    }

    /** Three voltages 120 degrees apart add up to nothing, so it takes the missing one for what the others lack. */
    static final class Assumes120 extends Habits {
        @Override
        long deltaPowerOfL2(S1Telegram telegram) {
            long missing = -(telegram.voltage(S1Telegram.L1) + telegram.voltage(S1Telegram.L3));
            return missing * telegram.current(S1Telegram.L2);
        }
    }

    static final class U2Broken extends Habits {
        @Override
        boolean takesZeroForBroken() {
            return true;
        }
    }

    static final class Current16Bit extends Habits {
        @Override
        long current(int milliamperes) {
            return (short) milliamperes;
        }
    }

    static final class CurrentUnsigned extends Habits {
        @Override
        long current(int milliamperes) {
            return milliamperes & 0xFFFFFF;
        }
    }

    static final class SequenceWrapsTo1 extends Habits {
        @Override
        int next(int number) {
            return number == 0xFF ? 1 : super.next(number);
        }
    }

    static final class IgnoresValidBit extends Habits {
        @Override
        boolean believesSamples(S1Telegram telegram) {
            return true;
        }
    }

    static final class LocksUpOnUnknownVersion extends Habits {
        @Override
        boolean givesUpAtUnknownVersions() {
            return true;
        }
    }

    static final class LosesSyncAfterGap extends Habits {
        @Override
        boolean givesUpAfterGaps() {
            return true;
        }
    }

    static final class NonIntegerPeriod extends Habits {
        @Override
        boolean averagesWholePeriods() {
            return false;
        }
    }

    static final class NeedsS1 extends Habits {
        @Override
        boolean waitsForEveryPort() {
            return true;
        }
    }
}
