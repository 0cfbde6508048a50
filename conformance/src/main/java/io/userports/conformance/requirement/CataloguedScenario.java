package io.userports.conformance.requirement;

/**
 * A scenario as it is written down.
 *
 * @param tags what it says about itself
 * @param name its title
 * @param place its file and line, like {@code features/p1/order.feature:12}
 */
public record CataloguedScenario(ScenarioTags tags, String name, String place) {}
