package io.userports.conformance.cli;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.userports.conformance.report.Shard;
import io.userports.conformance.requirement.CataloguedScenario;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which scenarios of the catalogue are run: never none.
 *
 * @param scenarios those that are run
 * @param whole the ids of all that were selected, of which these may be a part
 * @param shard which part of them these are
 */
record Selection(List<CataloguedScenario> scenarios, Set<String> whole, Shard shard) {
    /** The tag expression of all scenarios that are no vector. */
    static final String WITHOUT_VECTORS = "not @vector";

    static Selection of(FeatureCatalogue catalogue, Optional<String> tags, List<String> scenarios) {
        Set<String> all = catalogue.ids();
        scenarios.stream().filter(id -> !all.contains(id)).findFirst().ifPresent(id -> {
            throw InputException.at(
                    "--scenario",
                    Quoted.of(id) + " is no scenario; " + new Near(id).question(all)
                            + "'userports requirements' lists them");
        });
        Expression expression = expression(tags.orElse(""));
        List<CataloguedScenario> selected = catalogue.scenarios().stream()
                .filter(s -> scenarios.isEmpty() || scenarios.contains(s.tags().id()))
                .filter(s -> expression.evaluate(s.words()))
                .toList();
        if (selected.isEmpty()) {
            throw InputException.of("no scenario matches"
                    + tags.map(t -> " --tags '" + t + "'").orElse("")
                    + (scenarios.isEmpty() ? "" : " --scenario " + scenarios)
                    + "; 'userports requirements' lists them");
        }
        return whole(selected);
    }

    /** {@return those of them that are among {@code ids}, as a selection of its own} */
    Optional<Selection> only(Set<String> ids) {
        List<CataloguedScenario> left = among(ids);
        return left.isEmpty() ? Optional.empty() : Optional.of(whole(left));
    }

    /** {@return the part of it that {@code shard} is, balanced by how many milliseconds each took} */
    Selection part(Shard shard, Map<String, Long> durations) {
        List<CataloguedScenario> part = among(shard.of(ids(), durations));
        if (part.isEmpty()) {
            throw InputException.at(
                    "--shard", "nothing is left for " + shard + " of " + inWords() + "; take fewer shards");
        }
        return new Selection(part, whole, shard);
    }

    /** {@return how many scenarios these are, and of how many} */
    String inWords() {
        return scenarios.size()
                + (scenarios.size() == 1 ? " scenario" : " scenarios")
                + (shard.equals(Shard.WHOLE) ? "" : ", shard " + shard + " of " + whole.size());
    }

    /** {@return the ids of the scenarios} */
    Set<String> ids() {
        return ids(scenarios);
    }

    private static Selection whole(List<CataloguedScenario> scenarios) {
        return new Selection(scenarios, ids(scenarios), Shard.WHOLE);
    }

    private List<CataloguedScenario> among(Set<String> ids) {
        return scenarios.stream().filter(s -> ids.contains(s.tags().id())).toList();
    }

    private static Set<String> ids(List<CataloguedScenario> scenarios) {
        return scenarios.stream().map(s -> s.tags().id()).collect(Collectors.toSet());
    }

    /** {@return where they stand: the lines by file} */
    Map<String, List<Integer>> lines() {
        Map<String, List<Integer>> lines = new TreeMap<>();
        for (CataloguedScenario scenario : scenarios) {
            int colon = scenario.place().lastIndexOf(':');
            lines.computeIfAbsent(scenario.place().substring(0, colon), f -> new ArrayList<>())
                    .add(Integer.parseInt(scenario.place().substring(colon + 1)));
        }
        return lines;
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
