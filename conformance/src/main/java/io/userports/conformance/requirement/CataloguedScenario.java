package io.userports.conformance.requirement;

import java.util.List;

/**
 * A scenario as it is written down.
 *
 * @param tags what it says about itself
 * @param words its tags as they are written, for tag expressions
 * @param name its title
 * @param place its file and line, like {@code features/p1/order.feature:12}
 */
public record CataloguedScenario(ScenarioTags tags, List<String> words, String name, String place) {
    public CataloguedScenario {
        words = List.copyOf(words);
    }
}
