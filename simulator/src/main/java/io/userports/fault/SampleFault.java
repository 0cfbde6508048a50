package io.userports.fault;

import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1Layout;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Something done to a telegram of S1. */
public sealed interface SampleFault extends Fault {
    /** {@return what leaves instead of {@code telegram}, which stays as it is: nothing, other octets, more octets} */
    byte[] apply(byte[] telegram, SplittableRandom random);

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
            changed[AT] ^= 0x40;
            return changed;
        }
    }

    /** The bit Valid Samples is cleared and the samples are garbage: a receiver must not use them. */
    record Invalidate() implements SampleFault {
        /** Well within what the fields can say. */
        private static final int MOST = 30_000;

        @Override
        public byte[] apply(byte[] telegram, SplittableRandom random) {
            S1Frame f = read(telegram);
            int garbage = random.nextInt(-MOST, MOST);
            return S1Codec.encode(
                    S1Layout.EMUCS_H_1_3,
                    new S1Frame(
                            f.meterId(),
                            f.info() & ~S1Info.VALID_SAMPLES,
                            f.rate(),
                            f.frequency(),
                            f.sequence(),
                            garbage,
                            garbage,
                            garbage,
                            garbage,
                            garbage,
                            garbage,
                            f.iN()));
        }
    }

    /** Every sample stands at a limit of its field, with the sign of the voltage of L1. */
    record Saturate() implements SampleFault {
        @Override
        public byte[] apply(byte[] telegram, SplittableRandom random) {
            S1Frame f = read(telegram);
            int u = f.u1() < 0 ? S1Layout.Type.I16.min() : S1Layout.Type.I16.max();
            int i = f.u1() < 0 ? S1Layout.Type.I24.min() : S1Layout.Type.I24.max();
            return S1Codec.encode(
                    S1Layout.EMUCS_H_1_3,
                    new S1Frame(
                            f.meterId(), f.info(), f.rate(), f.frequency(), f.sequence(), u, i, u, i, u, i, f.iN()));
        }
    }

    /** The telegram in another layout, with the version bits of that layout. */
    record Relayout(S1Layout layout) implements SampleFault {
        @Override
        public byte[] apply(byte[] telegram, SplittableRandom random) {
            S1Frame f = read(telegram);
            int info = f.info() & (1 << S1Info.VERSION_SHIFT) - 1 | layout.version() << S1Info.VERSION_SHIFT;
            S1Frame versioned = new S1Frame(
                    f.meterId(),
                    info,
                    f.rate(),
                    f.frequency(),
                    f.sequence(),
                    f.u1(),
                    f.i1(),
                    f.u2(),
                    f.i2(),
                    f.u3(),
                    f.i3(),
                    f.iN());
            S1Frame[] samples = new S1Frame[layout.samplesPerTelegram()];
            Arrays.fill(samples, versioned);
            return S1Codec.encode(layout, samples);
        }
    }

    /** Other octets come before the telegram. */
    record Precede(byte[] octets) implements SampleFault {
        @Override
        public byte[] apply(byte[] telegram, SplittableRandom random) {
            byte[] both = Arrays.copyOf(octets, octets.length + telegram.length);
            System.arraycopy(telegram, 0, both, octets.length, telegram.length);
            return both;
        }
    }

    private static S1Frame read(byte[] telegram) {
        return S1Codec.decode(S1Layout.EMUCS_H_1_3, telegram).get(0);
    }
}
