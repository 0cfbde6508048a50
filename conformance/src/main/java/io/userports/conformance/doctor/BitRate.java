package io.userports.conformance.doctor;

import java.util.Locale;
import java.util.OptionalInt;

/** How near the rate that a chip has set comes to the one that was asked for; a link that is too far off does not open. */
final class BitRate {
    private BitRate() {}

    static Result result(int wanted, OptionalInt set) {
        if (set.isEmpty()) {
            return new Result.Note(
                    wanted + " bit/s asked for; the driver does not tell what it has set",
                    "compare with a second adapter, by userports loopback");
        }
        return new Result.Fine(
                set.getAsInt() == wanted
                        ? wanted + " bit/s, exact"
                        : String.format(
                                Locale.ROOT,
                                "%d bit/s instead of %d, %+.2f %%",
                                set.getAsInt(),
                                wanted,
                                100.0 * set.getAsInt() / wanted - 100));
    }
}
