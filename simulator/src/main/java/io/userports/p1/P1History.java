package io.userports.p1;

import io.userports.grid.Brussels;
import io.userports.grid.Demand;
import io.userports.grid.MeterState;
import io.userports.grid.SubMeter;
import io.userports.p1.ValueFormat.Timestamp;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The shape of the demand objects whose values repeat or may be unset (eMUCS-P1 1.7.1, 1.6.0 and 98.1.0). */
final class P1History {
    private static final int HEAD = 3;
    private static final int ENTRY = 3;

    private P1History() {}

    static List<String> monthPeak(MeterState state, SubMeter none) {
        return peak(state, state.demand().monthPeak(), () -> Brussels.at(state.time())
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1));
    }

    static List<String> values(MeterState state, SubMeter none) {
        List<Demand.Month> months = state.demand().history();
        List<String> values = new ArrayList<>();
        values.addAll(List.of(Integer.toString(months.size()), "1-0:1.6.0", "1-0:1.6.0"));
        for (Demand.Month month : months) {
            values.add(Formats.TIME.of(month.captured()));
            values.addAll(peak(
                    state, month.peak(), () -> Brussels.at(month.captured()).minusMonths(1)));
        }
        if (months.isEmpty()) {
            values.add("");
        }
        return values;
    }

    /** A month without a measurement: the first generation prints "never", the second the month's first instant. */
    private static List<String> peak(MeterState state, Optional<Demand.Peak> peak, Supplier<ZonedDateTime> month) {
        if (peak.isPresent()) {
            Demand.Peak highest = peak.get();
            return List.of(Formats.TIME.of(highest.end()), Formats.KW.ofUnits(highest.watts()));
        }
        boolean second = state.nameplate().edition().secondGeneration();
        String unset = second ? Formats.TIME.of(month.get().toInstant()) : Timestamp.NEVER;
        return List.of(unset, Formats.KW.ofUnits(0));
    }

    /** {@return how well the values have the shape of a history, whatever the number of months it announces} */
    static Fit fit(List<String> values) {
        if (values.isEmpty() || !isCount(values.get(0))) {
            return Fit.NONE;
        }
        if (values.size() == 1) {
            return Fit.OTHER_SHAPE; // firmware that counts months and lists none (field case M15)
        }
        if (values.size() < HEAD) {
            return Fit.NONE;
        }
        Fit fit = values.get(1).equals("1-0:1.6.0") && values.get(2).equals("1-0:1.6.0") ? Fit.EXACT : Fit.OTHER_SHAPE;
        if (values.size() == HEAD + 1 && values.get(HEAD).isEmpty()) {
            return fit;
        }
        if (values.size() % ENTRY != 0) {
            return Fit.NONE;
        }
        for (int i = HEAD; i < values.size(); i++) {
            Fit value = i % ENTRY == 2 ? Formats.KW.fit(values.get(i)) : Formats.TIME.fit(values.get(i));
            fit = value == Fit.UNSET ? fit : fit.and(value);
        }
        return fit;
    }

    /** {@return how many months these values, legible as a history, list} */
    static int months(List<String> values) {
        return values.size() <= HEAD + 1 ? 0 : (values.size() - HEAD) / ENTRY;
    }

    /** {@return the index of the first of the three values of {@code month}} */
    static int entry(int month) {
        return HEAD + ENTRY * month;
    }

    private static boolean isCount(String raw) {
        return Formats.COUNT.fit(raw) != Fit.NONE && raw.length() <= 2;
    }
}
