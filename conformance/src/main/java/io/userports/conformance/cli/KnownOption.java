package io.userports.conformance.cli;

import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --known}: what a vendor knows to fail, a file for each CEMS that is tested. */
final class KnownOption {
    private static final String OPTION = "--known";

    @Option(
            names = OPTION,
            paramLabel = "[NAME=]FILE",
            description = "Failures that the vendor knows of, each with its reason, maybe until a day. With several"
                    + " CEMS: of the one whose evidence goes to DIR.NAME, once for each that has a list.")
    private List<String> texts = List.of();

    /** {@return the file of the only CEMS} */
    Optional<Path> file() {
        if (texts.size() > 1) {
            throw InputException.at(
                    OPTION, Quoted.of(texts.get(1)) + " is a second list of one CEMS; put all in one file");
        }
        return texts.stream().findFirst().map(text -> path(text, text));
    }

    /** {@return the file of each of several CEMS, by its name; {@code names} are those of all} */
    Map<String, Path> files(List<String> names) {
        Map<String, Path> files = new HashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            String name = text.substring(0, Math.max(0, equals));
            if (!names.contains(name)) {
                throw InputException.at(
                        OPTION,
                        (equals < 0
                                        ? Quoted.of(text) + " does not say of which CEMS it is the list"
                                        : Quoted.of(name) + " is no CEMS of this run")
                                + "; write NAME=FILE, where NAME is one of " + String.join(", ", names));
            }
            if (files.put(name, path(text, text.substring(equals + 1))) != null) {
                throw InputException.at(OPTION, "'" + name + "' has two lists; put both in one file");
            }
        }
        return files;
    }

    private static Path path(String text, String file) {
        try {
            if (!file.isBlank()) {
                return Path.of(file);
            }
        } catch (InvalidPathException e) {
            throw InputException.at(OPTION, Quoted.of(text) + " holds no path (" + e.getReason() + ")", e);
        }
        throw InputException.at(OPTION, Quoted.of(text) + " names no file; write the path of a YAML file");
    }
}
