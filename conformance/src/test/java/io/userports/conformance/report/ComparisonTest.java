package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.verdict.Level;
import io.userports.conformance.verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final ScenarioResult MENDED = Results.result("p1-gas-on-channel-3", Level.MUST, Outcome.PASSED, 900);
    private static final PastRun OLD =
            Runs.past("old", Runs.run("1/1", "2.3", 42), Results.PASS, Results.FAIL, Results.N_A);
    private static final PastRun NEW =
            Runs.past("new", Runs.run("1/1", "2.4", 42), MENDED, Results.PASS, Results.NOTE, Results.N_A);

    @Test
    void whatDiffersComesFirstThenHowOftenEachVerdictWasGiven() {
        assertEquals(
                """
                scenario              Home Manager 2.3   Home Manager 2.4
                p1-gas-on-channel-3   FAIL               PASS
                p1-two-gas-meters     -                  NOTE

                2 of 4 scenarios differ

                verdict   Home Manager 2.3   Home Manager 2.4
                PASS      1                  2
                FAIL      1                  0
                NOTE      0                  1
                N/A       1                  1
                """,
                told(List.of(OLD, NEW), false, false));
    }

    @Test
    void allShowsWhatIsTheSameAfterWhatDiffers() {
        assertEquals(
                """
                | scenario | Home Manager 2.3 | Home Manager 2.4 |
                |---|---|---|
                | p1-gas-on-channel-3 | FAIL | PASS |
                | p1-two-gas-meters | - | NOTE |
                | p1-unknown-object-between | PASS | PASS |
                | s1-rate | N/A | N/A |

                2 of 4 scenarios differ

                | verdict | Home Manager 2.3 | Home Manager 2.4 |
                |---|---|---|
                | PASS | 1 | 2 |
                | FAIL | 1 | 0 |
                | NOTE | 0 | 1 |
                | N/A | 1 | 1 |
                """,
                told(List.of(OLD, NEW), true, true));
    }

    @Test
    void runsOfTheSameVersionAreNamedByTheirFoldersAndOtherConditionsAreTold() {
        PastRun again = Runs.past("runs/ag|ain", Runs.run("1/1", "2.3", 7), Results.PASS, Results.FAIL, Results.N_A);
        assertEquals(
                """
                0 of 3 scenarios differ

                verdict   old   runs/ag|ain
                PASS      1     1
                FAIL      1     1
                N/A       1     1

                runs/ag|ain was run with another seed than old: '7', not '42'
                """,
                told(List.of(OLD, again), false, false));
        assertEquals(
                "| verdict | old | runs/ag\\|ain | Home Manager 2.4 |",
                told(List.of(OLD, again, NEW), false, true).lines().toList().get(7));
    }

    private static String told(List<PastRun> runs, boolean all, boolean markdown) {
        return String.join("\n", new Comparison(runs).lines(all, markdown)) + "\n";
    }
}
