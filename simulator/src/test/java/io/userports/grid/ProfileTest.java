package io.userports.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a profile may say, and what it is told when it says something else. */
final class ProfileTest {
    /** Twelve lines: what a test adds begins on line 13. */
    private static final String STAR =
            """
            description: >-
              A house,
              written for a test,
              with nothing in it
              but what the test adds.
            edition: 50217
            wiring: star
            identification: FLU5\\253769001_A
            meter-id: 1SAG3100000042
            seed: 2
            history: 0
            start: 2026-01-15T12:00:00+01:00
            """;

    private static Profile star(String more) {
        return read(STAR + more);
    }

    private static Profile delta(String more) {
        return read(STAR.replace("wiring: star", "wiring: delta") + more);
    }

    private static Profile read(String yaml) {
        try {
            return StrictYaml.read(
                    new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test", Profile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String complaint(Runnable reading) {
        return assertThrows(InputException.class, reading::run).getMessage();
    }

    @Test
    void s1SamplesFiftyTwoTimesAPeriodWithoutNeutralUnlessItSaysOtherwise() {
        assertEquals(new S1Profile("52/period", false), star("").s1());
        assertEquals(
                new S1Profile("4000", true),
                star("s1: { sampling: 4000, neutral: true }").s1());
        S1Profile other = new S1Profile("80/period", true);
        assertEquals(other, star("").withS1(other).s1());
    }

    @Test
    void s1NeedsARateAndANeutralThatIsThere() {
        assertEquals(
                "test:13: s1.sampling: '' is no rate; write it like 52/period or 2600",
                complaint(() -> star("s1: { sampling: \"\" }")));
        assertEquals(
                "test:13: s1.neutral: 'true' in delta wiring, whose three wires have no neutral; allowed there: false",
                complaint(() -> delta("s1: { neutral: true }")));
    }

    @Test
    void onlyADimmerHasAFiringAngle() {
        assertEquals(
                120,
                star("loads: [{ name: it, kind: dimmer, power: 60 W, firing-angle: 120 }]")
                        .loads()
                        .get(0)
                        .firingAngle());
        assertEquals(
                "test:13: loads[0].firing-angle: '120' for motor; only a dimmer has one",
                complaint(() -> star("loads: [{ name: it, kind: motor, power: 60 W, firing-angle: 120 }]")));
        assertEquals(
                "test:13: loads[0].firing-angle: '175' is not 1 to 170 degrees",
                complaint(() -> star("loads: [{ name: it, kind: dimmer, power: 60 W, firing-angle: 175 }]")));
    }

    @Test
    void aLoadIsSwitchedAtTheAngleOfItsKindUnlessItSaysOtherwise() {
        Profile profile = star(
                "loads: [{ name: a, kind: electronics, power: 60 W }, { name: b, kind: motor, power: 1 W, switch-angle: 359 }]");
        assertEquals(90, profile.loads().get(0).switchAngle());
        assertEquals(359, profile.loads().get(1).switchAngle());
        assertEquals(
                "test:13: loads[0].switch-angle: '360' is not 0 to 359 degrees",
                complaint(() -> star("loads: [{ name: it, kind: motor, power: 60 W, switch-angle: 360 }]")));
    }

    @Test
    void onlyPanelsAndBatteriesGive() {
        assertEquals(
                2,
                star("loads: [{ name: a, kind: battery, power: -2 kW }, { name: b, kind: pv, power: -1 kW }]")
                        .loads()
                        .size());
        assertEquals(
                "test:13: loads[0].power: '-60 W' is not 0 to 1000 kW; panels stand under solar",
                complaint(() -> star("loads: [{ name: it, kind: motor, power: -60 W }]")));
        assertEquals(
                "test:13: loads[0].power: '60 W' is not -1000 to 0 kW; what panels give is negative",
                complaint(() -> star("loads: [{ name: it, kind: pv, power: 60 W }]")));
    }

    @Test
    void aHouseHasAtMostFiveHundredLoadsAndItsNetworkAsManyEvents() {
        StringBuilder loads = new StringBuilder("loads:\n");
        StringBuilder events = new StringBuilder("supply:\n  events:\n");
        for (int i = 0; i < 500; i++) {
            loads.append("- { name: lamp ").append(i).append(", kind: led, power: 5 W }\n");
            events.append("  - { time: \"00:00:07\", lasting: 180 ms, to: 45 % }\n");
        }
        assertEquals(500, star(loads.toString()).loads().size());
        assertEquals(500, star(events.toString()).supply().events().size());
        loads.append("- { name: one more, kind: led, power: 5 W }\n");
        events.append("  - { time: \"00:00:07\", lasting: 180 ms, to: 45 % }\n");
        assertEquals("test:13: loads: 501 loads; allowed are at most 500", complaint(() -> star(loads.toString())));
        assertEquals(
                "test:14: supply.events: 501 events; allowed are at most 500",
                complaint(() -> star(events.toString())));
    }
}
