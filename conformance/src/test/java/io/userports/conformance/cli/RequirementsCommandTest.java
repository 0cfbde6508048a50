package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.report.RequirementsTable;
import io.userports.conformance.requirement.Coverage;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.requirement.Requirements;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RequirementsCommandTest {
    @Test
    void theTableOfThisEditionIsPrinted() {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new RequirementsCommand())
                .setOut(new PrintWriter(out))
                .execute();
        assertEquals(
                RequirementsTable.lines(new Coverage(Requirements.load(), FeatureCatalogue.load())),
                List.of(out.toString().split(System.lineSeparator())));
        assertEquals(0, exit);
    }
}
