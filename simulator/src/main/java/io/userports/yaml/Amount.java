package io.userports.yaml;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A physical value as a user writes it, {@code 2.4 kW}: a number, one blank, a unit.
 *
 * <p>The record that holds it asks for the dimension it needs ({@link #watts()}, {@link #volts()}, …); a value of
 * another dimension is refused there, with the units that are allowed.
 *
 * @param number the number as written, always finite
 * @param unit the unit as written
 */
public record Amount(BigDecimal number, String unit) {
    private static final Map<String, String> WATTS = Map.of("W", "1", "kW", "1000");
    private static final Map<String, String> WATT_HOURS = Map.of("Wh", "1", "kWh", "1000");
    private static final Map<String, String> VOLTS = Map.of("V", "1");
    private static final Map<String, String> AMPERES = Map.of("A", "1", "mA", "0.001");
    private static final Map<String, String> HERTZ = Map.of("Hz", "1", "mHz", "0.001");
    private static final Map<String, String> LITRES = Map.of("m3", "1000", "l", "1");
    private static final Map<String, String> LITRES_PER_HOUR = Map.of("m3/h", "1000", "l/h", "1");
    private static final Map<String, String> MEGAJOULES = Map.of("GJ", "1000", "MJ", "1");
    private static final Map<String, String> PERCENT = Map.of("%", "1");
    private static final Map<String, String> MILLISECONDS =
            Map.of("µs", "0.001", "ms", "1", "s", "1000", "min", "60000", "h", "3600000");
    /** No amount in this project has more digits; it keeps 1e400 and its like out before any arithmetic. */
    private static final int MAX_LENGTH = 24;

    /** {@return the amount that {@code text} names, like {@code 230 V}} */
    @JsonCreator
    public static Amount parse(String text) {
        String[] parts = text.strip().split(" +");
        if (parts.length != 2 || parts[0].length() > MAX_LENGTH || !parts[0].matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is not an amount; write a number, a blank and a unit, like '2.4 kW'");
        }
        return new Amount(new BigDecimal(parts[0]), parts[1]);
    }

    /** {@return this power in watts} */
    public double watts() {
        return in("a power", WATTS);
    }

    /** {@return this energy in watt-hours} */
    public double wattHours() {
        return in("an energy", WATT_HOURS);
    }

    /** {@return this voltage in volts} */
    public double volts() {
        return in("a voltage", VOLTS);
    }

    /** {@return this current in amperes} */
    public double amperes() {
        return in("a current", AMPERES);
    }

    /** {@return this frequency in hertz} */
    public double hertz() {
        return in("a frequency", HERTZ);
    }

    /** {@return this volume in litres} */
    public double litres() {
        return in("a volume", LITRES);
    }

    /** {@return this flow in litres an hour} */
    public double litresPerHour() {
        return in("a flow", LITRES_PER_HOUR);
    }

    /** {@return this heat in megajoules} */
    public double megajoules() {
        return in("heat", MEGAJOULES);
    }

    /** {@return this share in percent} */
    public double percent() {
        return in("a share", PERCENT);
    }

    /** {@return this time in whole milliseconds} */
    public long milliseconds() {
        return Math.round(in("a time", MILLISECONDS));
    }

    /** {@return this time in whole nanoseconds} */
    public long nanoseconds() {
        return Math.round(in("a time", MILLISECONDS) * 1_000_000);
    }

    @Override
    @JsonValue
    public String toString() {
        return number.toPlainString() + " " + unit;
    }

    private double in(String dimension, Map<String, String> units) {
        String factor = units.get(unit);
        if (factor == null) {
            throw new IllegalArgumentException("'" + this + "' is not " + dimension + "; allowed units: "
                    + String.join(", ", new TreeMap<>(units).keySet()));
        }
        return number.multiply(new BigDecimal(factor)).doubleValue();
    }
}
