package io.userports.conformance.cems;

import io.userports.grid.Brussels;
import io.userports.p1.CivilTime;
import io.userports.p1.DataObject;
import io.userports.p1.ObisCode;
import io.userports.p1.Telegram;
import io.userports.p1.ValueFormat.Timestamp;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a telegram says, object by object; what is marked as unset is not said. */
final class Sent {
    /** The states of a breaker or a valve. */
    static final Map<String, String> SWITCH = Map.of("0", "disconnected", "1", "connected", "2", "ready");

    private static final int HISTORY_HEAD = 3;

    /** What a format of the catalogue may print, and a little more. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,20}(?:\\.[0-9]{1,20})?");

    private Sent() {}

    static Optional<String> value(Telegram telegram, String code, int group) {
        return telegram.find(ObisCode.of(code)).flatMap(o -> value(o, group));
    }

    static Optional<String> value(DataObject object, int group) {
        return group < object.values().size()
                ? Optional.of(object.values().get(group)).filter(v -> !v.isEmpty())
                : Optional.empty();
    }

    /** Without its unit, which the format of the object fixes. */
    static String bare(String value) {
        int star = value.lastIndexOf('*');
        return star < 0 ? value : value.substring(0, star);
    }

    static Function<Telegram, Optional<String>> named(String code, Map<String, String> names) {
        return telegram -> value(telegram, code, 0).map(names::get);
    }

    static Function<Telegram, Optional<String>> unless(String code, String... off) {
        return telegram -> value(telegram, code, 0).filter(v -> !Set.of(off).contains(v));
    }

    /** Nothing unless both are there. */
    static Function<Telegram, Optional<String>> sum(String code, String other) {
        return telegram -> number(telegram, code)
                .flatMap(a -> number(telegram, other).map(a::add))
                .map(BigDecimal::toPlainString);
    }

    /** Nothing unless both are there. */
    static Function<Telegram, Optional<String>> difference(String code, String other) {
        return telegram -> number(telegram, code)
                .flatMap(a -> number(telegram, other).map(a::subtract))
                .map(BigDecimal::toPlainString);
    }

    private static Optional<BigDecimal> number(Telegram telegram, String code) {
        return value(telegram, code, 0)
                .map(Sent::bare)
                .filter(NUMBER.asMatchPredicate())
                .map(BigDecimal::new);
    }

    static Function<Telegram, Optional<String>> hex(String code) {
        return telegram -> value(telegram, code, 0).flatMap(Sent::octets);
    }

    static Function<Telegram, Optional<String>> time(String code, int group) {
        return telegram -> value(telegram, code, group).flatMap(Sent::instant);
    }

    static Optional<String> instant(String civil) {
        return civil.equals(Timestamp.NEVER)
                ? Optional.empty()
                : CivilTime.parse(civil).map(Instant::toString);
    }

    /** Octets as text; all zeros stand for nothing, as in an EAN that was never set. */
    static Optional<String> octets(String hex) {
        if (hex.isEmpty() || hex.chars().allMatch(c -> c == '0') || hex.length() % 2 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> monthPeak(Telegram telegram) {
        return time("1-0:1.6.0", 0).apply(telegram).flatMap(t -> value(telegram, "1-0:1.6.0", 1));
    }

    /** Month and peak of every entry that was measured, oldest first whatever the order of the telegram. */
    static Optional<String> history(Telegram telegram) {
        return telegram.find(ObisCode.of("0-0:98.1.0")).map(Sent::history).filter(h -> !h.isEmpty());
    }

    private static String history(DataObject object) {
        record Entry(Instant captured, String kilowatts) {}
        List<Entry> entries = new ArrayList<>();
        List<String> values = object.values();
        for (int i = HISTORY_HEAD; i + 2 < values.size(); i += 3) {
            Optional<Instant> captured = CivilTime.parse(values.get(i));
            Optional<Instant> peak = CivilTime.parse(values.get(i + 1));
            if (captured.isPresent()
                    && peak.filter(p -> isMeasured(captured.get(), p)).isPresent()) {
                entries.add(new Entry(captured.get(), bare(values.get(i + 2))));
            }
        }
        return entries.stream()
                .sorted(Comparator.comparing(Entry::captured))
                .map(e -> YearMonth.from(Brussels.at(e.captured())).minusMonths(1) + "="
                        + Quantity.DEMAND_PEAK.canonical(e.kilowatts(), ""))
                .collect(Collectors.joining(" "));
    }

    /** The first generation prints "never" for a month without a measurement, the second that month's first instant. */
    private static boolean isMeasured(Instant captured, Instant peak) {
        return !peak.equals(Brussels.at(captured).minusMonths(1).toInstant());
    }
}
