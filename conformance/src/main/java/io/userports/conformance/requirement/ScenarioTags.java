package io.userports.conformance.requirement;

import io.userports.conformance.verdict.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a scenario says about itself: {@code @id:p1-gas-on-channel-3 @must @clause:BR-4.5.1 @needs:p1}.
 *
 * @param id the stable name of the scenario, never reused
 * @param level how binding it is
 * @param clauses what it judges, at least one
 * @param needs what a rig or a CEMS must have for it, like {@code p1}
 */
public record ScenarioTags(String id, Level level, List<Clause> clauses, List<String> needs) {
    private static final String ID = "@id:";
    private static final String BY_NAME = "@id:by-name";
    private static final String NEEDS = "@needs:";
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** {@return these tags, unchangeable} */
    public ScenarioTags {
        clauses = List.copyOf(clauses);
        needs = List.copyOf(needs);
    }

    /**
     * {@return what {@code tags} say}; an {@link IllegalArgumentException} holds the complaints, if there are any.
     *
     * @param name the title of the scenario, which is its id where the tags say {@code @id:by-name}: so the rows of an
     *     outline can have one each
     */
    public static ScenarioTags of(Collection<String> written, String name) {
        List<String> tags = resolved(written, name);
        List<String> complaints = complaintsOf(tags);
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", complaints));
        }
        return new ScenarioTags(
                after(ID, tags).get(0),
                levels(tags).get(0),
                after(Clause.PREFIX, tags).stream().map(Clause::new).toList(),
                after(NEEDS, tags));
    }

    /** {@return what is wrong with {@code tags}, a sentence each; empty where they can be used} */
    public static List<String> complaints(Collection<String> tags, String name) {
        return complaintsOf(resolved(tags, name));
    }

    private static List<String> resolved(Collection<String> tags, String name) {
        return tags.stream().map(tag -> tag.equals(BY_NAME) ? ID + name : tag).toList();
    }

    private static List<String> complaintsOf(List<String> tags) {
        List<String> complaints = new ArrayList<>();
        List<String> ids = after(ID, tags);
        if (ids.size() != 1) {
            complaints.add("has " + ids.size() + " ids; give it exactly one, like @id:p1-gas-on-channel-3");
        }
        ids.stream()
                .filter(id -> !SLUG.matcher(id).matches())
                .forEach(id -> complaints.add(
                        "has the id '" + id + "'; an id is lower-case letters and digits in words joined by hyphens"));
        if (levels(tags).size() != 1) {
            complaints.add("has " + levels(tags).size() + " levels; give it exactly one of @must, @should, @info");
        }
        if (after(Clause.PREFIX, tags).isEmpty()) {
            complaints.add("has no clause; give it at least one, like @clause:BR-4.5.1");
        }
        after(Clause.PREFIX, tags).forEach(clause -> {
            try {
                new Clause(clause);
            } catch (IllegalArgumentException e) {
                complaints.add("has the clause " + e.getMessage());
            }
        });
        return complaints;
    }

    private static List<Level> levels(Collection<String> tags) {
        return Stream.of(Level.values())
                .filter(level -> tags.contains(level.tag()))
                .toList();
    }

    private static List<String> after(String prefix, Collection<String> tags) {
        return tags.stream()
                .filter(tag -> tag.startsWith(prefix))
                .map(tag -> tag.substring(prefix.length()))
                .toList();
    }
}
