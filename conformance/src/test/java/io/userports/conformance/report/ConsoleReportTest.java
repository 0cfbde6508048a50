package io.userports.conformance.report;

import static io.userports.conformance.report.Results.FAIL;
import static io.userports.conformance.report.Results.INCONCLUSIVE;
import static io.userports.conformance.report.Results.KNOWN;
import static io.userports.conformance.report.Results.NOTE;
import static io.userports.conformance.report.Results.N_A;
import static io.userports.conformance.report.Results.PASS;
import static io.userports.conformance.report.Results.RIG_ERROR;
import static io.userports.conformance.report.Results.RIG_ERROR_TOO;
import static io.userports.conformance.report.Results.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.requirement.Clause;
import io.userports.conformance.requirement.Requirement;
import io.userports.conformance.requirement.Requirements;
import io.userports.conformance.verdict.Level;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ConsoleReportTest {
    private static final Requirements REQUIREMENTS = Requirements.of(List.of(new Requirement(
            new Clause("BR-4.5.1"), Level.MUST, "Objects may be added and their order may change.", "")));

    @Test
    void inAPipeThereAreOnlyLinesAndTheWorstIsLast() {
        assertEquals(
                """
                 BR-4.5.1          p1-gas-on-channel-3                    FAIL            4.0 s
                 BR-4.5.1          p1-unknown-object-between              PASS            3.1 s
                 BR-4.5.1          p1-two-gas-meters                      NOTE            0.9 s
                 BR-4.5.1          p1-shows-text                          YES             0.1 s
                 BR-4.5.1          s1-rate                                N/A             0.0 s
                 BR-4.5.1          p1-cut                                 INCONCLUSIVE    2.0 s
                 BR-4.5.1          p1-breaker-open                        RIG-ERROR       0.0 s
                 BR-4.5.1          p1-breaker-ready                       RIG-ERROR       0.0 s
                 BR-4.2-text       p1-text-1024                           KNOWN          80.0 s

                NOTE  p1-two-gas-meters   should, brochure 4.5.1
                      asks       Objects may be added and their order may change.
                      was        both
                      rerun      userports test --cems my-cems.yaml --scenario p1-two-gas-meters --seed 42

                INCONCLUSIVE  p1-cut   must, brochure 4.5.1
                      asks       Objects may be added and their order may change.
                      reason     telegram 7 left 40 ms late
                      rerun      userports test --cems my-cems.yaml --scenario p1-cut --seed 42

                RIG-ERROR  p1-breaker-open   must, brochure 4.5.1
                      asks       Objects may be added and their order may change.
                      reason     /dev/x is gone; plug it in
                      rerun      userports test --cems my-cems.yaml --scenario p1-breaker-open --seed 42
                      also       1 more, for the same reason

                FAIL  p1-gas-on-channel-3   must, brochure 4.5.1
                      asks       Objects may be added and their order may change.
                      expected   gas-volume 112.384 m3      telegram 7, octet 612
                      was        gas-volume 872.234 m3      0.4 s after the telegram
                      kind       value wrong
                      hint       equals the water reading
                      rerun      userports test --cems my-cems.yaml --scenario p1-gas-on-channel-3 --seed 42

                of 7 must-level scenarios 3 were judged; 1 N/A: s1 not claimed (1); 1 INCONCLUSIVE; 2 RIG-ERROR
                9 scenarios in 41 s: 1 PASS, 1 FAIL, 1 NOTE, 1 YES, 1 N/A (s1 not claimed), 1 INCONCLUSIVE, \
                2 RIG-ERROR, 1 KNOWN      seed 42      evidence in userports-out/      exit 1
                """,
                told(
                        Ansi.OFF,
                        false,
                        Results.summary(FAIL, PASS, NOTE, YES, N_A, INCONCLUSIVE, RIG_ERROR, RIG_ERROR_TOO, KNOWN)));
    }

    @Test
    void onATerminalAStatusLineIsDrawnAgainAndAgain() {
        assertEquals(
                " 0/1\r    \r"
                        + " BR-4.5.1          p1-unknown-object-between              PASS            3.1 s\n"
                        + " 1/1\r    \r\n"
                        + "1 scenario in 41 s: 1 PASS      seed 42      evidence in userports-out/      exit 0\n",
                told(Ansi.OFF, true, Results.summary(PASS)));
    }

    @Test
    void theStatusLineSaysHowLongItWillTakeWhereThatIsKnown() {
        StringWriter told = new StringWriter();
        Report report = ConsoleReport.on(new PrintWriter(told), REQUIREMENTS, Ansi.OFF, true)
                .expecting(TimeLeft.of(List.of(PASS.id(), FAIL.id()), Map.of(FAIL.id(), 7_000L), 2));
        report.started(2);
        report.ended(FAIL);
        report.ended(PASS);
        assertEquals(
                List.of(" 0/2, about 7 s left", " 1/2, about 7 s left", " 2/2"),
                Pattern.compile(" [0-9]/2[^\r]*")
                        .matcher(told.toString())
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    @Test
    void coloursNeedToBeAskedFor() {
        assertEquals(
                " BR-4.5.1          p1-unknown-object-between              "
                        + "\u001b[32mPASS\u001b[39m\u001b[0m            3.1 s\n\n"
                        + "1 scenario in 41 s: 1 PASS      seed 42      evidence in userports-out/      exit 0\n",
                told(Ansi.ON, false, Results.summary(PASS)));
    }

    @Test
    void lostEvidenceIsTold() {
        assertEquals(
                """
                 BR-4.5.1          p1-unknown-object-between              PASS            3.1 s

                evidence lost: junit.xml cannot be written: disk full
                1 scenario in 41 s: 1 PASS      seed 42      evidence in userports-out/      exit 3
                """,
                told(Ansi.OFF, false, Results.summary(PASS).losing(List.of("junit.xml cannot be written: disk full"))));
    }

    @Test
    void remarksStandAboveTheClosingLine() {
        Summary summary = new Summary(
                List.of(PASS),
                41_234,
                42,
                "userports-out/",
                List.of(),
                List.of("listed as known, but not run: a\u001b"));
        assertEquals(
                """
                 BR-4.5.1          p1-unknown-object-between              PASS            3.1 s

                listed as known, but not run: a<U+001B>
                1 scenario in 41 s: 1 PASS      seed 42      evidence in userports-out/      exit 0
                """,
                told(Ansi.OFF, false, summary));
    }

    @Test
    void aRunWithoutScenariosSaysSo() {
        assertEquals(
                "\n0 scenarios in 41 s: none matched      seed 42      evidence in userports-out/      exit 64\n",
                told(Ansi.OFF, false, Results.summary()));
    }

    private static String told(Ansi colours, boolean terminal, Summary summary) {
        StringWriter told = new StringWriter();
        Report report = ConsoleReport.on(new PrintWriter(told), REQUIREMENTS, colours, terminal);
        report.started(summary.results().size());
        summary.results().forEach(report::ended);
        report.finished(summary);
        return told.toString().replace(System.lineSeparator(), "\n");
    }
}
