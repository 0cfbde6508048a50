package io.userports.conformance.cli;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.userports.conformance.requirement.CataloguedScenario;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which scenarios of the catalogue are run: never none. */
record Selection(Set<String> ids) {
    static Selection of(FeatureCatalogue catalogue, Optional<String> tags, List<String> scenarios) {
        Set<String> all = catalogue.ids();
        scenarios.stream().filter(id -> !all.contains(id)).findFirst().ifPresent(id -> {
            List<String> near = new Near(id).among(all);
            throw InputException.at(
                    "--scenario",
                    Quoted.of(id) + " is no scenario; "
                            + (near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ")
                            + "'userports requirements' lists them");
        });
        Expression expression = expression(tags.orElse(""));
        Set<String> ids = catalogue.scenarios().stream()
                .filter(s -> scenarios.isEmpty() || scenarios.contains(s.tags().id()))
                .filter(s -> expression.evaluate(s.words()))
                .map(CataloguedScenario::tags)
                .map(t -> t.id())
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            throw InputException.of("no scenario matches"
                    + tags.map(t -> " --tags '" + t + "'").orElse("")
                    + (scenarios.isEmpty() ? "" : " --scenario " + scenarios)
                    + "; 'userports requirements' lists them");
        }
        return new Selection(ids);
    }

    /** {@return the filter that lets just these scenarios pass} */
    Expression filter() {
        return TagExpressionParser.parse(ids.stream().map(id -> "@id:" + id).collect(Collectors.joining(" or ")));
    }

    private static Expression expression(String text) {
        try {
            return TagExpressionParser.parse(text);
        } catch (TagExpressionException e) {
            String reason = e.getMessage().replaceAll("(?s).*error: |\\.$", "").toLowerCase(Locale.ROOT);
            throw InputException.at(
                    "--tags",
                    Quoted.of(text) + " is no tag expression (" + reason
                            + "); write it like '@must and not @clause:BR-6.1'");
        }
    }
}
