package io.userports.s1;

import io.userports.wire.LineRate;
import java.util.List;
import java.util.Locale;

/**
 * What a line can carry of a stream: ten bit times an octet, a telegram a sample (e-MUCS H 1.3 §4.2.1).
 *
 * @param line the rate of the line
 * @param bits the bit times of a telegram
 */
public record LineBudget(LineRate line, int bits) {
    /** {@return the budget of telegrams of {@code layout} on {@code line}} */
    public static LineBudget of(LineRate line, S1Layout layout) {
        return new LineBudget(line, layout.bits());
    }

    /**
     * Complains, with the arithmetic, unless {@code sampling} fits on the line at its fastest.
     *
     * @throws IllegalArgumentException when it does not
     */
    public void check(Sampling sampling) {
        long needed = (long) sampling.fastest() * bits;
        if (needed > line.bitsPerSecond()) {
            throw new IllegalArgumentException(arithmetic(sampling, needed));
        }
    }

    private String arithmetic(Sampling sampling, long needed) {
        boolean perPeriod = sampling instanceof Sampling.PerPeriod;
        return String.format(
                Locale.ROOT,
                "%s × %d bit = %.2f Mbit/s does not fit %.2f Mbit/s; %s",
                perPeriod ? sampling + " × " + Sampling.FASTEST_NETWORK + " Hz" : sampling,
                bits,
                needed / 1e6,
                line.bitsPerSecond() / 1e6,
                remedy(perPeriod, needed));
    }

    private String remedy(boolean perPeriod, long needed) {
        int hertz = line.bitsPerSecond() / bits;
        int samples = hertz / Sampling.FASTEST_NETWORK;
        boolean someFit = hertz >= Sampling.PerSecond.LEAST;
        boolean someFitPerPeriod = samples >= Sampling.PerPeriod.LEAST;
        String slower = someFit
                ? "at most " + (perPeriod && someFitPerPeriod ? samples + "/period" : hertz + " Hz")
                : "no sample rate fits";
        for (LineRate other : List.of(LineRate.S1, LineRate.S1_EMUCS)) {
            if (needed <= other.bitsPerSecond()) {
                return slower + (someFit ? ", or" : "; take") + " --bit-rate " + other.bitsPerSecond();
            }
        }
        return slower;
    }
}
