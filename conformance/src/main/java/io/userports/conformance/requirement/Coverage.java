package io.userports.conformance.requirement;

import io.userports.conformance.verdict.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Requirements and scenarios side by side.
 *
 * @param requirements what is asked
 * @param catalogue who asks it
 */
public record Coverage(Requirements requirements, FeatureCatalogue catalogue) {
    /**
     * {@return what one side lacks of the other, a sentence each that says what to write}
     *
     * <p>Every requirement has scenarios or a reason, never both. Every clause of a scenario is a requirement, and one
     * of them binds at least as much as the scenario does.
     */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        requirements.all().forEach(requirement -> complaints.addAll(about(requirement)));
        catalogue.scenarios().forEach(scenario -> complaints.addAll(about(scenario)));
        return complaints;
    }

    private List<String> about(Requirement requirement) {
        String ids = catalogue.judging(requirement.clause()).stream()
                .map(scenario -> scenario.tags().id())
                .collect(Collectors.joining(", "));
        String entry = Requirements.FILE + ": " + requirement.clause();
        if (requirement.isJudged() && ids.isEmpty()) {
            return List.of(entry + " has neither a scenario nor a reason; tag a scenario with " + Clause.PREFIX
                    + requirement.clause() + ", or add 'reason: …' to the entry");
        }
        if (!requirement.isJudged() && !ids.isEmpty()) {
            return List.of(entry + " has a reason not to be judged, and is judged by " + ids
                    + "; take the reason away, or the tag " + Clause.PREFIX + requirement.clause());
        }
        return List.of();
    }

    private List<String> about(CataloguedScenario scenario) {
        List<String> complaints = new ArrayList<>();
        String who = scenario.place() + ": " + scenario.tags().id();
        Level level = scenario.tags().level();
        boolean bound = false;
        for (Clause clause : scenario.tags().clauses()) {
            Optional<Requirement> requirement = requirements.find(clause);
            if (requirement.isEmpty()) {
                complaints.add(who + " judges " + clause + ", which is not in " + Requirements.FILE
                        + "; add '- {clause: " + clause + ", level: " + level + ", text: …}'");
            }
            bound |= requirement
                    .map(Requirement::level)
                    .map(l -> !level.isStrongerThan(l))
                    .orElse(true);
        }
        if (!bound) {
            complaints.add(who + " is " + level.tag() + ", but none of its clauses is; weaken the scenario, or raise "
                    + "the level of a clause in " + Requirements.FILE);
        }
        return complaints;
    }
}
