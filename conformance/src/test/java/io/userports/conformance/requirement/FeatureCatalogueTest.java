package io.userports.conformance.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCatalogueTest {
    @TempDir
    private Path folder;

    private Path features;

    @BeforeEach
    void aFolderForFeatures() throws IOException {
        features = Files.createDirectories(folder.resolve("features/p1"));
    }

    @Test
    void everyRowOfAnOutlineIsAScenario() throws IOException {
        write(
                "order.feature",
                """
                Feature: Order
                  @id:p1-reversed @must @clause:BR-4.5.1 @needs:p1
                  Scenario: Objects reversed
                    When nothing

                  Rule: Editions
                    @must @clause:BR-4.5.1 @needs:p1
                    Scenario Outline: Edition <edition>
                      When nothing

                      @id:p1-edition-old
                      Examples:
                        | edition |
                        | 50213   |

                      @id:p1-edition-new
                      Examples:
                        | edition |
                        | 50221   |
                """);
        assertEquals(
                List.of(
                        "p1-reversed must [BR-4.5.1] [p1] 'Objects reversed' features/p1/order.feature:3",
                        "p1-edition-old must [BR-4.5.1] [p1] 'Edition 50213' features/p1/order.feature:14",
                        "p1-edition-new must [BR-4.5.1] [p1] 'Edition 50221' features/p1/order.feature:19"),
                catalogue().scenarios().stream().map(FeatureCatalogueTest::told).toList());
        assertEquals(List.of(), catalogue().complaints());
    }

    @Test
    void everyMistakeIsToldWithItsFileAndLine() throws IOException {
        write(
                "mistakes.feature",
                """
                @needs:p1
                Feature: Mistakes
                  @must
                  Rule: One
                    @id:p1-first @clause:BR-3
                    Scenario: First
                      When nothing

                  Rule: Two
                    @clause:BR-3
                    Scenario: No id and no level
                      When nothing

                    @id:p1-first @should @clause:BR-3
                    Scenario: An id that is taken
                      When nothing
                """);
        assertEquals(
                List.of(
                        "features/p1/mistakes.feature:1: the tag @needs:p1 stands on a Feature or a Rule; "
                                + "put it on each Scenario or Examples it is meant for",
                        "features/p1/mistakes.feature:3: the tag @must stands on a Feature or a Rule; "
                                + "put it on each Scenario or Examples it is meant for",
                        "features/p1/mistakes.feature:11: 'No id and no level' has 0 ids; "
                                + "give it exactly one, like @id:p1-gas-on-channel-3",
                        "features/p1/mistakes.feature:11: 'No id and no level' has 0 levels; "
                                + "give it exactly one of @must, @should, @info",
                        "features/p1/mistakes.feature:15: the id p1-first belongs to the scenario at "
                                + "features/p1/mistakes.feature:6; choose another (in an outline, give each row "
                                + "an Examples block with its own @id:)"),
                catalogue().complaints());
    }

    @Test
    void theDigestIsAnotherOnceAFileHasAnotherTextOrName() throws IOException {
        String none = catalogue().digest();
        write("a.feature", "Feature: A\n");
        String one = catalogue().digest();
        assertEquals(one, catalogue().digest());
        write("a.feature", "Feature: A \n");
        String changed = catalogue().digest();
        Files.move(features.resolve("a.feature"), features.resolve("b.feature"));
        String moved = catalogue().digest();
        assertEquals(4, Set.of(none, one, changed, moved).size());
        assertTrue(one.matches("[0-9a-f]{64}"), one);
    }

    private static String told(CataloguedScenario scenario) {
        ScenarioTags tags = scenario.tags();
        return tags.id() + " " + tags.level() + " " + tags.clauses() + " " + tags.needs() + " '" + scenario.name()
                + "' " + scenario.place();
    }

    private FeatureCatalogue catalogue() {
        return FeatureCatalogue.at(folder.toUri());
    }

    private void write(String name, String gherkin) throws IOException {
        Files.writeString(features.resolve(name), gherkin);
    }
}
