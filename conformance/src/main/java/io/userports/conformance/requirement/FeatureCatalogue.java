package io.userports.conformance.requirement;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * All scenarios that are written down, found and parsed the way Cucumber does it for a run.
 *
 * @param scenarios those that can be used, in the order of their files
 * @param complaints what is wrong with the others, a sentence each
 * @param digest SHA-256 over the names and the text of all files, 64 hexadecimal digits
 */
public record FeatureCatalogue(List<CataloguedScenario> scenarios, List<String> complaints, String digest) {
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
        SortedMap<String, String> texts = new TreeMap<>();
        for (Feature feature : features.get()) {
            String file = file(feature.getUri());
            texts.put(file, feature.getSource());
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
        return new FeatureCatalogue(scenarios, complaints, digest(texts));
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

    private static String digest(SortedMap<String, String> texts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        texts.forEach((file, text) -> {
            digest.update((file + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
        });
        return Hex.encodeHexString(digest.digest());
    }

    private static String file(URI uri) {
        String path = uri.getSchemeSpecificPart();
        return path.substring(Math.max(0, path.lastIndexOf("features/")));
    }
}
