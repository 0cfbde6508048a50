package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.requirement.CataloguedScenario;
import io.userports.conformance.requirement.Clause;
import io.userports.conformance.requirement.Coverage;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.requirement.Requirement;
import io.userports.conformance.requirement.Requirements;
import io.userports.conformance.requirement.ScenarioTags;
import io.userports.conformance.verdict.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementsTableTest {
    @Test
    void eachClauseTellsItsScenariosOrItsReason() {
        Coverage coverage = new Coverage(
                Requirements.of(List.of(
                        requirement("BR-3", "Gas is found by its device type.", ""),
                        requirement(
                                "BR-4.5.1",
                                "Objects may be added and their order may change; every known object keeps its meaning.",
                                ""),
                        requirement("BR-5.3", "S1 is framed by HDLC.", "this edition judges P1 only"),
                        requirement("FIELD-M01", "A CEMS waits for the next telegram.", ""))),
                new FeatureCatalogue(
                        List.of(
                                scenario("p1-gas-on-channel-3", "BR-3", "BR-4.5.1"),
                                scenario("p1-shuffled", "BR-4.5.1")),
                        List.of(),
                        ""));
        assertEquals(
                """
                clause           level   what is asked                                                     scenarios
                BR-3             must    Gas is found by its device type.                                  p1-gas-on-channel-3
                BR-4.5.1         must    Objects may be added and their order may change; every known ob…  p1-gas-on-channel-3
                                                                                                           p1-shuffled
                BR-5.3           must    S1 is framed by HDLC.                                             not judged: this edition judges P1 only
                FIELD-M01        must    A CEMS waits for the next telegram.                               none

                4 clauses: 2 judged by 2 scenarios, 2 not judged
                """,
                String.join("\n", RequirementsTable.lines(coverage)) + "\n");
    }

    private static Requirement requirement(String clause, String text, String reason) {
        return new Requirement(new Clause(clause), Level.MUST, text, reason);
    }

    private static CataloguedScenario scenario(String id, String... clauses) {
        return new CataloguedScenario(
                new ScenarioTags(
                        id,
                        Level.MUST,
                        List.of(clauses).stream().map(Clause::new).toList(),
                        List.of("p1")),
                List.of(),
                "A scenario",
                "features/x.feature:3");
    }
}
