package io.userports.conformance.cems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of MQTT 3.1.1 §4.7, and a few more. */
final class TopicFilterTest {
    @ParameterizedTest
    @CsvSource({
        "sport/tennis/player1,   sport/tennis/player1,         true",
        "sport/tennis/player1,   sport/tennis/player2,         false",
        "sport/tennis/player1,   sport/tennis,                 false",
        "sport/tennis,           sport/tennis/player1,         false",
        "sport/tennis/player1/#, sport/tennis/player1,         true",
        "sport/tennis/player1/#, sport/tennis/player1/ranking, true",
        "sport/tennis/player1/#, sport/tennis/player1/a/b,     true",
        "sport/tennis/player1/#, sport/tennis,                 false",
        "#,                      a/b,                          true",
        "sport/tennis/+,         sport/tennis/player1,         true",
        "sport/tennis/+,         sport/tennis/player1/ranking, false",
        "sport/+,                sport,                        false",
        "sport/+,                sport/,                       true",
        "+/+,                    /finance,                     true",
        "/+,                     /finance,                     true",
        "+,                      /finance,                     false",
        "a/+/c/#,                a/b/c/d,                      true",
        "a/+/c/#,                a/b/d/d,                      false",
    })
    void aFilterMatchesAsMqttSays(String filter, String topic, boolean matches) {
        assertEquals(matches, TopicFilter.parse(filter).matches(topic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/#/b", "a#", "a/b+", "a/+b/c"})
    void whatIsNoFilterIsRefused(String text) {
        assertEquals(
                "'" + text + "' is no topic; + stands for a whole level and # for the rest at the end, like"
                        + " home/+/power",
                assertThrows(IllegalArgumentException.class, () -> TopicFilter.parse(text))
                        .getMessage());
    }
}
