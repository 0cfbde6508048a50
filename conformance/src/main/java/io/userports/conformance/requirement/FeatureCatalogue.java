package io.userports.conformance.requirement;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All scenarios that are written down, found and parsed the way Cucumber does it for a run.
 *
 * @param scenarios those that can be used, in the order of their files
 * @param complaints what is wrong with the others, a sentence each
 */
public record FeatureCatalogue(List<CataloguedScenario> scenarios, List<String> complaints) {
    /** {@return this catalogue, unchangeable} */
    public FeatureCatalogue {
        scenarios = List.copyOf(scenarios);
        complaints = List.copyOf(complaints);
    }

    /** {@return the scenarios that this edition of the project comes with} */
    public static FeatureCatalogue load() {
        return at(URI.create("classpath:features"));
    }

    /** {@return the scenarios below {@code path}, which Cucumber understands} */
    static FeatureCatalogue at(URI path) {
        FeaturePathFeatureSupplier features = new FeaturePathFeatureSupplier(
                FeatureCatalogue.class::getClassLoader, () -> List.of(path), new FeatureParser(UUID::randomUUID));
        List<CataloguedScenario> scenarios = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        Map<String, String> placeOfId = new HashMap<>();
        for (Feature feature : features.get()) {
            String file = file(feature.getUri());
            complaints.addAll(MisplacedTags.complaints(file, feature));
            for (Pickle pickle : feature.getPickles()) {
                String place = file + ":" + pickle.getLocation().getLine();
                List<String> wrong = ScenarioTags.complaints(pickle.getTags(), pickle.getName());
                if (!wrong.isEmpty()) {
                    wrong.forEach(complaint -> complaints.add(place + ": '" + pickle.getName() + "' " + complaint));
                    continue;
                }
                ScenarioTags tags = ScenarioTags.of(pickle.getTags(), pickle.getName());
                String first = placeOfId.putIfAbsent(tags.id(), place);
                if (first != null) {
                    complaints.add(place + ": the id " + tags.id() + " belongs to the scenario at " + first
                            + "; choose another (in an outline, give each row an Examples block with its own @id:)");
                    continue;
                }
                scenarios.add(new CataloguedScenario(tags, pickle.getTags(), pickle.getName(), place));
            }
        }
        return new FeatureCatalogue(scenarios, complaints);
    }

    /** {@return the ids of all scenarios, in the order of their files} */
    public Set<String> ids() {
        return scenarios.stream().map(s -> s.tags().id()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@return the scenarios that judge {@code clause}} */
    public List<CataloguedScenario> judging(Clause clause) {
        return scenarios.stream()
                .filter(scenario -> scenario.tags().clauses().contains(clause))
                .toList();
    }

    private static String file(URI uri) {
        String path = uri.getSchemeSpecificPart();
        return path.substring(Math.max(0, path.lastIndexOf("features/")));
    }
}
