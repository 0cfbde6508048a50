package io.userports.conformance.cems;

import io.userports.yaml.Amount;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What kind of value it is: a decimal number in a unit, an instant, or text. */
enum ValueKind {
    TEXT(Map.of()),
    TIME(Map.of()),
    KILOWATTS(Map.of("kW", "1", "W", "0.001")),
    KILOWATT_HOURS(Map.of("kWh", "1", "Wh", "0.001", "MWh", "1000")),
    VOLTS(Map.of("V", "1", "mV", "0.001")),
    AMPERES(Map.of("A", "1", "mA", "0.001")),
    CUBIC_METRES(Map.of("m3", "1", "l", "0.001")),
    GIGAJOULES(Map.of("GJ", "1", "MJ", "0.001")),
    HERTZ(Map.of("Hz", "1", "mHz", "0.001")),
    WATTS(Map.of("W", "1", "kW", "1000")),
    COUNT(Map.of("", "1"));

    /** What is shown in coarser steps than these shows nothing of what a scenario changes; 1 of the own unit for others. */
    private static final Map<ValueKind, String> COARSEST =
            Map.of(KILOWATTS, "0.1", VOLTS, "5", HERTZ, "0.1", WATTS, "100", TIME, "900");

    /** No honest number is longer; longer ones would cost time to calculate with. */
    private static final int LONGEST_NUMBER = 40;

    private final Map<String, String> units;

    /** By each unit the factor to the own one. */
    ValueKind(Map<String, String> units) {
        this.units = units;
    }

    /** {@return the own unit; empty when it has none} */
    String unit() {
        return units.entrySet().stream()
                .filter(e -> e.getValue().equals("1"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** {@return the units in which it may be shown, the own one first} */
    List<String> units() {
        return units.keySet().stream()
                .filter(unit -> !unit.isEmpty())
                .sorted(Comparator.comparing((String unit) -> !unit.equals(unit()))
                        .thenComparing(unit -> unit))
                .toList();
    }

    boolean isNumber() {
        return !units.isEmpty();
    }

    /** {@return the canonical form of {@code value}; what cannot be read stays as it was written} */
    String canonical(String value, String unit) {
        try {
            return switch (this) {
                case TEXT -> value;
                case TIME -> Instant.parse(value).toString();
                default -> number(value, unit.isEmpty() ? unit() : unit);
            };
        } catch (NumberFormatException | DateTimeException e) {
            return value;
        }
    }

    private String number(String value, String unit) {
        String factor = units.get(unit);
        if (factor == null || value.length() > LONGEST_NUMBER || value.indexOf('e') >= 0 || value.indexOf('E') >= 0) {
            return value + " " + unit;
        }
        BigDecimal number = new BigDecimal(value).multiply(new BigDecimal(factor));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** {@return {@code resolution}, of a quantity of that name, in the own unit, of a time in seconds} */
    BigDecimal step(Amount resolution, String name) {
        BigDecimal step = this == TIME
                ? BigDecimal.valueOf(resolution.milliseconds(), 3)
                : resolution.number().multiply(factor(resolution, name));
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("'" + resolution + "' is not more than 0");
        }
        BigDecimal coarsest = new BigDecimal(COARSEST.getOrDefault(this, "1"));
        if (step.compareTo(coarsest) > 0) {
            throw new IllegalArgumentException("'" + resolution + "' is coarser than " + coarsest + " "
                    + (this == TIME ? "s" : unit()) + "; in such steps nearly every value would be right");
        }
        return step;
    }

    private BigDecimal factor(Amount resolution, String name) {
        if (unit().isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + resolution + "' of " + name + ", which is shown as it was sent or not at all; leave it out");
        }
        String factor = units.get(resolution.unit());
        if (factor == null) {
            throw new IllegalArgumentException("'" + resolution + "' is no step of " + name + "; allowed units: "
                    + String.join(", ", new TreeSet<>(units.keySet())));
        }
        return new BigDecimal(factor);
    }
}
