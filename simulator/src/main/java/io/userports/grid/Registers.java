package io.userports.grid;

/**
 * The four energy registers, in milliwatt-seconds so that one second's energy is a whole number.
 *
 * <p>They only grow; at one million kilowatt-hours they roll to zero.
 */
public record Registers(long importDay, long importNight, long exportDay, long exportNight) {
    /** One watt-hour, the last digit that P1 shows. */
    public static final long WATT_HOUR = 3_600_000L;

    private static final long CAPACITY = 1_000_000_000L * WATT_HOUR;

    /** {@return these registers after {@code energy} milliwatt-seconds more, negative for export, under {@code tariff}} */
    Registers after(long energy, Tariff tariff) {
        long in = Math.max(energy, 0);
        long out = Math.max(-energy, 0);
        return tariff == Tariff.DAY
                ? new Registers(rolled(importDay + in), importNight, rolled(exportDay + out), exportNight)
                : new Registers(importDay, rolled(importNight + in), exportDay, rolled(exportNight + out));
    }

    private static long rolled(long register) {
        return register % CAPACITY;
    }
}
