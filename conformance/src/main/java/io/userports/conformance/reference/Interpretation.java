package io.userports.conformance.reference;

import static java.util.Map.entry;

import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the objects of one telegram mean to a correct CEMS; a habit may be overridden to get it wrong. */
class Interpretation {
    private static final String NEVER = "632525252525W";
    private static final DateTimeFormatter CIVIL =
            DateTimeFormatter.ofPattern("uuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})*");

    /** Objects whose first value is a number in a unit. */
    static final Map<String, Quantity> NUMBERS = Map.ofEntries(
            entry("1-0:1.8.1", Quantity.ENERGY_IMPORT_DAY),
            entry("1-0:1.8.2", Quantity.ENERGY_IMPORT_NIGHT),
            entry("1-0:2.8.1", Quantity.ENERGY_EXPORT_DAY),
            entry("1-0:2.8.2", Quantity.ENERGY_EXPORT_NIGHT),
            entry("1-0:1.4.0", Quantity.DEMAND_AVERAGE),
            entry("1-0:1.7.0", Quantity.POWER_IMPORT),
            entry("1-0:2.7.0", Quantity.POWER_EXPORT),
            entry("1-0:21.7.0", Quantity.POWER_IMPORT_L1),
            entry("1-0:41.7.0", Quantity.POWER_IMPORT_L2),
            entry("1-0:61.7.0", Quantity.POWER_IMPORT_L3),
            entry("1-0:22.7.0", Quantity.POWER_EXPORT_L1),
            entry("1-0:42.7.0", Quantity.POWER_EXPORT_L2),
            entry("1-0:62.7.0", Quantity.POWER_EXPORT_L3),
            entry("1-0:32.7.0", Quantity.VOLTAGE_L1),
            entry("1-0:52.7.0", Quantity.VOLTAGE_L2),
            entry("1-0:72.7.0", Quantity.VOLTAGE_L3),
            entry("1-0:31.7.0", Quantity.CURRENT_L1),
            entry("1-0:51.7.0", Quantity.CURRENT_L2),
            entry("1-0:71.7.0", Quantity.CURRENT_L3));

    protected final Map<String, List<String>> objects;
    private final Map<Quantity, Shown> shown = new EnumMap<>(Quantity.class);

    Interpretation(Map<String, List<String>> objects) {
        this.objects = objects;
    }

    /** {@return every quantity that the telegram has a value for} */
    final Map<Quantity, Shown> values() {
        NUMBERS.forEach((code, quantity) -> first(code).ifPresent(v -> number(quantity, v)));
        first("0-0:96.1.4").filter(v -> v.matches("[0-9]{5}")).ifPresent(v -> text(Quantity.EDITION, v));
        first("1-0:94.32.1").filter(v -> v.matches("230|400")).ifPresent(v -> text(Quantity.GRID, v));
        first("0-0:96.1.1").ifPresent(v -> characters(Quantity.METER_ID, v));
        first("0-0:96.1.2").ifPresent(v -> characters(Quantity.EAN, v));
        first("0-0:1.0.0").ifPresent(v -> time(Quantity.METER_TIME, v));
        first("0-0:96.14.0").filter(v -> v.matches("000[12]")).ifPresent(v -> text(Quantity.TARIFF, tariff(v)));
        first("0-0:96.3.10").ifPresent(v -> state(Quantity.BREAKER, v));
        first("0-0:17.0.0").filter(v -> !v.matches("9+\\.9+\\*kW")).ifPresent(v -> number(Quantity.LIMITER, v));
        first("1-0:31.4.0").filter(v -> !v.matches("9+(\\.9+)?\\*A")).ifPresent(v -> number(Quantity.FUSE, v));
        first("0-0:96.13.0").ifPresent(v -> characters(Quantity.TEXT, v));
        peaks();
        subMeters();
        return shown;
    }

    /** In Belgium 1 is day. */
    String tariff(String digits) {
        return digits.equals("0001") ? "day" : "night";
    }

    String switchState(String digit) {
        return switch (digit) {
            case "0" -> "disconnected";
            case "1" -> "connected";
            default -> "ready";
        };
    }

    /** The letter says which of the two offsets the clock of the meter had. */
    Instant instant(String civil) {
        ZoneOffset offset = ZoneOffset.ofHours(civil.endsWith("S") ? 2 : 1);
        return LocalDateTime.parse(civil.substring(0, 12), CIVIL).toInstant(offset);
    }

    void subMeters() {
        subMeter("003", List.of("24.2.3"), Quantity.GAS_VOLUME, Quantity.GAS_TIME)
                .ifPresent(channel -> {
                    first("0-" + channel + ":24.4.0").ifPresent(v -> state(Quantity.GAS_VALVE, v));
                    first("0-" + channel + ":96.1.1").ifPresent(v -> characters(Quantity.GAS_ID, v));
                });
        subMeter("007", List.of("24.2.1", "24.2.3"), Quantity.WATER_VOLUME, Quantity.WATER_TIME);
        // Nobody asks when heat was read, so its register takes the place of the time.
        subMeter("004", List.of("24.2.1"), Quantity.HEAT, Quantity.HEAT);
    }

    /** A month without a measurement has its own beginning as the time of its peak, or no time at all. */
    boolean isMeasured(String captured, String peak) {
        if (peak.equals(NEVER)) {
            return false;
        }
        LocalDateTime end = LocalDateTime.parse(captured.substring(0, 12), CIVIL);
        return !LocalDateTime.parse(peak.substring(0, 12), CIVIL).equals(end.minusMonths(1));
    }

    void peaks() {
        List<String> month = objects.getOrDefault("1-0:1.6.0", List.of());
        if (month.size() == 2 && isTime(month.get(0))) {
            time(Quantity.DEMAND_PEAK_TIME, month.get(0));
            number(Quantity.DEMAND_PEAK, month.get(1));
        }
        List<String> history = objects.getOrDefault("0-0:98.1.0", List.of());
        TreeMap<String, String> months = new TreeMap<>();
        for (int i = 3; i + 2 < history.size(); i += 3) {
            String captured = history.get(i);
            String peak = history.get(i + 1);
            String value = history.get(i + 2);
            if (isTime(captured)
                    && (peak.equals(NEVER) || isTime(peak))
                    && isMeasured(captured, peak)
                    && isNumber(Quantity.DEMAND_PEAK, value)) {
                LocalDateTime end = LocalDateTime.parse(captured.substring(0, 12), CIVIL);
                months.put(end.minusMonths(1).toString().substring(0, 7), plain(bare(value)));
            }
        }
        StringBuilder text = new StringBuilder();
        months.forEach((name, kilowatts) ->
                text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(kilowatts));
        text(Quantity.DEMAND_HISTORY, text.toString());
    }

    /** Of several alike, the one that is not at zero, then the one that was heard last. */
    private Optional<Integer> subMeter(String type, List<String> registers, Quantity volume, Quantity time) {
        Optional<Integer> best = Optional.empty();
        List<String> reading = List.of(NEVER, "0");
        for (int channel = 1; channel <= 4; channel++) {
            if (!first("0-" + channel + ":24.1.0").orElse("").equals(type)) {
                continue;
            }
            for (String register : registers) {
                List<String> values = objects.getOrDefault("0-" + channel + ":" + register, List.of());
                if (values.size() == 2
                        && isTime(values.get(0))
                        && isNumber(volume, values.get(1))
                        && beats(values, reading)) {
                    best = Optional.of(channel);
                    reading = values;
                }
            }
        }
        if (best.isPresent()) {
            time(time, reading.get(0));
            number(volume, reading.get(1));
        }
        return best;
    }

    private boolean beats(List<String> one, List<String> other) {
        boolean counts = new BigDecimal(bare(one.get(1))).signum() > 0;
        boolean otherCounts = new BigDecimal(bare(other.get(1))).signum() > 0;
        return other.get(0).equals(NEVER)
                || counts && !otherCounts
                || counts == otherCounts && instant(one.get(0)).isAfter(instant(other.get(0)));
    }

    final Optional<String> first(String code) {
        return Optional.ofNullable(objects.get(code)).filter(v -> !v.isEmpty()).map(v -> v.get(0));
    }

    final void text(Quantity quantity, String value) {
        shown.put(quantity, Shown.text(value));
    }

    final void time(Quantity quantity, String civil) {
        if (isTime(civil)) {
            shown.put(quantity, Shown.text(instant(civil).toString()));
        }
    }

    /** A time is one that is: no 30th of February, and no mark of one that was never set. */
    final boolean isTime(String civil) {
        try {
            return civil.matches("[0-9]{12}[SW]") && LocalDateTime.parse(civil.substring(0, 12), CIVIL) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Shows a number in the unit of {@code quantity}; what is none is no value, and neither 0 nor the one before. */
    void number(Quantity quantity, String value) {
        if (isNumber(quantity, value)) {
            shown.put(quantity, new Shown(plain(bare(value)), quantity.unit()));
        } else {
            unreadable(quantity, value);
        }
    }

    /** Does what is to be done with a number that is none. */
    void unreadable(Quantity quantity, String value) {}

    private static boolean isNumber(Quantity quantity, String value) {
        int star = value.indexOf('*');
        return star > 0
                && NUMBER.matcher(value.substring(0, star)).matches()
                && value.substring(star + 1).equals(quantity.unit());
    }

    private void state(Quantity quantity, String digit) {
        if (digit.matches("[012]")) {
            text(quantity, switchState(digit));
        }
    }

    private static String bare(String value) {
        int star = value.indexOf('*');
        return star < 0 ? value : value.substring(0, star);
    }

    private static String plain(String number) {
        BigDecimal plain = new BigDecimal(number).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }

    /** Octets as they are; zeros alone stand for nothing. */
    void characters(Quantity quantity, String hex) {
        if (HEX.matcher(hex).matches() && !hex.matches("0*")) {
            text(quantity, new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
        }
    }
}
