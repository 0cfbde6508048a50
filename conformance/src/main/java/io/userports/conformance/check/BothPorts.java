package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a CEMS shows of both ports, and whether it speaks of one installation (brochure 5.1).
 *
 * @param pairs a quantity of P1 and the one of S1 that says the same
 * @param power whether the net power of both is compared too
 * @param display how finely the CEMS shows either
 */
public record BothPorts(Map<Quantity, Quantity> pairs, boolean power, Display display) {
    private static final Map<Quantity, Quantity> ALIKE = Map.of(
            Quantity.METER_ID, Quantity.S1_METER_ID,
            Quantity.VOLTAGE_L1, Quantity.S1_VOLTAGE_RMS_L1,
            Quantity.VOLTAGE_L2, Quantity.S1_VOLTAGE_RMS_L2,
            Quantity.VOLTAGE_L3, Quantity.S1_VOLTAGE_RMS_L3,
            Quantity.CURRENT_L1, Quantity.S1_CURRENT_RMS_L1,
            Quantity.CURRENT_L2, Quantity.S1_CURRENT_RMS_L2,
            Quantity.CURRENT_L3, Quantity.S1_CURRENT_RMS_L3);

    private static final Set<Quantity> POWERS = Set.of(Quantity.POWER_IMPORT, Quantity.POWER_EXPORT, Quantity.S1_POWER);

    /** By how much P1 may differ from S1 beside the band of S1, by unit: its last digit. */
    private static final Map<String, Double> LAST_DIGIT = Map.of("V", 0.1, "A", 0.01);

    /** The last digit of P1's power, in watts. */
    private static final double LAST_WATT = 1;

    public BothPorts {
        pairs = Map.copyOf(pairs);
    }

    /** {@return what a CEMS that shows these quantities can be asked; empty when it shows nothing of both ports} */
    public static Optional<BothPorts> of(Set<Quantity> shown, Display display) {
        Map<Quantity, Quantity> pairs = new EnumMap<>(Quantity.class);
        ALIKE.forEach((p1, s1) -> {
            if (shown.contains(p1) && shown.contains(s1)) {
                pairs.put(p1, s1);
            }
        });
        boolean power = shown.containsAll(POWERS);
        return pairs.isEmpty() && !power ? Optional.empty() : Optional.of(new BothPorts(pairs, power, display));
    }

    /** {@return what is compared} */
    public Set<Quantity> quantities() {
        Set<Quantity> all = EnumSet.noneOf(Quantity.class);
        pairs.forEach((p1, s1) -> all.addAll(Set.of(p1, s1)));
        all.addAll(power ? POWERS : Set.of());
        return all;
    }

    /** {@return where the two ports are apart in what is shown as current, if they are} */
    public Optional<Finding> apart(Map<Quantity, String> current) {
        if (!power && pairs.keySet().stream().noneMatch(current::containsKey)) {
            return Optional.of(Finding.of("expected", "values of both ports presented as current")
                    .and("was", "none")
                    .and(Kind.VALUE_MISSING));
        }
        for (Quantity p1 : new EnumMap<>(pairs).keySet()) {
            Optional<String> ofP1 = Optional.ofNullable(current.get(p1));
            Optional<String> ofS1 = Optional.ofNullable(current.get(pairs.get(p1)));
            if (!alike(p1, ofP1, ofS1)) {
                return Optional.of(finding(p1 + " " + ofP1.orElse("not shown"), pairs.get(p1), ofS1));
            }
        }
        return power ? powerApart(current) : Optional.empty();
    }

    private boolean alike(Quantity p1, Optional<String> ofP1, Optional<String> ofS1) {
        Double digit = LAST_DIGIT.get(p1.unit());
        if (digit == null || ofP1.isEmpty() || ofS1.isEmpty()) {
            return ofP1.equals(ofS1);
        }
        double more = digit + step(p1);
        return number(ofP1)
                .filter(value -> SampleEvidence.isNear(pairs.get(p1), ofS1.get(), value.doubleValue(), more, display))
                .isPresent();
    }

    private Optional<Finding> powerApart(Map<Quantity, String> current) {
        Optional<BigDecimal> in = number(Optional.ofNullable(current.get(Quantity.POWER_IMPORT)));
        Optional<BigDecimal> out = number(Optional.ofNullable(current.get(Quantity.POWER_EXPORT)));
        Optional<String> ofS1 = Optional.ofNullable(current.get(Quantity.S1_POWER));
        Optional<BigDecimal> net = in.flatMap(i -> out.map(o -> i.subtract(o).movePointRight(3)));
        double more = LAST_WATT + 1000 * (step(Quantity.POWER_IMPORT) + step(Quantity.POWER_EXPORT));
        boolean near = net.isPresent()
                && ofS1.isPresent()
                && SampleEvidence.isNear(
                        Quantity.S1_POWER, ofS1.get(), net.get().doubleValue(), more, display);
        return near
                ? Optional.empty()
                : Optional.of(finding(
                        "power-import - power-export "
                                + net.map(n -> n.toPlainString() + " W").orElse("not shown"),
                        Quantity.S1_POWER,
                        ofS1));
    }

    private double step(Quantity quantity) {
        return display.resolution(quantity).map(BigDecimal::doubleValue).orElse(0.0);
    }

    private static Finding finding(String p1, Quantity quantity, Optional<String> ofS1) {
        return Finding.of("expected", "S1 as P1: " + p1)
                .and("was", Disagreement.shown(quantity, ofS1))
                .and(ofS1.isEmpty() ? Kind.VALUE_MISSING : Kind.VALUE_WRONG);
    }

    private static Optional<BigDecimal> number(Optional<String> text) {
        try {
            return text.map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
