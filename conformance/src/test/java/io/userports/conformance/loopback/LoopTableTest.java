package io.userports.conformance.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.adapter.LineCounters;
import io.userports.conformance.verdict.ExitCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people and programs read of a result. */
class LoopTableTest {
    private static final LineErrors CLEAN = new LineErrors(72_000_000, 0, 0, 0, 0, 0, 0);
    private static final Optional<Spread> SPREAD = Optional.of(new Spread(107.4, 461, 2310));

    private static LoopResult result(
            LineErrors errors, Optional<TelegramCount> telegrams, Optional<LineCounters> driver, boolean recognised) {
        return new LoopResult(
                "my-rig.yaml",
                "S1",
                "serial:/dev/ttyUSB0",
                "/dev/ttyUSB0",
                "/dev/ttyUSB1",
                "prbs31",
                1_500_000,
                42,
                List.of(),
                60,
                9_000_000,
                recognised ? 9_000_000 + errors.extra() - errors.lost() : 17,
                errors,
                Optional.empty(),
                0.95,
                Limits.ofLength(errors.bits(), errors.wrong(), 0.95),
                Optional.empty(),
                telegrams,
                driver,
                List.of(),
                SPREAD,
                SPREAD,
                Optional.empty(),
                0.026,
                recognised,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static String concluded(LoopResult result) {
        Conclusion conclusion = Conclusion.of(result);
        return conclusion.exit() + ": " + conclusion.sentence();
    }

    @Test
    void allFiguresStandInLines() {
        LoopResult result = result(
                new LineErrors(71_999_000, 12, 2, 3, 1, 125, 1),
                Optional.of(new TelegramCount(1000, 990, 8, 2, 1, 0, 10)),
                Optional.of(new LineCounters(9_000_000, 9_000_000, 4, 5, 0, 1, 6)),
                true);
        assertEquals(
                """
                 bits compared      71,999,000         in 60.0 s; 9,000,000 octets left, 8,999,998 came in
                 bit errors         12
                 bit error ratio    1.67e-7            at most 2.70e-7, at least 9.62e-8, each with 95 % confidence
                 slips              2                  3 octets lost, 1 extra
                 not compared       125 octets         out of step 1 times
                 telegrams          1,000              990 good, 8 damaged, 2 lost, 1 repeated, 0 never sent
                 numbers missing    10                 by the sequence numbers of S1
                 framing errors     4
                 overruns           11
                 parity, breaks     0, 1
                 latency            median 0.107 ms, 99 % below 0.461 ms, worst 2.310 ms
                 jitter             median 0.107 ms, 99 % below 0.461 ms, worst 2.310 ms
                 own lateness       not measured       (this program's, not the line's)
                 processor          2.6 % of a core
                """,
                String.join("\n", LoopTable.lines(result)) + "\n");
        assertEquals(
                ExitCode.RIG_ERROR + ": 12 wrong in 71,999,000 bits: the ratio is at most 2.70e-7 and at least 9.62e-8,"
                        + " each with 95 % confidence; but 3 octets were lost and 1 came from nowhere, in 2 slips, 125"
                        + " octets could not be recognised, 2 telegrams were lost, 1 repeated, 0 of somebody else, the"
                        + " driver counted 4 framing errors, 11 overruns, 0 parity errors, 1 break",
                concluded(result));
    }

    @Test
    void aCleanLineIsToldWithItsBound() {
        assertEquals(
                ExitCode.OK + ": none wrong in 72,000,000 bits: the ratio is at most 4.16e-8 with 95 % confidence",
                concluded(result(CLEAN, Optional.empty(), Optional.empty(), true)));
    }

    @Test
    void whatADriverCountsIsTroubleThoughNoBitIsWrong() {
        assertEquals(
                ExitCode.RIG_ERROR
                        + ": none wrong in 72,000,000 bits: the ratio is at most 4.16e-8 with 95 % confidence; but the"
                        + " driver counted 1 framing error, 0 overruns, 0 parity errors, 0 breaks",
                concluded(result(CLEAN, Optional.empty(), Optional.of(new LineCounters(9, 9, 1, 0, 0, 0, 0)), true)));
    }

    @Test
    void whatIsNotRecognisedIsToldWithWhatToLookAt() {
        assertEquals(
                ExitCode.RIG_ERROR
                        + ": of 9,000,000 octets that left, 17 came in, and none could be recognised; look at"
                        + " the bit rate of both ends, at + and -, and whether something else sends on this line",
                concluded(result(LineErrors.NONE, Optional.empty(), Optional.empty(), false)));
    }
}
