package io.userports.conformance.reference;

import java.util.Arrays;

/** Wrong habits that show only when what comes from S1 is not as it should be. */
final class S1FrameMistakes {
    private static final int FLAG = S1Framing.FLAG;
    /** The octets between the flags of a telegram, and with them. */
    private static final int TELEGRAM = 43;

    private static final int WITH_FLAGS = TELEGRAM + 2;

    private S1FrameMistakes() {}

    static final class DiesOfShortFrame extends Habits {
        @Override
        S1Framing s1Framing(S1Framing.Frames frames) {
            return super.s1Framing((octets, at, length) -> {
                if (length < TELEGRAM) {
                    throw new IndexOutOfBoundsException("octet " + TELEGRAM + " of " + length);
                }
                frames.frame(octets, at, length);
            });
        }
    }

    static final class TakesAnyAddress extends Habits {
        @Override
        S1Framing s1Framing(S1Framing.Frames frames) {
            return super.s1Framing((octets, at, length) -> {
                byte[] mine = Arrays.copyOfRange(octets, at, at + length);
                mine[2] = (byte) 0xFF;
                mine[3] = 0x03;
                frames.frame(mine, 0, length);
            });
        }
    }

    static final class BelievesLength extends Habits {
        @Override
        S1Framing s1Framing(S1Framing.Frames frames) {
            return new S1Framing(frames) {
                @Override
                int afterBadFrame(int length) {
                    return length + 1;
                }
            };
        }
    }

    /** Waits for two flags in a row, then takes what comes for a telegram. */
    static final class HuntsTwoFlags extends Habits {
        @Override
        S1Framing s1Framing(S1Framing.Frames frames) {
            return new S1Framing(frames) {
                private final byte[] frame = new byte[TELEGRAM];
                /** How many octets of the telegram are there; none while it hunts. */
                private int length = -1;

                private boolean flag;

                @Override
                void feed(byte[] octets, int count) {
                    for (int i = 0; i < count; i++) {
                        take(octets[i]);
                    }
                }

                private void take(byte octet) {
                    if (length < 0) {
                        length = flag && octet == FLAG ? 0 : -1;
                        flag = octet == FLAG;
                    } else if (length < TELEGRAM) {
                        frame[length++] = octet;
                    } else {
                        if (octet == FLAG && isRight(frame, 0, TELEGRAM)) {
                            frames.frame(frame, 0, TELEGRAM);
                        }
                        length = -1;
                        flag = octet == FLAG;
                    }
                }
            };
        }
    }

    /** Looks for the first telegram only; every 45 octets from there are the next. */
    static final class Fixed45 extends Habits {
        @Override
        S1Framing s1Framing(S1Framing.Frames frames) {
            return new S1Framing(frames) {
                private final byte[] frame = new byte[WITH_FLAGS];
                private int length;
                private boolean found;

                @Override
                void feed(byte[] octets, int count) {
                    for (int i = 0; i < count; i++) {
                        take(octets[i]);
                    }
                }

                private void take(byte octet) {
                    frame[length++] = octet;
                    if (length < WITH_FLAGS) {
                        return;
                    }
                    boolean right = frame[0] == FLAG && frame[WITH_FLAGS - 1] == FLAG && isRight(frame, 1, TELEGRAM);
                    if (right) {
                        found = true;
                        frames.frame(frame, 1, TELEGRAM);
                    }
                    length = found ? 0 : WITH_FLAGS - 1;
                    System.arraycopy(frame, 1, frame, 0, length);
                }
            };
        }
    }

    static final class CountsGaps extends Habits {
        @Override
        int lost(int missing) {
            return Math.min(missing, 1);
        }
    }

    static final class DropsRepeats extends Habits {
        @Override
        boolean ignoresRepeatedNumbers() {
            return true;
        }
    }
}
