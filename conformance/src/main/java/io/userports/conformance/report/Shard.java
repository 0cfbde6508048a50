package io.userports.conformance.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.userports.yaml.Quoted;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One part of a selection that is run in several, written {@code 2/3}; a whole run is {@code 1/1}.
 *
 * @param index which part, from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {
    /** All of a selection. */
    public static final Shard WHOLE = new Shard(1, 1);

    /** {@return the shard}; one that cannot be is an {@link IllegalArgumentException}. */
    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException(index + "/" + count + " is no shard");
        }
    }

    /** {@return the shard that somebody has written}; another text is an {@link IllegalArgumentException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Shard parse(String text) {
        if (text.matches("[0-9]{1,4}/[0-9]{1,4}")) {
            int slash = text.indexOf('/');
            int index = Integer.parseInt(text.substring(0, slash));
            int count = Integer.parseInt(text.substring(slash + 1));
            if (index >= 1 && index <= count) {
                return new Shard(index, count);
            }
        }
        throw new IllegalArgumentException(
                Quoted.of(text) + " is no shard; write which of how many, like 1/3, 2/3 and 3/3");
    }

    /**
     * {@return the scenarios of this part}
     *
     * <p>The longest are dealt out first, each to the part that has least to do so far. So every scenario is in exactly
     * one part, in whatever order they come, as long as all parts are told the same durations.
     *
     * @param durations how long scenarios took, in milliseconds; one that is not there counts as their mean
     */
    public Set<String> of(Collection<String> scenarios, Map<String, Long> durations) {
        long mean = Math.round(scenarios.stream()
                .filter(durations::containsKey)
                .mapToLong(durations::get)
                .average()
                .orElse(1));
        List<String> longestFirst = scenarios.stream()
                .distinct()
                .sorted(Comparator.comparing((String id) -> -durations.getOrDefault(id, mean))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        long[] loads = new long[count];
        Set<String> mine = new TreeSet<>();
        for (String id : longestFirst) {
            int least = 0;
            for (int i = 1; i < count; i++) {
                least = loads[i] < loads[least] ? i : least;
            }
            loads[least] += Math.max(1, durations.getOrDefault(id, mean));
            if (least == index - 1) {
                mine.add(id);
            }
        }
        return mine;
    }

    @Override
    @JsonValue
    public String toString() {
        return index + "/" + count;
    }
}
