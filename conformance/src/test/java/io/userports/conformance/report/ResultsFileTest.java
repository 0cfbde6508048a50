package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
