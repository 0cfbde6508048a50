package io.userports.conformance.reference;

import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Wrong ideas of what an object means. */
final class MeaningMistakes {
    private MeaningMistakes() {}

    static final class WaterAsGas extends Habits {
        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            return new Interpretation(objects) {
                @Override
                void subMeters() {
                    super.subMeters();
                    for (int channel = 1; channel <= 4; channel++) {
                        for (String register : List.of("24.2.1", "24.2.3")) {
                            List<String> values = objects.getOrDefault("0-" + channel + ":" + register, List.of());
                            if (values.size() == 2 && values.get(1).endsWith("*m3")) {
                                time(Quantity.GAS_TIME, values.get(0));
                                number(Quantity.GAS_VOLUME, values.get(1));
                            }
                        }
                    }
                }
            }.values();
        }
    }

    static final class DutchTariff extends Habits {
        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            return new Interpretation(objects) {
                @Override
                String tariff(String digits) {
                    return digits.equals("0001") ? "night" : "day";
                }
            }.values();
        }
    }

    static final class IntegerCurrent extends Habits {
        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            Map<Quantity, Shown> values = super.interpret(objects);
            for (Quantity current : List.of(Quantity.CURRENT_L1, Quantity.CURRENT_L2, Quantity.CURRENT_L3)) {
                values.computeIfPresent(
                        current,
                        (q, v) -> new Shown(
                                new BigDecimal(v.value())
                                        .setScale(0, RoundingMode.DOWN)
                                        .toPlainString(),
                                v.unit()));
            }
            return values;
        }
    }

    static final class DividesByU2 extends Habits {
        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            Map<Quantity, Shown> values = super.interpret(objects);
            Shown voltage = values.get(Quantity.VOLTAGE_L2);
            if (voltage != null && new BigDecimal(voltage.value()).signum() == 0) {
                values.put(Quantity.CURRENT_L2, new Shown("NaN", "A"));
            }
            return values;
        }

        @Override
        Optional<String> alarm(Map<Quantity, Shown> values) {
            return Optional.ofNullable(values.get(Quantity.VOLTAGE_L2))
                    .filter(v -> v.value().equals("0"))
                    .map(v -> "sensor-fault");
        }
    }

    static final class AbsolutePower extends Habits {
        private static final List<Quantity> PHASES = List.of(
                Quantity.POWER_IMPORT_L1, Quantity.POWER_IMPORT_L3, Quantity.POWER_EXPORT_L1, Quantity.POWER_EXPORT_L3);

        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            Map<Quantity, Shown> values = super.interpret(objects);
            Shown voltage = values.get(Quantity.VOLTAGE_L2);
            if (voltage != null
                    && voltage.value().equals("0")
                    && values.keySet().containsAll(PHASES)) {
                BigDecimal sum = PHASES.stream()
                        .map(q -> new BigDecimal(values.get(q).value()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                values.put(Quantity.POWER_IMPORT, new Shown(sum.toPlainString(), "kW"));
            }
            return values;
        }
    }

    static final class ZeroForAbsent extends Habits {
        @Override
        Map<Quantity, Shown> initial() {
            return filled(Map.of());
        }

        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            return filled(
                    new Interpretation(objects) {
                        @Override
                        boolean isMeasured(String captured, String peak) {
                            return true;
                        }
                    }.values());
        }

        @Override
        Map<Quantity, Shown> s1Values(Map<Quantity, Shown> values) {
            return filled(values);
        }

        private static Map<Quantity, Shown> filled(Map<Quantity, Shown> values) {
            Map<Quantity, Shown> all = new EnumMap<>(Quantity.class);
            EnumSet.allOf(Quantity.class).stream()
                    .filter(q -> !q.unit().isEmpty())
                    .forEach(q -> all.put(q, new Shown("0", q.unit())));
            all.putAll(values);
            return all;
        }
    }

    static final class KeepsLastText extends Habits {
        private Shown last = Shown.text("");

        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            Map<Quantity, Shown> values = super.interpret(objects);
            Shown text = values.getOrDefault(Quantity.TEXT, Shown.text(""));
            last = text.value().isEmpty() ? last : text;
            values.put(Quantity.TEXT, last);
            return values;
        }
    }

    static final class SwapsImportExport extends Habits {
        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            Map<Quantity, Shown> values = super.interpret(objects);
            Shown in = values.get(Quantity.POWER_IMPORT);
            Shown out = values.get(Quantity.POWER_EXPORT);
            if (in != null && out != null) {
                values.put(Quantity.POWER_IMPORT, out);
                values.put(Quantity.POWER_EXPORT, in);
            }
            return values;
        }
    }

    static final class IgnoresDstLetter extends Habits {
        private static final DateTimeFormatter CIVIL = DateTimeFormatter.ofPattern("uuMMddHHmmss");
        private ZoneOffset kept;

        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            return new Interpretation(objects) {
                @Override
                Instant instant(String civil) {
                    if (kept == null) {
                        kept = ZoneOffset.ofHours(first("0-0:1.0.0").orElse("W").endsWith("S") ? 2 : 1);
                    }
                    return LocalDateTime.parse(civil.substring(0, 12), CIVIL).toInstant(kept);
                }
            }.values();
        }
    }

    static final class TwoStates extends Habits {
        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            return new Interpretation(objects) {
                @Override
                String switchState(String digit) {
                    return digit.equals("0") ? "disconnected" : "connected";
                }
            }.values();
        }
    }

    static final class RefusesDecrease extends Habits {
        private static final Set<Quantity> RISING = EnumSet.of(
                Quantity.ENERGY_IMPORT_DAY,
                Quantity.ENERGY_IMPORT_NIGHT,
                Quantity.ENERGY_EXPORT_DAY,
                Quantity.ENERGY_EXPORT_NIGHT,
                Quantity.DEMAND_AVERAGE,
                Quantity.DEMAND_PEAK);
        private final Map<Quantity, Shown> highest = new EnumMap<>(Quantity.class);

        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            Map<Quantity, Shown> values = super.interpret(objects);
            for (Quantity quantity : RISING) {
                List<Shown> both = new ArrayList<>();
                Optional.ofNullable(values.get(quantity)).ifPresent(both::add);
                Optional.ofNullable(highest.get(quantity)).ifPresent(both::add);
                both.stream()
                        .max((a, b) -> new BigDecimal(a.value()).compareTo(new BigDecimal(b.value())))
                        .ifPresent(v -> {
                            highest.put(quantity, v);
                            values.put(quantity, v);
                        });
            }
            return values;
        }
    }
}
