package io.userports.fault;

import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1Layout;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Something done to a telegram of S1.
 *
 * <p>Of several on one telegram those that change what it says come first ({@link OfFields}), each in its turn.
 */
public sealed interface SampleFault extends Fault {
    /** {@return what leaves instead of {@code telegram}, which stays as it is: nothing, other octets, more octets} */
    byte[] apply(byte[] telegram, SplittableRandom random);

    /** A change of what the telegram says; its FCS is right again. */
    sealed interface OfFields extends SampleFault {
        /** {@return what the telegram says instead} */
        S1Frame rewrite(S1Frame frame, SplittableRandom random);

        @Override
        default byte[] apply(byte[] telegram, SplittableRandom random) {
            S1Frame frame = S1Codec.decode(S1Layout.EMUCS_H_1_3, telegram).get(0);
            return S1Codec.encode(S1Layout.EMUCS_H_1_3, rewrite(frame, random));
        }
    }

    /** The bit Valid Samples is cleared and the samples are garbage: a receiver must not use them. */
    record Invalidate() implements OfFields {
        /** Well within what the fields can say. */
        private static final int MOST = 30_000;

        @Override
        public S1Frame rewrite(S1Frame frame, SplittableRandom random) {
            int garbage = random.nextInt(-MOST, MOST);
            return frame.withInfo(frame.info() & ~S1Info.VALID_SAMPLES).withSamples(garbage, garbage);
        }
    }

    /** Every sample stands at a limit of its field, with the sign of the voltage of L1. */
    record Saturate() implements OfFields {
        @Override
        public S1Frame rewrite(S1Frame frame, SplittableRandom random) {
            return frame.u1() < 0
                    ? frame.withSamples(S1Layout.Type.I16.min(), S1Layout.Type.I24.min())
                    : frame.withSamples(S1Layout.Type.I16.max(), S1Layout.Type.I24.max());
        }
    }

    /** The telegram says what another one does, its samples negated in every negative half wave of L1. */
    record Imitate(S1Frame other) implements OfFields {
        @Override
        public S1Frame rewrite(S1Frame frame, SplittableRandom random) {
            return frame.saying(frame.u1() < 0 ? other.negated() : other);
        }
    }

    /** The telegram is lost; those after it are numbered as if it were not. */
    record Lose() implements SampleFault {
        @Override
        public byte[] apply(byte[] telegram, SplittableRandom random) {
            return new byte[0];
        }
    }

    /**
     * The first octets of the telegram are missing, and one of garbage stands for them, as for somebody who begins to
     * listen in the middle of an octet of it.
     */
    record Behead(int octets) implements SampleFault {
        public Behead {
            if (octets < 1) {
                throw new IllegalArgumentException("at least the first octet is missing, not " + octets);
            }
        }

        @Override
        public byte[] apply(byte[] telegram, SplittableRandom random) {
            if (telegram.length == 0) {
                return telegram;
            }
            byte[] rest = Arrays.copyOfRange(telegram, Math.min(octets, telegram.length) - 1, telegram.length);
            rest[0] = 0;
            return rest;
        }
    }

    /** One bit of the current of L1 is another one, under an unchanged FCS: its highest, which makes a large error. */
    record FlipBit() implements SampleFault {
        private static final int AT = S1Layout.EMUCS_H_1_3.offsetOf("i1", 0);

        @Override
        public byte[] apply(byte[] telegram, SplittableRandom random) {
            byte[] changed = telegram.clone();
            if (changed.length > AT) {
                changed[AT] ^= 0x40;
            }
            return changed;
        }
    }

    /** The telegram in another layout, with the version bits of that layout; one that is spoilt already stays. */
    record Relayout(S1Layout layout) implements SampleFault {
        @Override
        public byte[] apply(byte[] telegram, SplittableRandom random) {
            List<S1Frame> frames = S1Codec.decode(S1Layout.EMUCS_H_1_3, telegram);
            if (frames.isEmpty()) {
                return telegram;
            }
            S1Frame frame = frames.get(0);
            int unversioned = frame.info() & (1 << S1Info.VERSION_SHIFT) - 1;
            S1Frame[] samples = new S1Frame[layout.samplesPerTelegram()];
            Arrays.fill(samples, frame.withInfo(unversioned | layout.version() << S1Info.VERSION_SHIFT));
            return S1Codec.encode(layout, samples);
        }
    }

    /** Other octets come before the telegram. */
    record Precede(byte[] octets) implements SampleFault {
        public Precede {
            octets = octets.clone();
        }

        @Override
        public byte[] apply(byte[] telegram, SplittableRandom random) {
            byte[] both = Arrays.copyOf(octets, octets.length + telegram.length);
            System.arraycopy(telegram, 0, both, octets.length, telegram.length);
            return both;
        }
    }
}
