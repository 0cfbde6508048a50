package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Placeholders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InterpreterTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Observations observations = new Observations();

    private List<String> seen() {
        return Seen.lines(observations);
    }

    private Interpreter stream(String... values) {
        return Seen.interpreter("stdout: {}\nvalues:\n" + list(values), observations);
    }

    private Interpreter page(String... values) {
        return Seen.interpreter("http: {url: \"http://127.0.0.1:1/\"}\nvalues:\n" + list(values), observations);
    }

    private static String list(String... values) {
        StringBuilder yaml = new StringBuilder();
        for (String value : values) {
            yaml.append("  - {").append(value).append("}\n");
        }
        return yaml.toString();
    }

    private static void take(Interpreter interpreter, String... texts) {
        for (String text : texts) {
            interpreter.take(Message.of(text), 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "at: /p, quantity: power-import, unit: W                     | 1000.9999999999999    | power-import 1.0009999999999999",
                "at: /p, quantity: power-import, unit: W                     | 1.5e3                 | power-import 1.5",
                "at: /p, quantity: power-import                              | 0.1                   | power-import 0.1",
                "at: /p, quantity: power-import                              | \"1.193\"             | power-import 1.193",
                "at: /p, quantity: power-import                              | \"0x\"                | power-import 0x",
                "at: /p, quantity: power-import                              | 1e999999999           | power-import 1E+999999999 kW",
                "at: /p, quantity: power-import                              | {\"w\": 5}            | power-import {\"w\":5}",
                "at: /p/1, quantity: power-import                            | [1.5, 2.5]            | power-import 2.5",
                "at: /p, quantity: energy-import, scale: 0.1                 | 12345                 | energy-import 1234.5",
                "at: /p, quantity: power-net, unit: W, sign: export-positive | -371                  | power-net 0.371",
                "at: /p, quantity: current-l1, sign: absolute                | -2.72                 | current-l1 2.72",
                "at: /p, quantity: current-l1, sign: as-is                   | -2.72                 | current-l1 -2.72",
                "at: /p, quantity: breaker, words: {true: connected}         | true                  | breaker connected",
                "at: /p, quantity: breaker, words: {true: connected}         | 7                     | breaker 7",
                "at: /p, quantity: edition                                   | 50221                 | edition 50221",
                "at: /p, quantity: meter-id, hex: true                       | \"31464C4F\"          | meter-id 1FLO",
                "at: /p, quantity: meter-time                                | \"2026-01-15T12:00:00+01:00\" | meter-time 2026-01-15T11:00:00Z",
                "at: /p, quantity: meter-time                                | \"2026-01-15T12:00:00\" | meter-time 2026-01-15T12:00:00Z",
                "at: /p, quantity: meter-time, zone: Europe/Brussels         | \"2026-01-15T12:00:00\" | meter-time 2026-01-15T11:00:00Z",
                "at: /p, quantity: meter-time, time: epoch-seconds           | 1768474800            | meter-time 2026-01-15T11:00:00Z",
                "at: /p, quantity: meter-time, time: epoch-seconds           | 1768474800.25         | meter-time 2026-01-15T11:00:00.250Z",
                "at: /p, quantity: meter-time, time: epoch-milliseconds      | 1768474800000         | meter-time 2026-01-15T11:00:00Z",
                "at: /p, quantity: meter-time, time: yyMMddHHmmss, zone: Europe/Brussels | 260115120000 | meter-time 2026-01-15T11:00:00Z",
                "at: /p, quantity: meter-time                                | \"noon\"              | meter-time noon",
                "at: /p, status: s1, words: {ok: receiving}                  | \"ok\"                | s1 receiving",
                "at: /p, status: p1                                          | \"no-data\"           | p1 no-data",
                "at: /p, status: p1                                          | \"ok\"                | ? ok (a status is one of receiving, stale, no-data; see words)",
                "at: /p, event: crc-error                                    | 1                     | ! crc-error p1",
                "at: /p, event: crc-error, port: s1                          | 1                     | ! crc-error s1",
            })
    void aTextMeansWhatTheMappingSays(String meaning, String text, String seen) {
        take(stream(meaning), "{\"p\": " + text + "}");
        assertEquals(List.of(seen), seen());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"null", "\"\"", "\" \"", "\"NA\"", "\"n/a\"", "NaN", "\"nan\"", "\"Unavailable\"", "\"--\"", "-1"})
    void aValueThatIsNotThereIsNoZero(String text) {
        Interpreter interpreter = Seen.interpreter(
                """
                stdout: {}
                absent: ["-1"]
                values: [{at: /p, quantity: power-import}]
                """,
                observations);
        take(interpreter, "{\"p\": " + text + "}");
        assertEquals(List.of("power-import -"), seen());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[", "nul", "1 2", "{\"p\":1e99999999999}", "{\"p\":.}", "{\"p\":\"\u0001\"}", "\u0000"
            })
    void whatIsNoJsonIsOnlyNoted(String text) {
        take(stream("at: /p, quantity: power-import"), text);
        assertEquals(List.of("? " + text + " (no JSON)"), seen());
    }

    @Test
    void whatIsTooDeepOrHasTooLongANumberIsOnlyNoted() {
        take(
                stream("at: /p, quantity: power-import"),
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"p\":" + "9".repeat(10_000) + "}");
        assertEquals(
                List.of("? " + "[".repeat(200) + "… (no JSON)", "? {\"p\":" + "9".repeat(195) + "… (no JSON)"), seen());
    }

    @Test
    void groupsOfAPatternAreFoundAnywhereInALine() {
        Interpreter interpreter = Seen.interpreter(
                """
                stdout: {}
                pattern: "P=(?<power>[0-9.]+) W(, gas (?<gas>[0-9.]+))?"
                values:
                  - {group: power, quantity: power-import, unit: W}
                  - {group: gas, quantity: gas-volume}
                """,
                observations);
        take(interpreter, "12:00 P=371 W, gas 431.607 m3", "12:01 P=372 W", "hello");
        assertEquals(
                List.of(
                        "power-import 0.371",
                        "gas-volume 431.607",
                        "power-import 0.372",
                        "? hello (it has no power-import (group power), gas-volume (group gas))"),
                seen());
    }

    @Test
    void whatIsNotInAMessageHasNotChanged() {
        take(
                stream("at: /p, quantity: power-import", "at: /g, quantity: gas-volume"),
                "{\"p\":1,\"g\":2}",
                "{\"p\":3}");
        assertEquals(List.of("power-import 1", "gas-volume 2", "power-import 3"), seen());
    }

    @Test
    void whatIsNotOnAPageIsNotShown() {
        take(page("at: /p, quantity: power-import", "at: /g, quantity: gas-volume"), "{\"p\":1,\"g\":2}", "{\"p\":3}");
        assertEquals(List.of("power-import 1", "gas-volume 2", "power-import 3", "gas-volume -"), seen());
    }

    @Test
    void aMappingMaySayOtherwise() {
        Interpreter interpreter = Seen.interpreter(
                """
                http: {url: "http://127.0.0.1:1/"}
                missing: unchanged
                values: [{at: /p, quantity: power-import}, {at: /g, quantity: gas-volume}]
                """,
                observations);
        take(interpreter, "{\"p\":1,\"g\":2}", "{\"p\":3}");
        assertEquals(List.of("power-import 1", "gas-volume 2", "power-import 3"), seen());
    }

    @Test
    void ofTwoPlacesOfOneValueTheFirstThatIsThereCounts() {
        Interpreter interpreter = page("at: /new, quantity: gas-volume", "at: /old, quantity: gas-volume");
        take(interpreter, "{\"old\":1,\"new\":2}", "{\"old\":1}", "{}");
        assertEquals(
                List.of(
                        "gas-volume 2",
                        "gas-volume 1",
                        "gas-volume -",
                        "? {} (it has no gas-volume (at /new), gas-volume (at /old))"),
                seen());
    }

    @Test
    void aPointerThatMatchesNothingIsTold() {
        Interpreter interpreter = page("at: /data/p, quantity: power-import", "at: /g, quantity: gas-volume");
        take(interpreter, "{\"g\":1}");
        assertEquals(List.of("power-import (at /data/p)"), interpreter.neverFound());
        assertEquals(List.of("gas-volume 1", "power-import -"), seen());
    }

    @Test
    void aPollThatFindsTheSameAgainSaysItOnceASecond() {
        Interpreter interpreter = page("at: /p, quantity: power-import");
        for (int tenth = 0; tenth < 25; tenth++) {
            interpreter.take(Message.of("{\"p\":1}"), tenth * SECOND / 10);
        }
        assertEquals(List.of("power-import 1", "power-import 1", "power-import 1"), seen());
    }

    @Test
    void whatIsPublishedAgainIsHeardAgain() {
        take(stream("quantity: power-import"), "1", "1");
        assertEquals(List.of("power-import 1", "power-import 1"), seen());
    }

    @Test
    void aPageThatCannotBeReadShowsNothingAnyMore() {
        Interpreter interpreter = page("at: /p, quantity: power-import", "at: /g, quantity: gas-volume");
        interpreter.unavailable("http://127.0.0.1:1/ refused the connection", 0);
        take(interpreter, "{\"p\":1}");
        interpreter.unavailable("http://127.0.0.1:1/ answered 500", SECOND);
        interpreter.unavailable("http://127.0.0.1:1/ answered 500", 2 * SECOND);
        take(interpreter, "<html>", "{\"p\":1}");
        assertEquals(
                List.of(
                        "? http://127.0.0.1:1/ refused the connection (no answer that can be read)",
                        "power-import 1",
                        "gas-volume -",
                        "? http://127.0.0.1:1/ answered 500 (no answer that can be read)",
                        "power-import -",
                        "? http://127.0.0.1:1/ answered no JSON: <html> (no answer that can be read)",
                        "power-import 1"),
                seen());
    }

    @Test
    void valuesUnderATimeThatStandsStillAreNotNew() {
        Interpreter interpreter = Seen.interpreter(
                """
                http: {url: "http://127.0.0.1:1/"}
                stamp: /ts
                silence: 10 s
                values: [{at: /p, quantity: power-import}]
                """,
                observations);
        interpreter.take(Message.of("{\"ts\":7,\"p\":1}"), 0);
        interpreter.take(Message.of("{\"ts\":7,\"p\":2}"), 9 * SECOND);
        interpreter.tick(10 * SECOND);
        assertEquals(List.of("power-import 1"), seen());
        interpreter.tick(11 * SECOND);
        interpreter.take(Message.of("{\"ts\":8,\"p\":3}"), 12 * SECOND);
        assertEquals(List.of("power-import 1", "p1 stale", "p1 receiving", "power-import 3"), seen());
    }

    @Test
    void whoFallsSilentIsStaleOnThePortsThatItSpeaksOf() {
        Interpreter interpreter = Seen.interpreter(
                """
                stdout: {}
                silence: 5 s
                values:
                  - {at: /p, quantity: power-import}
                  - {at: /f, quantity: s1-frequency}
                """,
                observations);
        interpreter.tick(100 * SECOND);
        interpreter.take(Message.of("{\"p\":1}"), 100 * SECOND);
        interpreter.tick(105 * SECOND);
        interpreter.tick(106 * SECOND);
        interpreter.tick(107 * SECOND);
        interpreter.take(Message.of("{\"p\":1}"), 108 * SECOND);
        assertEquals(
                List.of("power-import 1", "p1 stale", "s1 stale", "p1 receiving", "s1 receiving", "power-import 1"),
                seen());
    }

    @Test
    void whereTimeGoesFasterSilenceIsShorterAndAPollIsSaidAgainSooner() {
        Interpreter interpreter = Interpreter.of(
                Seen.declared(
                        """
                        http: {url: "http://127.0.0.1:1/"}
                        silence: 5 s
                        values: [{at: /p, quantity: power-import}]
                        """),
                new Placeholders(Map.of("{time-scale}", "10")),
                observations);
        interpreter.take(Message.of("{\"p\":1}"), 0);
        interpreter.take(Message.of("{\"p\":1}"), SECOND / 20);
        interpreter.take(Message.of("{\"p\":1}"), SECOND / 10);
        interpreter.tick(SECOND / 10 + SECOND / 2);
        assertEquals(List.of("power-import 1", "power-import 1"), seen());
        interpreter.tick(SECOND);
        assertEquals(List.of("power-import 1", "power-import 1", "p1 stale"), seen());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(?<p>.*.*.*.*.*.*.*=) | takes longer than 1 s to look for",
                "(?<p>(a(b)?)*=)       | goes too deep",
            })
    void aPatternThatTakesTooMuchIsNoFaultOfTheCemsAndHoldsNobodyUp(String pattern, String why) {
        Interpreter interpreter = Seen.interpreter(
                "{stdout: {}, pattern: '" + pattern + "', values: [{group: p, quantity: text}]}", observations);
        take(interpreter, "a=");
        take(interpreter, "a".repeat(1_000_000), "a=");
        assertEquals(
                Optional.of(
                        "observe.pattern: '" + pattern + "' " + why + " in a text of 1000000 characters, so what the"
                                + " CEMS shows is not seen; write one without repetitions within repetitions"),
                interpreter.broken());
        assertEquals(List.of("text a="), seen());
    }

    @Test
    void anEventOfAPageHasHappenedWhenItChanges() {
        take(page("at: /rejected, event: crc-error"), "{\"rejected\":4}", "{\"rejected\":4}", "{\"rejected\":5}");
        assertEquals(List.of("! crc-error p1"), seen());
    }

    @Test
    void aTopicSelectsAndOthersAreNotForUs() {
        Interpreter interpreter =
                stream("topic: \"+/power\", quantity: power-import", "topic: a/gas, quantity: gas-volume");
        interpreter.take(new Message("a/power", "1"), 0);
        interpreter.take(new Message("a/b/power", "2"), 0);
        interpreter.take(new Message("a/gas", "3"), 0);
        interpreter.take(new Message("b/gas", "4"), 0);
        assertEquals(List.of("power-import 1", "gas-volume 3"), seen());
    }
}
