package io.userports.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.userports.conformance.verdict.NotJudged;
import io.userports.conformance.verdict.RigBroken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Finding GAS = Finding.of(
                    "expected", "gas-volume 112.384 m3", "telegram 7, 0-3:24.2.3, octet 612")
            .and("was", "gas-volume 872.2 m3", "0.4 s after the telegram")
            .and(Kind.VALUE_WRONG)
            .and("hint", "equals the water reading: a channel was taken for a device type");

    @Test
    void factsStandInColumns() {
        assertEquals(
                List.of(
                        "expected   gas-volume 112.384 m3      telegram 7, 0-3:24.2.3, octet 612",
                        "was        gas-volume 872.2 m3        0.4 s after the telegram",
                        "kind       value wrong",
                        "hint       equals the water reading: a channel was taken for a device type"),
                GAS.lines());
    }

    @Test
    void shortKeysStandInTheSameColumnsAsEver() {
        assertEquals(List.of("was        dead"), Finding.of("was", "dead").lines());
    }

    @Test
    void whatACemsPrintsCannotMoveTheCursor() {
        assertEquals(
                List.of("was        <U+001B>[2J<U+000A>é€😀<U+202E><U+FFFE><U+D800>x"),
                Finding.of("was", "\u001b[2J\né€😀\u202e\ufffe\ud800x").lines());
    }

    @Test
    void aLongValueIsCutOnTheScreenAndWholeInTheFinding() {
        Finding text = Finding.of("was", "z".repeat(1024), "telegram 3");
        assertEquals(List.of("was        " + "z".repeat(120) + "… (1024 characters)      telegram 3"), text.lines());
        assertEquals(Optional.of("z".repeat(1024)), text.value("was"));
    }

    @Test
    void asJsonItIsAListOfFacts() throws JsonProcessingException {
        assertEquals(
                "[{\"key\":\"expected\",\"value\":\"1.193 kW\",\"place\":\"telegram 7\"},"
                        + "{\"key\":\"was\",\"value\":\"1.2 kW\"}]",
                new ObjectMapper()
                        .writeValueAsString(
                                Finding.of("expected", "1.193 kW", "telegram 7").and("was", "1.2 kW")));
    }

    @Test
    void aFailureTellsItsFacts() {
        assertEquals(
                String.join(System.lineSeparator(), GAS.lines()),
                Failure.of(GAS).getMessage());
        assertEquals(GAS, Finding.explaining(Failure.of(GAS)));
    }

    @Test
    void anErrorThatWasForeseenIsToldByItsMessage() {
        assertEquals(Finding.of("was", "1 is not 2"), Finding.explaining(new AssertionError("1 is not 2")));
        assertEquals(Finding.of("reason", "late"), Finding.explaining(NotJudged.of("late")));
        assertEquals(Finding.of("reason", "no port"), Finding.explaining(RigBroken.of("no port")));
    }

    @Test
    void anErrorThatNobodyForesawIsToldWithItsPlace() {
        assertLinesMatch(
                List.of("reason     java\\.lang\\.IllegalStateException: odd      at .*FindingTest.*\\d+\\)"),
                Finding.explaining(new IllegalStateException("odd")).lines());
    }
}
