package io.userports.p1;

import io.userports.grid.Brussels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.IntStream;

/** Times like {@code 261025023000S}: the letter decides in the hour that is repeated in autumn. */
public final class CivilTime {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuMMddHHmmss");
    private static final int LENGTH = 13;
    private static final int DAY_SECONDS = 86_400;
    private static final int SUMMER = 7200;
    private static final int WINTER = 3600;
    /** What {@link #epochSecond} answers for a text that is no time at all. */
    static final long MALFORMED = Long.MIN_VALUE;
    /** What it answers for a time that no clock in Brussels shows. */
    static final long NEVER_SHOWN = Long.MIN_VALUE + 1;
    /** What it answers for a time that clocks in Brussels show with the other letter only. */
    static final long OTHER_LETTER = Long.MIN_VALUE + 2;

    /** The first day of every month that can be named, and of the month after the last, counted since 1970. */
    private static final int[] MONTHS = IntStream.rangeClosed(0, 1200)
            .map(month -> (int) LocalDate.of(2000, 1, 1).plusMonths(month).toEpochDay())
            .toArray();

    /** When summer time begins and when it ends, by year: all that two digits can name. */
    private static final long[] SUMMER_BEGINS = new long[100];

    private static final long[] SUMMER_ENDS = new long[100];

    static {
        ZoneRules rules = Brussels.ZONE.getRules();
        for (int year = 0; year < 100; year++) {
            Instant newYear =
                    LocalDate.of(2000 + year, 1, 1).atStartOfDay(Brussels.ZONE).toInstant();
            ZoneOffsetTransition begin = rules.nextTransition(newYear);
            SUMMER_BEGINS[year] = begin.toEpochSecond();
            SUMMER_ENDS[year] = rules.nextTransition(begin.getInstant()).toEpochSecond();
        }
    }

    private CivilTime() {}

    /** {@return how a meter writes {@code instant}} */
    public static String of(Instant instant) {
        ZonedDateTime time = Brussels.at(instant);
        return WRITTEN.format(time) + (time.getOffset().getTotalSeconds() == SUMMER ? 'S' : 'W');
    }

    /** {@return the instant of {@code raw}; empty when no clock in Brussels ever shows that time with that letter} */
    public static Optional<Instant> parse(String raw) {
        long second = epochSecond(raw);
        return second <= OTHER_LETTER ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
    }

    /** {@return how well {@code raw} is a time} */
    static Fit fit(String raw) {
        long second = epochSecond(raw);
        if (second > OTHER_LETTER) {
            return Fit.EXACT;
        }
        return second == MALFORMED ? Fit.NONE : second == NEVER_SHOWN ? Fit.NO_SUCH_TIME : Fit.OTHER_LETTER;
    }

    /** {@return the second of {@code raw}, or {@link #MALFORMED}, {@link #NEVER_SHOWN} or {@link #OTHER_LETTER}} */
    static long epochSecond(String raw) {
        if (raw.length() != LENGTH) {
            return MALFORMED;
        }
        int year = twoDigits(raw, 0);
        int month = twoDigits(raw, 2);
        int day = twoDigits(raw, 4);
        int hour = twoDigits(raw, 6);
        int minute = twoDigits(raw, 8);
        int second = twoDigits(raw, 10);
        char letter = raw.charAt(LENGTH - 1);
        if ((year | month | day | hour | minute | second) < 0 || letter != 'S' && letter != 'W') {
            return MALFORMED;
        }
        if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) {
            return NEVER_SHOWN;
        }
        int first = MONTHS[12 * year + month - 1];
        if (day < 1 || day > MONTHS[12 * year + month] - first) {
            return NEVER_SHOWN;
        }
        long local = (first + day - 1L) * DAY_SECONDS + hour * 3600 + minute * 60 + second;
        boolean summer = isSummer(local - SUMMER, year);
        boolean winter = !isSummer(local - WINTER, year);
        if (letter == 'S' ? summer : winter) {
            return local - (letter == 'S' ? SUMMER : WINTER);
        }
        return summer || winter ? OTHER_LETTER : NEVER_SHOWN;
    }

    private static boolean isSummer(long instant, int year) {
        return SUMMER_BEGINS[year] <= instant && instant < SUMMER_ENDS[year];
    }

    /** {@return the twelve digits of a legible {@code raw} as a number} */
    static long number(String raw) {
        long number = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            number = number * 10 + raw.charAt(i) - '0';
        }
        return number;
    }

    /** {@return the number that the digits at {@code at} and after it make, or -1} */
    private static int twoDigits(String raw, int at) {
        int tens = raw.charAt(at) - '0';
        int ones = raw.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }
}
