package io.userports.conformance.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void levelOutcomeAndKnownListGiveThisTable() {
        assertEquals(
                """
                outcome      known  must          should        info
                PASSED       -      PASS          PASS          YES
                FAILED       -      FAIL          NOTE          NO
                NOT_CLAIMED  -      N/A           N/A           N/A
                NOT_JUDGED   -      INCONCLUSIVE  INCONCLUSIVE  INCONCLUSIVE
                RIG_BROKE    -      RIG-ERROR     RIG-ERROR     RIG-ERROR
                PASSED       known  STALE         STALE         YES
                FAILED       known  KNOWN         KNOWN         NO
                NOT_CLAIMED  known  N/A           N/A           N/A
                NOT_JUDGED   known  INCONCLUSIVE  INCONCLUSIVE  INCONCLUSIVE
                RIG_BROKE    known  RIG-ERROR     RIG-ERROR     RIG-ERROR
                """,
                table());
    }

    @Test
    void onlyAFailureOrAStaleEntryFailsARun() {
        StringBuilder failures = new StringBuilder();
        for (Verdict verdict : Verdict.values()) {
            failures.append(verdict.isFailure() ? verdict + " " : "");
        }
        assertEquals("FAIL STALE ", failures.toString());
    }

    private static String table() {
        StringBuilder table = new StringBuilder(row("outcome", "known", Level.values()));
        for (boolean known : new boolean[] {false, true}) {
            for (Outcome outcome : Outcome.values()) {
                Verdict[] verdicts = new Verdict[Level.values().length];
                for (Level level : Level.values()) {
                    verdicts[level.ordinal()] = Verdict.of(level, outcome, known);
                }
                table.append(row(outcome.name(), known ? "known" : "-", verdicts));
            }
        }
        return table.toString();
    }

    private static String row(String outcome, String known, Object[] cells) {
        return String.format("%-12s %-6s %-13s %-13s %s%n", outcome, known, cells[0], cells[1], cells[2])
                .replace(System.lineSeparator(), "\n");
    }
}
