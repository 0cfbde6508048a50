package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Operator;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.verdict.NotJudged;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person answers and what becomes of it. */
final class OperatorObserverTest {
    private static final String ENDS = "<end>";

    private final Observations observations = new Observations();
    private final List<String> told = new ArrayList<>();
    private final List<PipedOutputStream> keyboards = new ArrayList<>();

    /** Whoever reads answers ends with what it reads. */
    @AfterEach
    void close() throws IOException {
        for (PipedOutputStream keyboard : keyboards) {
            keyboard.close();
        }
    }

    /** Answers each question with the next of the answers, as soon as it is written, and then no more. */
    private OperatorObserver asking(String... answers) throws IOException {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        PipedOutputStream typed = new PipedOutputStream();
        keyboards.add(typed);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(new PipedInputStream(typed), StandardCharsets.UTF_8));
        Writer screen = new Writer() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public void write(char[] characters, int from, int count) {
                text.append(characters, from, count);
            }

            @Override
            public void flush() throws IOException {
                String line = text.toString().strip();
                text.setLength(0);
                if (!line.isEmpty()) {
                    told.add(line);
                }
                if (!line.endsWith("?") && !line.endsWith("(y/n)") || left.isEmpty()) {
                    return;
                }
                if (left.peek().equals(ENDS)) {
                    typed.close();
                } else {
                    typed.write((left.poll() + "\n").getBytes(StandardCharsets.UTF_8));
                    typed.flush();
                }
            }

            @Override
            public void close() {}
        };
        return new OperatorObserver(
                new Operator(Amount.parse("1 s")), Dialogue.of(in, new PrintWriter(screen)), observations);
    }

    private List<Observation> observed() {
        return observations.since(0).stream().map(Stamped::observation).toList();
    }

    private static Observation value(Quantity quantity, String value) {
        return new Observation.Value(quantity, Optional.of(value));
    }

    private static Observation none(Quantity quantity) {
        return new Observation.Value(quantity, Optional.empty());
    }

    @Test
    void eachQuantityIsAskedForInItsUnitAndInOrder() throws IOException {
        try (OperatorObserver operator =
                asking("22,5", "", "1193 W", "112.384 m3", "day", "2026-01-15T12:00:00+01:00")) {
            operator.ask(List.of(
                    Quantity.VOLTAGE_L1,
                    Quantity.WATER_VOLUME,
                    Quantity.POWER_IMPORT,
                    Quantity.GAS_VOLUME,
                    Quantity.TARIFF,
                    Quantity.METER_TIME));
        }
        assertEquals(
                List.of(
                        value(Quantity.VOLTAGE_L1, "22.5"),
                        none(Quantity.WATER_VOLUME),
                        value(Quantity.POWER_IMPORT, "1.193"),
                        value(Quantity.GAS_VOLUME, "112.384"),
                        value(Quantity.TARIFF, "day"),
                        value(Quantity.METER_TIME, "2026-01-15T11:00:00Z")),
                observed());
        assertEquals(
                List.of(
                        "look at the display and type what it shows at this moment, or Enter alone if it shows nothing for"
                                + " that, or ? if you cannot tell; you have 1 s each time",
                        "what does the display show for voltage-l1 (V)?",
                        "what does the display show for water-volume (m3)?",
                        "what does the display show for power-import (kW)?",
                        "what does the display show for gas-volume (m3)?",
                        "what does the display show for tariff?",
                        "what does the display show for meter-time (like 2026-01-15T12:00:00+01:00)?"),
                told);
    }

    @Test
    void whoMistypesIsAskedAgain() throws IOException {
        try (OperatorObserver operator = asking("1.2.3", "twelve", "12 V", "12", "noon", "2026-01-15T11:00:00Z")) {
            operator.ask(List.of(Quantity.POWER_IMPORT, Quantity.METER_TIME));
        }
        assertEquals(
                List.of(value(Quantity.POWER_IMPORT, "12"), value(Quantity.METER_TIME, "2026-01-15T11:00:00Z")),
                observed());
        assertEquals(
                List.of(
                        "that is no number, with kW or W after it if it is not kW",
                        "that is no number, with kW or W after it if it is not kW",
                        "that is no number, with kW or W after it if it is not kW",
                        "that is no time; like 2026-01-15T12:00:00+01:00, the difference from UTC at the end"),
                told.stream().filter(line -> line.startsWith("that is")).toList());
    }

    @Test
    void whatIsNotPresentedAsCurrentIsStaleUntilItIsShownAgain() throws IOException {
        try (OperatorObserver operator = asking("maybe", "n", "3", "y")) {
            operator.askWhetherCurrent(Set.of(UserPort.P1));
            operator.ask(List.of(Quantity.POWER_IMPORT));
            operator.askWhetherCurrent(Set.of(UserPort.P1));
        }
        assertEquals(
                List.of(
                        new Observation.Status("p1", "stale"),
                        new Observation.Status("p1", "receiving"),
                        value(Quantity.POWER_IMPORT, "3"),
                        new Observation.Status("p1", "receiving")),
                observed());
    }

    @Test
    void whoCannotTellIsNotJudged() throws IOException {
        try (OperatorObserver operator = asking("?")) {
            NotJudged open = assertThrows(NotJudged.class, () -> operator.ask(List.of(Quantity.POWER_IMPORT)));
            assertEquals(
                    "the operator could not tell: what does the display show for power-import (kW)?",
                    open.getMessage());
        }
        assertEquals(List.of(), observed());
    }

    @Test
    void whoDoesNotAnswerInTimeIsNotJudged() throws IOException {
        try (OperatorObserver operator = asking()) {
            NotJudged open = assertThrows(NotJudged.class, () -> operator.ask(List.of(Quantity.POWER_IMPORT)));
            assertEquals(
                    "nobody answered within 1 s: what does the display show for power-import (kW)?"
                            + " (observe.operator.within in the cems.yaml says how long)",
                    open.getMessage());
        }
        assertEquals(List.of(), observed());
    }

    @Test
    void whoIsGoneIsNotAskedAgain() throws IOException {
        try (OperatorObserver operator = asking(ENDS)) {
            for (int i = 0; i < 2; i++) {
                NotJudged open = assertThrows(NotJudged.class, () -> operator.ask(List.of(Quantity.POWER_IMPORT)));
                assertEquals(
                        "standard input has ended, so nobody can be asked: what does the display show for power-import"
                                + " (kW)?",
                        open.getMessage());
            }
        }
    }
}
