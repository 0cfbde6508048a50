package io.userports.conformance.reference;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Wrong habits of taking telegrams from the line, and objects out of telegrams. */
final class ReadingMistakes {
    private ReadingMistakes() {}

    static final class FixedOrder extends Habits {
        private List<String> order = List.of();

        @Override
        Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
            if (order.isEmpty()) {
                order = List.copyOf(objects.keySet());
            }
            Map<String, List<String>> byPlace = new LinkedHashMap<>();
            int place = 0;
            for (Map.Entry<String, List<String>> object : objects.entrySet()) {
                if (place < order.size() && sameShape(objects.get(order.get(place)), object.getValue())) {
                    byPlace.put(order.get(place), object.getValue());
                }
                place++;
            }
            return Optional.of(byPlace);
        }

        /** Even this one would not take a text for a number. */
        private static boolean sameShape(List<String> expected, List<String> found) {
            return expected != null
                    && expected.size() == found.size()
                    && expected.toString()
                            .replaceAll("[0-9]+", "0")
                            .equals(found.toString().replaceAll("[0-9]+", "0"));
        }
    }

    static final class UnknownFatal extends Habits {
        private static final Set<String> EDITIONS = Set.of("50213", "50214", "50215", "50216", "50217", "50221");
        private static final Pattern OTHERS = Pattern.compile(
                "0-0:(96\\.(1\\.[124]|14\\.0|3\\.10|13\\.0)|1\\.0\\.0|17\\.0\\.0|98\\.1\\.0)"
                        + "|1-0:(94\\.32\\.1|1\\.6\\.0|31\\.4\\.0)|0-[1-4]:(24\\.[124]\\.[013]|96\\.(1\\.[12]|3\\.10))");

        @Override
        Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
            boolean known = objects.keySet().stream()
                            .allMatch(c -> Interpretation.NUMBERS.containsKey(c)
                                    || OTHERS.matcher(c).matches())
                    && EDITIONS.contains(
                            objects.getOrDefault("0-0:96.1.4", List.of("")).get(0));
            return known ? Optional.of(objects) : Optional.empty();
        }
    }

    static final class NoCrcCheck extends Habits {
        @Override
        boolean takesPieces() {
            return true;
        }

        @Override
        boolean accepts(Frame frame) {
            return true;
        }
    }

    static final class FixedMbusChannel extends Habits {
        @Override
        Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
            Map<String, List<String>> others = new LinkedHashMap<>(objects);
            others.put("0-1:24.1.0", List.of("003"));
            others.put("0-2:24.1.0", List.of("007"));
            others.remove("0-3:24.1.0");
            others.remove("0-4:24.1.0");
            return Optional.of(others);
        }
    }

    static final class Buffer1500 extends Habits {
        @Override
        int capacity() {
            return 1500;
        }
    }

    static final class KeepsStale extends Habits {
        @Override
        boolean tellsThatValuesAreOld() {
            return false;
        }
    }

    static final class EmptyHistoryFatal extends Habits {
        private static final int HEAD = 3;

        @Override
        Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
            List<String> history = objects.get("0-0:98.1.0");
            if (history != null && history.size() <= HEAD + 1) {
                throw new IllegalStateException("no entry " + HEAD + " in " + history);
            }
            return Optional.of(objects);
        }
    }

    static final class NeverSetFatal extends Habits {
        @Override
        Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
            boolean set = objects.values().stream().noneMatch(v -> v.contains("632525252525W"));
            return set ? Optional.of(objects) : Optional.empty();
        }
    }

    static final class NoRestart extends Habits {
        @Override
        boolean restarts() {
            return false;
        }
    }

    static final class TalksBack extends Habits {
        /** The request of an older protocol, to which a meter answered. */
        @Override
        byte[] greeting() {
            return "/?!\r\n".getBytes(StandardCharsets.US_ASCII);
        }
    }

    static final class NeverAsks extends Habits {
        @Override
        boolean asks() {
            return false;
        }
    }

    static final class AsksOnce extends Habits {
        @Override
        boolean asksAgain() {
            return false;
        }
    }

    static final class Dead extends Habits {
        @Override
        boolean tellsThatValuesAreOld() {
            return false;
        }

        @Override
        int capacity() {
            return 0;
        }

        @Override
        S1Framing s1Framing(S1Framing.Frames frames) {
            return super.s1Framing((octets, at, length) -> {});
        }
    }
}
