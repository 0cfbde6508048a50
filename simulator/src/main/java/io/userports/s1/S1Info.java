package io.userports.s1;

import io.userports.grid.Wiring;

/** The bits of Additional Information (e-MUCS H 1.3 §4.3). */
public final class S1Info {
    /** Poly-phase meter; else single-phase. */
    public static final int POLYPHASE = 0x01;
    /** Sampling fixed per network period; else per second. */
    public static final int PER_PERIOD = 0x02;
    /** Four wires, star; else three, delta. Zero in a single-phase meter. */
    public static final int FOUR_WIRE = 0x04;
    /** The samples are correct; else some are known to be corrupted. */
    public static final int VALID_SAMPLES = 0x08;
    /** The current of the neutral conductor is measured and provided. */
    public static final int NEUTRAL = 0x10;
    /** Where the three bits of the data format version begin. */
    public static final int VERSION_SHIFT = 5;

    private S1Info() {}

    /** {@return the octet that says all this, {@code version} from 0 to 7} */
    public static int of(Wiring wiring, boolean perPeriod, boolean neutral, boolean validSamples, int version) {
        return (wiring == Wiring.SINGLE_PHASE ? 0 : POLYPHASE)
                | (wiring == Wiring.STAR ? FOUR_WIRE : 0)
                | (perPeriod ? PER_PERIOD : 0)
                | (validSamples ? VALID_SAMPLES : 0)
                | (neutral ? NEUTRAL : 0)
                | (version & 7) << VERSION_SHIFT;
    }

    /** {@return the wiring that {@code info} tells of} */
    public static Wiring wiring(int info) {
        if ((info & POLYPHASE) == 0) {
            return Wiring.SINGLE_PHASE;
        }
        return (info & FOUR_WIRE) == 0 ? Wiring.DELTA : Wiring.STAR;
    }

    /** {@return the data format version in {@code info}, 0 to 7} */
    public static int version(int info) {
        return info >> VERSION_SHIFT & 7;
    }
}
