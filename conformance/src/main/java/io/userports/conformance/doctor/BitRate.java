package io.userports.conformance.doctor;

import java.util.Locale;
import java.util.OptionalInt;

/** How near the rate that a chip has set comes to the one that was asked for. */
final class BitRate {
    /**
     * A receiver samples in the middle of a bit, and the stop bit ends 9.5 bits after the edge that it counts from: half a bit
     * is 5 % there. The receiver's own error and slow edges take their part of it.
     */
    static final double MOST = 0.015;

    private BitRate() {}

    static Result result(int wanted, OptionalInt set) {
        if (set.isEmpty()) {
            return new Result.Note(
                    wanted + " bit/s asked for; the driver does not tell what it has set",
                    "compare with a second adapter, by userports loopback");
        }
        double error = (double) set.getAsInt() / wanted - 1;
        String found = set.getAsInt() == wanted
                ? wanted + " bit/s, exact"
                : String.format(Locale.ROOT, "%d bit/s instead of %d, %+.2f %%", set.getAsInt(), wanted, 100 * error);
        return Math.abs(error) <= MOST
                ? new Result.Fine(found)
                : new Result.Finding(
                        found + ", more than 1.5 %",
                        "take an adapter that reaches it: FT232R, FT232H, CP2104, CH340 or a PL011 do; or correct bit-rate");
    }
}
