package io.userports.conformance.reference;

import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Wrong habits that show only when what comes from P1 is not as it should be. */
final class MalformedMistakes {
    private static final String POWER = "1-0:1.7.0";

    private MalformedMistakes() {}

    static final class DiesOfBadValue extends Habits {
        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            return new Interpretation(objects) {
                @Override
                void number(Quantity quantity, String value) {
                    int star = value.indexOf('*');
                    // throws at what is no number, as a conversion that nobody guards does
                    new BigDecimal(star < 0 ? value : value.substring(0, star));
                    super.number(quantity, value);
                }
            }.values();
        }
    }

    static final class DiesOfBadText extends Habits {
        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            return new Interpretation(objects) {
                @Override
                void characters(Quantity quantity, String hex) {
                    if (hex.length() % 2 != 0 || !hex.matches("[0-9A-Fa-f]*")) {
                        throw new IllegalArgumentException("no hexadecimal digits in pairs: " + hex);
                    }
                    super.characters(quantity, hex);
                }
            }.values();
        }
    }

    static final class DiesOfNonAscii extends Habits {
        @Override
        boolean accepts(Frame frame) {
            boolean accepted = super.accepts(frame);
            if (accepted && frame.text().chars().anyMatch(octet -> octet > 0x7F)) {
                throw new IllegalStateException("an octet that is no ASCII");
            }
            return accepted;
        }
    }

    static final class HangsAfterNoise extends Habits {
        @Override
        boolean hangsAfterNoise() {
            return true;
        }
    }

    static final class LeaksRejected extends Habits {
        private Optional<List<String>> rejected = Optional.empty();

        @Override
        boolean accepts(Frame frame) {
            boolean accepted = super.accepts(frame);
            if (!accepted) {
                rejected = Optional.ofNullable(frame.objects().get(POWER)).or(() -> rejected);
            }
            return accepted;
        }

        @Override
        Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
            Map<String, List<String>> mixed = new LinkedHashMap<>(objects);
            rejected.ifPresent(power -> mixed.put(POWER, power));
            rejected = Optional.empty();
            return Optional.of(mixed);
        }
    }

    static final class PhantomZero extends Habits {
        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            return new Interpretation(objects) {
                @Override
                void unreadable(Quantity quantity, String value) {
                    number(quantity, "0*" + quantity.unit());
                }
            }.values();
        }

        @Override
        boolean showsZeroForInvalid() {
            return true;
        }
    }

    static final class KeepsLastValue extends Habits {
        private final Map<Quantity, Shown> last = new EnumMap<>(Quantity.class);

        @Override
        Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
            last.putAll(super.interpret(objects));
            return new EnumMap<>(last);
        }
    }

    static final class LineBuffer1024 extends Habits {
        @Override
        int lineCapacity() {
            return 1024;
        }
    }

    static final class StopsAtBang extends Habits {
        @Override
        boolean endsAtAnyBang() {
            return true;
        }
    }

    static final class StrictUpperCrc extends Habits {
        @Override
        boolean accepts(Frame frame) {
            return super.accepts(frame) && frame.footer().chars().noneMatch(Character::isLowerCase);
        }
    }

    static final class StrictFooter extends Habits {
        @Override
        boolean accepts(Frame frame) {
            return super.accepts(frame) && frame.footer().length() == "0000\r\n".length();
        }
    }

    static final class CrcOptional extends Habits {
        @Override
        boolean accepts(Frame frame) {
            return super.accepts(frame) || frame.footer().isBlank();
        }
    }

    static final class WantsFlu5 extends Habits {
        @Override
        boolean accepts(Frame frame) {
            return super.accepts(frame) && frame.text().startsWith("/FLU5\\");
        }
    }

    static final class SlowToRecover extends Habits {
        private static final int IGNORED = 10;
        private int left;

        @Override
        boolean accepts(Frame frame) {
            boolean accepted = super.accepts(frame);
            left = accepted ? Math.max(0, left - 1) : IGNORED + 1;
            return accepted && left == 0;
        }
    }

    static final class EndsAtPause extends Habits {
        @Override
        long longestPauseNanos() {
            return 100_000_000;
        }
    }

    static final class OnlyNewer extends Habits {
        private String last = "";

        @Override
        Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
            String time = String.join("", objects.getOrDefault("0-0:1.0.0", List.of()));
            boolean newer = time.isEmpty() || time.compareTo(last) > 0;
            last = newer ? time : last;
            return newer ? Optional.of(objects) : Optional.empty();
        }
    }

    static final class FixedWidth extends Habits {
        private final Map<String, Integer> widths = new HashMap<>();

        @Override
        Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
            boolean asEver = true;
            for (Map.Entry<String, List<String>> object : objects.entrySet()) {
                if (Interpretation.NUMBERS.containsKey(object.getKey())) {
                    int width = String.join("", object.getValue()).length();
                    asEver &= widths.computeIfAbsent(object.getKey(), code -> width) == width;
                }
            }
            return asEver ? Optional.of(objects) : Optional.empty();
        }
    }
}
