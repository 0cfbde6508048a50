package io.userports.p1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What strict reading asks of telegrams that follow each other: rules R19 and R20.
 *
 * <p>Telegrams with a wrong CRC do not count, and a telegram of another meter begins a new sequence.
 */
public final class P1Sequence {
    private static final long QUARTER_SECONDS = 900;
    /** A register this much lower than before (in watt-hours) has rolled over at a million kilowatt-hours. */
    private static final long ROLLED_WATT_HOURS = 500_000_000L;

    private static final List<P1Object> REGISTERS =
            List.of(P1Object.IMPORT_DAY, P1Object.IMPORT_NIGHT, P1Object.EXPORT_DAY, P1Object.EXPORT_NIGHT);

    private Optional<DecodedTelegram> last = Optional.empty();

    /** {@return {@code telegram} with what is wrong about it after those before it} */
    public DecodedTelegram after(DecodedTelegram telegram) {
        if (telegram.crc() != Crc.OK) {
            return telegram;
        }
        List<Violation> found = new ArrayList<>(0);
        checkDirection(telegram, found);
        last.filter(l -> meter(l).equals(meter(telegram))).ifPresent(before -> {
            checkTime(before, telegram, found);
            checkRegisters(before, telegram, found);
            checkDemand(before, telegram, found);
        });
        last = Optional.of(telegram);
        return telegram.with(found);
    }

    private static void checkDirection(DecodedTelegram now, List<Violation> found) {
        long in = thousandths(now, P1Object.POWER_IMPORT).orElse(0L);
        long out = thousandths(now, P1Object.POWER_EXPORT).orElse(0L);
        if (in > 0 && out > 0) {
            String was = in + " W imported and " + out + " W exported at once";
            add(found, Rule.R20, Severity.ERROR, now, P1Object.POWER_EXPORT, was, "one of both zero");
        }
    }

    private static void checkTime(DecodedTelegram before, DecodedTelegram now, List<Violation> found) {
        Optional<Long> from = time(before);
        Optional<Long> to = time(now);
        if (from.isEmpty() || to.isEmpty() || to.get() - from.get() == 1) {
            return;
        }
        long step = to.get() - from.get();
        Severity level = step < 0 ? Severity.ERROR : Severity.WARNING;
        add(found, Rule.R19, level, now, P1Object.TIME, step + " s after the telegram before", "1 s");
    }

    private static void checkRegisters(DecodedTelegram before, DecodedTelegram now, List<Violation> found) {
        for (P1Object register : REGISTERS) {
            long from = thousandths(before, register).orElse(Long.MIN_VALUE);
            long to = thousandths(now, register).orElse(Long.MAX_VALUE);
            if (to < from && from - to < ROLLED_WATT_HOURS) {
                String was = value(now, register) + " after " + value(before, register);
                add(found, Rule.R20, Severity.ERROR, now, register, was, "a register that never falls");
            }
        }
    }

    private static void checkDemand(DecodedTelegram before, DecodedTelegram now, List<Violation> found) {
        long from = thousandths(before, P1Object.AVERAGE_DEMAND).orElse(Long.MIN_VALUE);
        long to = thousandths(now, P1Object.AVERAGE_DEMAND).orElse(Long.MAX_VALUE);
        if (to < from && inOneQuarter(time(before), time(now))) {
            String was = value(now, P1Object.AVERAGE_DEMAND) + " after " + value(before, P1Object.AVERAGE_DEMAND);
            String allowed = "a demand that climbs within a quarter of an hour";
            add(found, Rule.R20, Severity.ERROR, now, P1Object.AVERAGE_DEMAND, was, allowed);
        }
    }

    /** The telegram at the very boundary may belong to either quarter. */
    private static boolean inOneQuarter(Optional<Long> from, Optional<Long> to) {
        return from.isPresent()
                && to.isPresent()
                && from.get() % QUARTER_SECONDS != 0
                && from.get() / QUARTER_SECONDS == to.get() / QUARTER_SECONDS;
    }

    private static String meter(DecodedTelegram telegram) {
        return telegram.telegram().identification() + " " + value(telegram, P1Object.METER_ID);
    }

    private static Optional<Long> time(DecodedTelegram telegram) {
        return CivilTime.parse(value(telegram, P1Object.TIME)).map(t -> t.getEpochSecond());
    }

    private static Optional<Long> thousandths(DecodedTelegram telegram, P1Object object) {
        String raw = value(telegram, object);
        boolean legible = Formats.KW.fit(raw).compareTo(Fit.OTHER_SHAPE) <= 0
                || Formats.KWH.fit(raw).compareTo(Fit.OTHER_SHAPE) <= 0;
        return legible ? Optional.of(ValueFormat.Decimal.thousandths(raw)) : Optional.empty();
    }

    private static String value(DecodedTelegram telegram, P1Object object) {
        return telegram.telegram()
                .find(object.code())
                .map(o -> o.values().get(0))
                .orElse("");
    }

    private static void add(
            List<Violation> found,
            Rule rule,
            Severity level,
            DecodedTelegram telegram,
            P1Object object,
            String was,
            String allowed) {
        Position at = telegram.positionOf(object.code());
        found.add(new Violation(rule, level, at.offset(), at.line(), was, allowed));
    }
}
