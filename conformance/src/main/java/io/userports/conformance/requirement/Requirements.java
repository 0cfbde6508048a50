package io.userports.conformance.requirement;

import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is asked of a CEMS, one requirement a clause, in the order of the file. */
public final class Requirements {
    /** Where the requirements lie on the classpath. */
    static final String FILE = "features/requirements.yaml";

    private final Map<Clause, Requirement> byClause;

    private Requirements(Map<Clause, Requirement> byClause) {
        this.byClause = byClause;
    }

    /** {@return the requirements that this edition of the project comes with} */
    public static Requirements load() {
        try (InputStream in = Requirements.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the classpath; build the jar again");
            }
            return of(List.of(StrictYaml.read(in, FILE, Requirement[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return these requirements}; a clause that has two is an {@link InputException}. */
    public static Requirements of(List<Requirement> requirements) {
        Map<Clause, Requirement> byClause = new LinkedHashMap<>();
        for (Requirement requirement : requirements) {
            if (byClause.put(requirement.clause(), requirement) != null) {
                throw InputException.at(FILE, "clause " + requirement.clause() + " has two entries; keep one");
            }
        }
        return new Requirements(byClause);
    }

    /** {@return the requirement of a clause} */
    public Optional<Requirement> find(Clause clause) {
        return Optional.ofNullable(byClause.get(clause));
    }

    /** {@return all requirements} */
    public List<Requirement> all() {
        return List.copyOf(byClause.values());
    }
}
