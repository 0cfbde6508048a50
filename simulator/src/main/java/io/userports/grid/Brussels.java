package io.userports.grid;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The civil time of every Belgian meter, with both changes of the clock. */
public final class Brussels {
    /** The zone. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private Brussels() {}

    /** {@return the civil time at {@code instant}} */
    public static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZONE);
    }

    static boolean isFirstOfMonth(Instant instant) {
        ZonedDateTime local = at(instant);
        return local.getDayOfMonth() == 1 && local.toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
