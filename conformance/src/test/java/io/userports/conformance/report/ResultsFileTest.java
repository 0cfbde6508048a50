package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.check.Finding;
import io.userports.conformance.verdict.Level;
import io.userports.conformance.verdict.Outcome;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
    private static final String PASS =
            """
            {"id":"p1-unknown-object-between","name":"A title of p1-unknown-object-between","level":"must",\
            "clauses":["BR-4.5.1"],"verdict":"PASS","finding":null,"durationMs":3120,"seed":42,\
            "rerun":"userports test --cems my-cems.yaml --scenario p1-unknown-object-between --seed 42"}
            """;
    private static final String N_A =
            """
            {"id":"s1-rate","name":"A title of s1-rate","level":"must",\
            "clauses":["BR-4.5.1"],"verdict":"N/A","finding":[{"key":"reason","value":"s1 not claimed"}],\
            "durationMs":1,"seed":42,\
            "rerun":"userports test --cems my-cems.yaml --scenario s1-rate --seed 42"}
            """;

    @TempDir
    private Path folder;

    @Test
    void eachScenarioIsALineThatIsThereAsSoonAsItEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("results.ndjson"), "of another run\n");
        Report report = ResultsFile.at(file);
        assertEquals("", Files.readString(file));
        report.ended(Results.PASS);
        assertEquals(PASS, Files.readString(file));
        report.ended(Results.N_A);
        assertEquals(PASS + N_A, Files.readString(file));
        report.finished(Results.summary(Results.PASS, Results.N_A));
        assertEquals(PASS + N_A, Files.readString(file));
    }

    @Test
    void everyLineIsReadBackAsItWasWritten() throws IOException {
        List<ScenarioResult> results = List.of(
                Results.PASS,
                Results.FAIL,
                Results.NOTE,
                Results.YES,
                Results.N_A,
                Results.INCONCLUSIVE,
                Results.RIG_ERROR,
                Results.KNOWN,
                Results.STALE,
                Results.result("p1-odd", Level.INFO, Outcome.FAILED, 0, Finding.of("was", "\u001b[2J \u2028 \"é\" |")));
        Path file = folder.resolve("results.ndjson");
        Report report = ResultsFile.at(file);
        results.forEach(report::ended);
        report.finished(Results.summary(results.toArray(ScenarioResult[]::new)));
        assertEquals(results, ResultsFile.read(file));
    }

    @Test
    void whatNoRunHasWrittenIsRefusedWithItsLine() throws IOException {
        assertRefused(":2: is not as a run has written it (No content to map due to end-of-input)", PASS + "\n");
        assertRefused(
                ":2: is not as a run has written it (a key is missing)",
                N_A + "{\"id\":\"x\",\"durationMs\":1,\"seed\":2}\n");
        assertRefused(
                ":1: is not as a run has written it (a fact without a key or without a value)",
                N_A.replace("\"value\":\"s1 not claimed\"", "\"place\":\"x\""));
        assertRefused(":1: is not as a run has written it (", PASS.replace("\"PASS\"", "\"GOOD\""));
        assertRefused(":1: is not as a run has written it (", PASS.replace("3120", "\"3120\""));
        assertRefused(":1: is not as a run has written it (", PASS.replace("\"durationMs\":3120,", ""));
        assertRefused(":1: is not as a run has written it (", PASS.replace("\"seed\":42", "\"seed\":42,\"seed\":43"));
        assertRefused(":1: is not as a run has written it (", PASS.replace("\"seed\":42", "\"seed\":42,\"sed\":43"));
        assertRefused(":1: is not as a run has written it (", PASS.replace("}\n", "} {}\n"));
        assertRefused(":1: is not as a run has written it (", PASS.substring(0, 40));
        assertRefused(":1: is not as a run has written it (", "null\n");
    }

    private void assertRefused(String complaint, String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("results.ndjson"), lines);
        InputException e = assertThrows(InputException.class, () -> ResultsFile.read(file));
        assertTrue(e.getMessage().startsWith(file + complaint), e.getMessage());
        assertTrue(e.getMessage().endsWith("); run the scenarios again"), e.getMessage());
    }
}
