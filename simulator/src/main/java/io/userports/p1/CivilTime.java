package io.userports.p1;

import io.userports.grid.Brussels;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The reader of times like {@code 261025023000S}: the letter decides in the hour that is repeated in autumn. */
public final class CivilTime {
    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);
    private static final ZoneOffset WINTER = ZoneOffset.ofHours(1);

    private CivilTime() {}

    /** {@return the instant of {@code raw}; empty when no clock in Brussels ever shows that time with that letter} */
    public static Optional<Instant> parse(String raw) {
        if (raw.length() != 13) {
            return Optional.empty();
        }
        int[] n = new int[6];
        for (int i = 0; i < 12; i++) {
            int digit = raw.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            n[i / 2] = n[i / 2] * 10 + digit;
        }
        char letter = raw.charAt(12);
        if (letter != 'S' && letter != 'W') {
            return Optional.empty();
        }
        ZoneOffset offset = letter == 'S' ? SUMMER : WINTER;
        try {
            LocalDateTime local = LocalDateTime.of(2000 + n[0], n[1], n[2], n[3], n[4], n[5]);
            Instant instant = local.toInstant(offset);
            return Brussels.ZONE.getRules().getOffset(instant).equals(offset) ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
