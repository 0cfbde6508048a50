package io.userports.conformance.cems;

import io.userports.yaml.InputException;
import io.userports.yaml.KeyException;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A CEMS as its {@code cems.yaml} declares it.
 *
 * @param vendor who makes it
 * @param product what it is called
 * @param version which one is tested
 * @param start how it is started
 * @param observe how it is observed
 * @param claims what it says it does; only that is judged
 */
public record CemsSpec(
        String vendor, String product, String version, Start start, List<Observe> observe, Claims claims) {
    /** The one that comes with the harness. */
    public static final String REFERENCE = "reference";

    /** Before the name of a mistake that the reference shall make. */
    public static final String DEFECT = "defect:";

    public CemsSpec {
        KeyException.require(vendor, "vendor", "who makes it; the report says so");
        KeyException.require(product, "product", "what it is called; the report says so");
        KeyException.require(version, "version", "which one is tested; the report says so");
        observe = observe == null || observe.isEmpty() ? List.of(Observe.CONTRACT) : List.copyOf(observe);
        KeyException.require(start, "start", "a group that says how it is started, with the key command");
        long pushed = observe.stream()
                .map(Observe::place)
                .filter(Observe.HttpPush.class::isInstance)
                .count();
        if (pushed > 1) {
            throw KeyException.of("observe", "has http-push " + pushed + " times; a CEMS posts to one address, {push}");
        }
        if (pushed == 0 && start.mentions("{push}")) {
            throw KeyException.of("start", "has {push}, but nothing listens there; add http-push to observe");
        }
        KeyException.require(claims, "claims", "a group with freshness, ports and quantities; only claims are judged");
        if (start.process() == Lifetime.EXTERNAL && observe.stream().anyMatch(o -> o.stdout() != null)) {
            throw KeyException.of(
                    "observe",
                    "a CEMS that is external has no standard output here; say where it shows" + " its values");
        }
        checkPolls(observe, claims);
    }

    /** {@return why only one of it can run at a time, so that scenarios go one after the other, if that is so} */
    public Optional<String> alone() {
        return observe.stream().flatMap(o -> o.fixed().stream()).findFirst().or(start.ready()::fixed);
    }

    /** A value that is looked at less often than it is to be shown anew would be late by our own doing. */
    private static void checkPolls(List<Observe> observe, Claims claims) {
        for (Observe page : observe) {
            if (page.http() != null) {
                Duration every = page.http().pause(1);
                claims.intervals().forEach((quantity, interval) -> {
                    if (interval.compareTo(every) < 0 && page.meaning().mayShow(quantity)) {
                        throw KeyException.of(
                                "observe",
                                "http asks every '" + page.http().every() + "', but " + quantity
                                        + " is claimed to be shown anew within " + interval.toMillis()
                                        + " ms; write a longer claims.interval, or a shorter every");
                    }
                });
            }
        }
    }

    /** {@return whether a person at a terminal is asked what it displays} */
    public boolean asksSomebody() {
        return observe.stream().anyMatch(Observe::asksSomebody);
    }

    /** {@return the reference for {@value #REFERENCE} or {@code defect:NAME}, else the CEMS that the file declares} */
    public static CemsSpec of(String nameOrFile) {
        if (nameOrFile.equals(REFERENCE)) {
            return reference("none");
        }
        if (nameOrFile.startsWith(DEFECT)) {
            return reference(nameOrFile.substring(DEFECT.length()));
        }
        if (!nameOrFile.matches(".*[./\\\\].*")) {
            throw InputException.at(
                    "CEMS '" + nameOrFile + "'",
                    "not built in; built in are " + REFERENCE + " and " + DEFECT + "NAME; or give a YAML file");
        }
        return StrictYaml.read(Path.of(nameOrFile), CemsSpec.class);
    }

    /** {@return the text of the file that {@link #of} reads for this name; of a defect, that of the reference} */
    public static byte[] source(String nameOrFile) {
        boolean builtIn = nameOrFile.equals(REFERENCE) || nameOrFile.startsWith(DEFECT);
        try (InputStream in = builtIn
                ? CemsSpec.class.getResourceAsStream("/cems/reference.yaml")
                : Files.newInputStream(Path.of(nameOrFile))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the files of the mappings that it names, each once, in order} */
    public List<Path> mappingFiles() {
        return observe.stream()
                .map(Observe::mapping)
                .filter(named -> named != null && !Mapping.BUILT_IN.contains(named))
                .map(Path::of)
                .distinct()
                .toList();
    }

    private static CemsSpec reference(String defect) {
        try (InputStream in = CemsSpec.class.getResourceAsStream("/cems/reference.yaml")) {
            CemsSpec spec = StrictYaml.read(in, "cems reference", CemsSpec.class);
            List<String> command = spec.start.command().stream()
                    .map(a -> a.replace("{defect}", defect))
                    .toList();
            Start start = spec.start.withCommand(command);
            String product = defect.equals("none") ? spec.product : spec.product + " with the defect " + defect;
            return new CemsSpec(spec.vendor, product, spec.version, start, spec.observe, spec.claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
