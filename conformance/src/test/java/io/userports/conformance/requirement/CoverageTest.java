package io.userports.conformance.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.verdict.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Requirement GAS = new Requirement(new Clause("BR-3"), Level.MUST, "Gas is found.", null);
    private static final Requirement S1 = new Requirement(new Clause("BR-5.3"), Level.MUST, "Framed.", "P1 only");

    @Test
    void aRequirementHasScenariosOrAReason() {
        assertEquals(List.of(), complaints(List.of(GAS, S1), scenario("p1-gas", Level.MUST, "BR-3")));
    }

    @Test
    void aRequirementThatHasNeitherIsComplainedAbout() {
        assertEquals(
                List.of("features/requirements.yaml: BR-3 has neither a scenario nor a reason; tag a scenario with "
                        + "@clause:BR-3, or add 'reason: …' to the entry"),
                complaints(List.of(GAS, S1)));
    }

    @Test
    void aRequirementThatHasBothIsComplainedAbout() {
        assertEquals(
                List.of(
                        "features/requirements.yaml: BR-5.3 has a reason not to be judged, and is judged by s1-a, s1-b; "
                                + "take the reason away, or the tag @clause:BR-5.3"),
                complaints(
                        List.of(S1), scenario("s1-a", Level.MUST, "BR-5.3"), scenario("s1-b", Level.INFO, "BR-5.3")));
    }

    @Test
    void aClauseThatNobodyAsksIsComplainedAbout() {
        assertEquals(
                List.of("features/x.feature:3: p1-gas judges FIELD-M13, which is not in features/requirements.yaml; "
                        + "add '- {clause: FIELD-M13, level: should, text: …}'"),
                complaints(List.of(GAS), scenario("p1-gas", Level.SHOULD, "BR-3", "FIELD-M13")));
    }

    @Test
    void aScenarioBindsNoMoreThanTheStrongestOfItsClauses() {
        Requirement weak = new Requirement(new Clause("FIELD-M19"), Level.SHOULD, "Two gas meters.", null);
        assertEquals(
                List.of("features/x.feature:3: p1-swap is @must, but none of its clauses is; weaken the scenario, or "
                        + "raise the level of a clause in features/requirements.yaml"),
                complaints(List.of(weak), scenario("p1-swap", Level.MUST, "FIELD-M19")));
        assertEquals(List.of(), complaints(List.of(weak, GAS), scenario("p1-swap", Level.MUST, "FIELD-M19", "BR-3")));
        assertEquals(List.of(), complaints(List.of(GAS), scenario("p1-swap", Level.INFO, "BR-3")));
    }

    private static List<String> complaints(List<Requirement> requirements, CataloguedScenario... scenarios) {
        return new Coverage(Requirements.of(requirements), new FeatureCatalogue(List.of(scenarios), List.of(), ""))
                .complaints();
    }

    private static CataloguedScenario scenario(String id, Level level, String... clauses) {
        ScenarioTags tags = new ScenarioTags(
                id, level, List.of(clauses).stream().map(Clause::new).toList(), List.of("p1"));
        return new CataloguedScenario(tags, java.util.List.of(), "A scenario", "features/x.feature:3");
    }
}
