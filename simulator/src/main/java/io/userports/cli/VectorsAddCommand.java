package io.userports.cli;

import io.userports.vector.Addition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code userports vectors add}: tests from an envelope, all of them or none. */
@Command(
        name = "add",
        description = {
            "Adds the tests of an envelope, {\"file\": ..., \"tests\": [...]}, to the file that it names.",
            "When anything is refused, nothing changes, and ENVELOPE.rej says why."
        },
        footer = {"", "Exit: 0 added; 1 refused; 64 wrong usage."},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 64)
public final class VectorsAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--directory", paramLabel = "DIR", description = "the folder (${DEFAULT-VALUE})")
    private Path directory = Path.of("vectors");

    @Parameters(paramLabel = "ENVELOPE", description = "the file with the tests")
    private Path envelope;

    @Override
    public Integer call() {
        Addition addition = Addition.of(directory, envelope);
        List<String> reasons = addition.run();
        PrintWriter out = spec.commandLine().getOut();
        if (reasons.isEmpty()) {
            out.println(envelope + " added");
        } else {
            reasons.forEach(out::println);
            out.println(envelope + " refused; see " + addition.rejected());
        }
        out.flush();
        return reasons.isEmpty() ? 0 : 1;
    }
}
