package io.userports.conformance.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The features and the requirements that this edition of the project comes with. */
class FeaturesTest {
    @Test
    void everyScenarioSaysWhatItIsAbout() {
        assertNone(FeatureCatalogue.load().complaints());
    }

    @Test
    void everyRequirementHasScenariosOrAReasonAndEveryClauseIsARequirement() {
        assertNone(new Coverage(Requirements.load(), FeatureCatalogue.load()).complaints());
    }

    private static void assertNone(List<String> complaints) {
        assertEquals("", String.join("\n", complaints));
    }
}
