package io.userports.p1;

import io.userports.grid.Brussels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The reader of times like {@code 261025023000S}: the letter decides in the hour that is repeated in autumn. */
public final class CivilTime {
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

    /** The changes of the clock in all years that two digits can name, and the offset that each begins. */
    private static final List<ZoneOffsetTransition> TRANSITIONS = transitions();

    private static final long[] CHANGES =
            TRANSITIONS.stream().mapToLong(ZoneOffsetTransition::toEpochSecond).toArray();
    private static final int[] OFFSETS = TRANSITIONS.stream()
            .mapToInt(t -> t.getOffsetAfter().getTotalSeconds())
            .toArray();

    private CivilTime() {}

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
        int date = number(raw, 0);
        int time = number(raw, 6);
        char letter = raw.charAt(LENGTH - 1);
        if (date < 0 || time < 0 || letter != 'S' && letter != 'W') {
            return MALFORMED;
        }
        int month = date / 100 % 100;
        int day = date % 100;
        int hour = time / 10_000;
        int minute = time / 100 % 100;
        int second = time % 100;
        int year = 2000 + date / 10_000;
        if (month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            return NEVER_SHOWN;
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return NEVER_SHOWN;
        }
        long local = LocalDate.of(year, month, day).toEpochDay() * DAY_SECONDS + hour * 3600 + minute * 60 + second;
        int offset = letter == 'S' ? SUMMER : WINTER;
        if (offsetAt(local - offset) == offset) {
            return local - offset;
        }
        int other = letter == 'S' ? WINTER : SUMMER;
        return offsetAt(local - other) == other ? OTHER_LETTER : NEVER_SHOWN;
    }

    private static int length(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** {@return the six digits from {@code from}, or -1} */
    static int number(String raw, int from) {
        int number = 0;
        for (int i = from; i < from + 6; i++) {
            int digit = raw.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int offsetAt(long instant) {
        int at = Arrays.binarySearch(CHANGES, instant);
        return OFFSETS[at >= 0 ? at : -at - 2];
    }

    private static List<ZoneOffsetTransition> transitions() {
        ZoneRules rules = Brussels.ZONE.getRules();
        Instant first = LocalDate.of(1999, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = LocalDate.of(2101, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        for (ZoneOffsetTransition t = rules.nextTransition(first);
                t != null && t.getInstant().isBefore(end);
                t = rules.nextTransition(t.getInstant())) {
            transitions.add(t);
        }
        return transitions;
    }
}
