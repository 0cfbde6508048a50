package io.userports.conformance.cems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Observations.Stamped;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ObservationsTest {
    private final Observations observations = new Observations();

    @Test
    void whatIsBelievedIsCarriedOverIntoTheNextScenarioAndNothingElse() {
        say(1, "{\"status\":\"receiving\",\"port\":\"p1\"}");
        say(2, "{\"quantity\":\"power-import\",\"value\":\"1\"}");
        say(3, "{\"quantity\":\"text\",\"value\":\"hello\"}");
        say(4, "{\"event\":\"crc-error\",\"port\":\"p1\"}");
        say(5, "this is no line of the contract");
        say(6, "{\"quantity\":\"power-import\",\"value\":\"2\"}");
        say(7, "{\"quantity\":\"text\",\"value\":null}");
        say(8, "{\"status\":\"stale\",\"port\":\"p1\"}");
        observations.beginAnew();
        say(9, "{\"quantity\":\"power-import\",\"value\":\"3\"}");
        assertEquals(
                List.of(
                        stamped(8, "{\"status\":\"stale\",\"port\":\"p1\"}"),
                        stamped(6, "{\"quantity\":\"power-import\",\"value\":\"2\"}"),
                        stamped(7, "{\"quantity\":\"text\",\"value\":null}"),
                        stamped(9, "{\"quantity\":\"power-import\",\"value\":\"3\"}")),
                observations.since(0));
        assertEquals(3, observations.carried());
        assertEquals(Optional.of("2"), observations.carried(Quantity.POWER_IMPORT));
        assertEquals(Optional.empty(), observations.carried(Quantity.TEXT));
        assertEquals(Optional.empty(), observations.carried(Quantity.TARIFF));
    }

    private void say(long nanos, String line) {
        observations.add(nanos, Observation.of(line));
    }

    private static Stamped stamped(long nanos, String line) {
        return new Stamped(nanos, Observation.of(line));
    }

    @Test
    void halfOfASurrogatePairIsReplacedWhateverWayItCame() {
        assertEquals(
                new Observation.Event("a\uFFFDb", "p\uFFFD"),
                Observation.of("{\"event\":\"a\\ud800b\",\"port\":\"p\\udc00\"}"));
        assertEquals(
                new Observation.Value(Quantity.TEXT, Optional.of("\uFFFD\uD83D\uDE00")),
                Observation.of("{\"quantity\":\"text\",\"value\":\"\\ud83d\\ud83d\\ude00\"}"));
        assertEquals(
                new Observation.Unreadable("\uFFFD", "why \uFFFD"), new Observation.Unreadable("\uD800", "why \uDFFF"));
        assertEquals(new Observation.Status("\uFFFD", "stale"), new Observation.Status("\uD800", "stale"));
    }

    @Test
    void aLongLineIsCutBetweenCharacters() {
        String smiles = "\uD83D\uDE00".repeat(201);
        String cut = ((Observation.Unreadable) Observation.of("x" + smiles)).line();
        assertEquals("x" + "\uD83D\uDE00".repeat(199) + "…", cut);
        assertEquals(cut, new Observation.Unreadable(cut, "read back").line());
    }
}
