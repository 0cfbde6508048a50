package io.userports.conformance.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.verdict.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTagsTest {
    @Test
    void tagsSayWhatAScenarioIsAbout() {
        assertEquals(
                new ScenarioTags(
                        "p1-gas-on-channel-3",
                        Level.MUST,
                        List.of(new Clause("BR-4.5.1"), new Clause("FIELD-M20")),
                        List.of("p1")),
                tags("@id:p1-gas-on-channel-3 @must @clause:BR-4.5.1 @clause:FIELD-M20 @needs:p1 @slow"));
    }

    @Test
    void tagsThatSayNothingAreComplainedAboutAllAtOnce() {
        assertEquals(
                List.of(
                        "has 0 ids; give it exactly one, like @id:p1-gas-on-channel-3",
                        "has 0 levels; give it exactly one of @must, @should, @info",
                        "has no clause; give it at least one, like @clause:BR-4.5.1"),
                ScenarioTags.complaints(List.of(), "a title"));
    }

    @Test
    void twoIdsOrTwoLevelsAreOneTooMany() {
        assertEquals(
                List.of(
                        "has 2 ids; give it exactly one, like @id:p1-gas-on-channel-3",
                        "has 2 levels; give it exactly one of @must, @should, @info"),
                complaints("@id:p1-one @id:p1-two @must @info @clause:BR-3"));
    }

    @Test
    void anIdIsASlug() {
        for (String id : List.of("P1-gas", "p1_gas", "-p1", "p1--gas", "p1-", "")) {
            assertEquals(
                    List.of("has the id '" + id
                            + "'; an id is lower-case letters and digits in words joined by hyphens"),
                    complaints("@id:" + id + " @must @clause:BR-3"));
        }
    }

    @Test
    void aClauseHasToBeOne() {
        assertEquals(
                List.of("has the clause 'brochure-3' is not a clause; write one of "
                        + "BR-…, DSMR-…, EMUCS-P1-…, EMUCS-H-…, ISO13239-…, FIELD-…"),
                complaints("@id:p1-gas @must @clause:brochure-3"));
    }

    @Test
    void unusableTagsAreNotUsed() {
        assertEquals(
                "has no clause; give it at least one, like @clause:BR-4.5.1",
                assertThrows(IllegalArgumentException.class, () -> tags("@id:p1-gas @must"))
                        .getMessage());
    }

    @Test
    void theRowsOfAnOutlineMayHaveTheirTitlesForIds() {
        assertEquals("the-title", tags("@id:by-name @must @clause:BR-3").id());
        assertEquals(
                List.of("has the id 'a title'; an id is lower-case letters and digits in words joined by hyphens"),
                complaints("@id:by-name @must @clause:BR-3"));
    }

    private static ScenarioTags tags(String tags) {
        return ScenarioTags.of(List.of(tags.split(" ")), "the-title");
    }

    private static List<String> complaints(String tags) {
        return ScenarioTags.complaints(List.of(tags.split(" ")), "a title");
    }
}
