package io.userports.wire;

import java.time.Duration;

/**
 * The pace of a serial line with one start bit, eight data bits, no parity and one stop bit.
 *
 * @param bitsPerSecond the bit rate, more than zero
 */
public record LineRate(int bitsPerSecond) {
    /** The rate of P1 (DSMR 5.0.2 P1 §6). */
    public static final LineRate P1 = new LineRate(115_200);

    /** The rate of S1 as the brochure has it (5.4.2). */
    public static final LineRate S1 = new LineRate(1_500_000);

    /** The rate of S1 as e-MUCS H 1.3 §4.2.1 has it, and as a meter of 2020 was measured. */
    public static final LineRate S1_EMUCS = new LineRate(2_000_000);

    private static final int BITS_PER_OCTET = 10;

    public LineRate {
        if (bitsPerSecond <= 0) {
            throw new IllegalArgumentException("a bit rate is more than zero, not " + bitsPerSecond);
        }
    }

    /** {@return how long {@code octets} octets occupy the line} */
    public Duration timeOf(int octets) {
        return Duration.ofNanos(octets * BITS_PER_OCTET * 1_000_000_000L / bitsPerSecond);
    }

    /** {@return how many whole octets fit in {@code time}} */
    public int octetsIn(Duration time) {
        return Math.toIntExact(time.toNanos() * bitsPerSecond / (BITS_PER_OCTET * 1_000_000_000L));
    }
}
