package io.userports.conformance.requirement;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Tag;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tags on a Feature or a Rule, which every scenario below would inherit unseen. */
final class MisplacedTags {
    private MisplacedTags() {}

    /** {@return a sentence for each of them} */
    static List<String> complaints(String file, Feature feature) {
        return StreamSupport.stream(feature.getParseEvents().spliterator(), false)
                .map(Envelope.class::cast)
                .flatMap(envelope -> envelope.getGherkinDocument().stream())
                .flatMap(document -> document.getFeature().stream())
                .flatMap(MisplacedTags::misplaced)
                .map(tag -> file + ":" + tag.getLocation().getLine() + ": the tag " + tag.getName()
                        + " stands on a Feature or a Rule; put it on each Scenario or Examples it is meant for")
                .toList();
    }

    private static Stream<Tag> misplaced(io.cucumber.messages.types.Feature feature) {
        Stream<Tag> ofRules = feature.getChildren().stream()
                .map(FeatureChild::getRule)
                .flatMap(rule -> rule.stream())
                .map(Rule::getTags)
                .flatMap(List::stream);
        return Stream.concat(feature.getTags().stream(), ofRules);
    }
}
