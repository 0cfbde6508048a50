package io.userports.conformance.cems;

import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * What the texts of a CEMS stand for: data, the same whatever way they came.
 *
 * @param pattern a regular expression with named groups, looked for in each text
 * @param values what is where and stands for what, of several for one quantity the first that is found; none when the texts are lines of the contract
 * @param absent texts that mean that there is no value, beside those that every mapping knows
 * @param missing what it means that a value is not in a text at all
 * @param silence after how long without a message the ports that it speaks of are stale
 * @param stamp where a text that is JSON says of when it is: while that stands still, nothing is said anew
 */
public record Mapping(
        String pattern, List<Meaning> values, List<String> absent, Missing missing, Amount silence, Pointer stamp) {
    /** The lines of the adapter contract. */
    public static final Mapping CONTRACT = new Mapping(null, List.of(), List.of(), null, null, null);

    /** The name of {@link #CONTRACT}. */
    public static final String CONTRACT_NAME = "contract";

    /** All that can be named. */
    public static final List<String> BUILT_IN = List.of(
            CONTRACT_NAME,
            "homewizard-v1",
            "homewizard-v2",
            "dsmr-reader",
            "p1-dongle",
            "esphome-web",
            "esphome-mqtt",
            "shelly-em");

    private static final Set<String> ABSENT =
            Set.of("", "null", "none", "na", "n/a", "nan", "unavailable", "unknown", "undefined", "-", "--");

    private static final int LONGEST_PATTERN = 1000;

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    /** What it means that a value is not in a text. */
    public enum Missing {
        /** There is none: the text is all that the CEMS shows. */
        ABSENT,
        /** Nothing: the text tells what is new. */
        UNCHANGED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Mapping {
        values = values == null ? List.of() : List.copyOf(values);
        absent = absent == null ? List.of() : List.copyOf(absent);
        if (pattern != null) {
            if (pattern.length() > LONGEST_PATTERN) {
                throw KeyException.of(
                        "pattern", Quoted.of(pattern) + " is longer than " + LONGEST_PATTERN + " characters");
            }
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw KeyException.of(
                        "pattern", Quoted.of(pattern) + " is no regular expression: " + e.getDescription());
            }
        }
        if (silence != null) {
            long millis = KeyException.at("silence", silence::milliseconds);
            if (millis < 100 || millis > 3_600_000) {
                throw KeyException.of("silence", "'" + silence + "' is not 100 ms to 1 h");
            }
        }
    }

    /**
     * {@return the mapping of that name, or in that file}
     *
     * @throws InputException when there is none, or it is not as it should be
     */
    public static Mapping of(String nameOrFile) {
        if (nameOrFile.equals(CONTRACT_NAME)) {
            return CONTRACT;
        }
        if (BUILT_IN.contains(nameOrFile)) {
            try (InputStream in = Mapping.class.getResourceAsStream("/mappings/" + nameOrFile + ".yaml")) {
                return StrictYaml.read(in, "mapping " + nameOrFile, Mapping.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!nameOrFile.matches(".*[./\\\\].*")) {
            throw InputException.at(
                    "mapping " + Quoted.of(nameOrFile),
                    "not built in; built in are " + String.join(", ", BUILT_IN) + "; or give a YAML file");
        }
        Mapping mapping = StrictYaml.read(Path.of(nameOrFile), Mapping.class);
        if (mapping.values.isEmpty()) {
            throw InputException.at(nameOrFile, "the key 'values' is missing; write a list of what stands for what");
        }
        return mapping;
    }

    /** {@return this with what {@code other} says too; where both speak, {@code other} counts} */
    Mapping and(Mapping other) {
        return new Mapping(
                other.pattern == null ? pattern : other.pattern,
                join(values, other.values),
                join(absent, other.absent),
                other.missing == null ? missing : other.missing,
                other.silence == null ? silence : other.silence,
                other.stamp == null ? stamp : other.stamp);
    }

    /** Refuses a value whose group is not in the pattern. */
    void checkGroups() {
        Set<String> groups = pattern == null
                ? Set.of()
                : GROUP.matcher(pattern).results().map(m -> m.group(1)).collect(Collectors.toSet());
        for (Meaning value : values) {
            value.groupName().filter(g -> !groups.contains(g)).ifPresent(g -> {
                throw KeyException.of(
                        "pattern",
                        pattern == null
                                ? "is missing; the group " + Quoted.of(g) + " is to be found by it"
                                : Quoted.of(pattern) + " has no group " + Quoted.of(g) + "; write (?<" + g + ">…)");
            });
        }
    }

    /** {@return whether the texts are lines of the adapter contract} */
    public boolean isContract() {
        return values.isEmpty();
    }

    /** {@return the regular expression that finds the groups, if there is one} */
    public Optional<Expression> expression() {
        return Optional.ofNullable(pattern).map(p -> Expression.of("observe.pattern", p));
    }

    /** {@return whether it may bring values of {@code quantity}; lines of the contract may bring all} */
    boolean mayShow(Quantity quantity) {
        return isContract() || values.stream().anyMatch(value -> value.shows().equals(Optional.of(quantity)));
    }

    /** {@return where the own time of a text stands, if it has one} */
    public Optional<Pointer> ownTime() {
        return Optional.ofNullable(stamp);
    }

    /** {@return after how many nanoseconds without a message its ports are stale, if they ever are} */
    public Optional<Long> silenceNanos() {
        return Optional.ofNullable(silence).map(Amount::nanoseconds);
    }

    /** {@return whether {@code text} means that there is no value} */
    public boolean isAbsent(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return ABSENT.contains(plain) || absent.stream().anyMatch(plain::equalsIgnoreCase);
    }

    /** {@return whether a value that is not in a text is not there any more}; by itself in what was {@code polled} */
    public boolean forgets(boolean polled) {
        return missing == null ? polled : missing == Missing.ABSENT;
    }

    private static <T> List<T> join(List<T> one, List<T> more) {
        List<T> all = new ArrayList<>(one);
        all.addAll(more);
        return all;
    }
}
