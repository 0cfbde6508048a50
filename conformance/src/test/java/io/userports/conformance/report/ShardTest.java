package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @Test
    void aShardIsWrittenAsItIsRead() {
        assertEquals(new Shard(2, 3), Shard.parse("2/3"));
        assertEquals("2/3", Shard.parse("2/3").toString());
        assertEquals(Shard.WHOLE, Shard.parse("1/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/2", "3/2", "x", "", "1", "1/", "/2", "-1/2", "1/0", "1/2/3", "1 / 2", "1/99999", "½"})
    void whatIsNoShardIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Shard.parse(text));
        assertEquals("'" + text + "' is no shard; write which of how many, like 1/3, 2/3 and 3/3", e.getMessage());
    }

    @Test
    void theLongestAreDealtOutFirstEachToWhoHasLeastToDo() {
        Map<String, Long> took = Map.of("a", 1_000L, "b", 9_000L, "c", 5_000L, "d", 4_000L, "e", 1_000L, "other", 7L);
        assertEquals(
                List.of(Set.of("a", "b"), Set.of("c", "d", "e")), split(List.of("a", "b", "c", "d", "e"), took, 2));
    }

    @Test
    void whereNothingIsKnownEachCountsTheSame() {
        assertEquals(
                List.of(Set.of("a", "d"), Set.of("b", "e"), Set.of("c")),
                split(List.of("e", "d", "c", "b", "a"), Map.of(), 3));
        assertEquals(
                List.of(Set.of("a"), Set.of("b"), Set.of()), split(List.of("a", "b"), Map.of("a", 0L, "b", 0L), 3));
    }

    @Test
    void oneThatHasNotRunBeforeCountsAsTheMeanOfTheOthers() {
        assertEquals(
                List.of(Set.of("long"), Set.of("new", "short")),
                split(List.of("long", "new", "short"), Map.of("long", 9_000L, "short", 1_000L), 2));
    }

    @Test
    void everyScenarioIsInExactlyOneShardWhateverTheOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            List<String> ids = new ArrayList<>();
            Map<String, Long> took = new HashMap<>();
            int size = 1 + random.nextInt(60);
            for (int i = 0; i < size; i++) {
                ids.add("s" + i);
                if (random.nextInt(5) > 0) {
                    took.put("s" + i, random.nextLong(90_000));
                }
            }
            int count = 1 + random.nextInt(7);
            List<Set<String>> split = split(ids, took, count);
            Collections.shuffle(ids, random);
            assertEquals(split, split(ids, took, count));
            List<String> together = split.stream().flatMap(Set::stream).sorted().toList();
            assertEquals(ids.stream().sorted().toList(), together);
        }
    }

    @Test
    void noShardHasMuchMoreToDoThanTheOthers() {
        Map<String, Long> took = new HashMap<>();
        IntStream.range(0, 225).forEach(i -> took.put("s" + i, 500L + i * i));
        List<Long> loads = split(took.keySet(), took, 4).stream()
                .map(part -> part.stream().mapToLong(took::get).sum())
                .toList();
        assertTrue(Collections.max(loads) - Collections.min(loads) < 1_000, loads::toString);
    }

    private static List<Set<String>> split(Collection<String> ids, Map<String, Long> took, int count) {
        return IntStream.rangeClosed(1, count)
                .<Set<String>>mapToObj(i -> new TreeSet<>(new Shard(i, count).of(ids, took)))
                .toList();
    }
}
