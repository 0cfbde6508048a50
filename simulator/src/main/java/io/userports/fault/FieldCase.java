package io.userports.fault;

import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A malformation or an oddity that the specifications or the field know, with what makes it: a name for several faults.
 *
 * @param id {@code M05} of P1, {@code S13} of S1
 * @param says what happens
 * @param receiver what a correct receiver does
 * @param faults what makes it, as on a command line, in order; none where it is no fault of a telegram
 * @param otherwise how it is made where no fault of a telegram can make it; empty elsewhere
 */
public record FieldCase(String id, String says, String receiver, List<String> faults, String otherwise) {
    private record CaseFile(List<FieldCase> cases) {}

    /** Every case, P1 first. */
    public static final List<FieldCase> LIST = read();

    public FieldCase {
        faults = faults == null ? List.of() : List.copyOf(faults);
        otherwise = otherwise == null ? "" : otherwise;
    }

    /** {@return the case of that name, whatever its letters' case} */
    public static Optional<FieldCase> find(String name) {
        return LIST.stream()
                .filter(c -> c.id.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** {@return the port that it is a case of, {@code p1} or {@code s1}} */
    private String port() {
        return id.startsWith("M") ? "p1" : "s1";
    }

    /** {@return what makes it} */
    public Disturbances disturbances() {
        return disturbed(Map.of());
    }

    /** {@return what makes it, each narrowed by {@code words}: {@code every}, {@code after}, {@code times}, {@code share}} */
    Disturbances disturbed(Map<String, String> words) {
        if (faults.isEmpty()) {
            throw InputException.at(id, "no fault of a telegram makes it: " + otherwise);
        }
        Set<String> unknown = new TreeSet<>(words.keySet());
        unknown.removeAll(Schedule.KEYS);
        if (!unknown.isEmpty()) {
            throw InputException.at(id, unknown + ": a case has no parameters but " + String.join(", ", Schedule.KEYS));
        }
        String asked = words.getOrDefault("port", port());
        if (!asked.equals(port())) {
            throw InputException.at(id, "port=" + asked + ": it is a case of " + port());
        }
        List<Disturbance> all = new ArrayList<>();
        for (String fault : faults) {
            Disturbances.parse(fault).list().forEach(d -> all.add(Schedule.applied(d, words)));
        }
        return new Disturbances(all);
    }

    private static List<FieldCase> read() {
        try (InputStream in = FieldCase.class.getResourceAsStream("cases.yaml")) {
            return List.copyOf(StrictYaml.read(in, "cases.yaml", CaseFile.class).cases());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
