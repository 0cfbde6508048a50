package io.userports.conformance.cems;

import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands for each name in braces that a {@code cems.yaml} may write, at one start of the CEMS. */
public record Placeholders(Map<String, String> values) {
    /** A short word that no other start of a CEMS has, of lower-case letters and digits. */
    public static final String RUN = "{run}";

    /** How much faster than real time the run goes; whoever takes it has timers that follow. */
    public static final String TIME_SCALE = "{time-scale}";

    /** All that mean something. */
    public static final List<String> KNOWN = List.of(
            "{p1}",
            "{p1-host}",
            "{p1-port}",
            "{s1}",
            "{s1-host}",
            "{s1-port}",
            "{s1-bit-rate}",
            "{host}",
            "{port}",
            "{dir}",
            "{tz}",
            TIME_SCALE,
            "{java}",
            "{classpath}",
            "{defect}",
            "{push}",
            RUN);

    /** Those that no two CEMS share that run at the same time. */
    private static final List<String> OWN = List.of("{port}", "{dir}", "{push}", RUN);

    private static final Pattern NAME = Pattern.compile("\\{[a-z0-9-]+}");

    public Placeholders {
        values = Map.copyOf(values);
    }

    /** {@return these and {@code more}} */
    public Placeholders and(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(more);
        return new Placeholders(all);
    }

    /** {@return what stands for {@code name}, if anything does} */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** {@return {@code text} with what stands for each name in it} */
    public String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    /** {@return these, and {@code value} for {@code name}} */
    public Placeholders with(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return new Placeholders(more);
    }

    /** {@return whether two CEMS that run at the same time would find the same in {@code text}} */
    static boolean isFixed(String text) {
        return OWN.stream().noneMatch(text::contains);
    }

    /** Refuses a name in braces in {@code texts}, which are written under {@code key}, that stands for nothing. */
    static void check(String key, List<String> texts) {
        texts.stream()
                .flatMap(text -> NAME.matcher(text).results())
                .map(MatchResult::group)
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw KeyException.of(
                            key, Quoted.of(name) + " stands for nothing; known are " + String.join(", ", KNOWN));
                });
    }
}
