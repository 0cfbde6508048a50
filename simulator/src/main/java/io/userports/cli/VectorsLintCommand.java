package io.userports.cli;

import io.userports.vector.Folder;
import io.userports.vector.Lint;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code userports vectors lint}: whether the vectors are whole and agree with our own strict reading. */
@Command(
        name = "lint",
        description = "Checks the vectors: schema, ids, flags, and whether strict reading agrees with each.",
        footer = {"", "Exit: 0 nothing to complain about; 1 complaints; 64 wrong usage."},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 64)
public final class VectorsLintCommand implements Callable<Integer> {
    private static final Path DEFAULT = Path.of("vectors");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "the folder; none: vectors, and where there is no such folder those in the program")
    private Path directory;

    @Override
    public Integer call() {
        Folder folder = directory == null && !Files.isDirectory(DEFAULT)
                ? Folder.packed()
                : Folder.of(directory == null ? DEFAULT : directory);
        List<String> complaints = Lint.complaints(folder);
        PrintWriter out = spec.commandLine().getOut();
        complaints.forEach(out::println);
        if (complaints.isEmpty()) {
            int tests = folder.read().stream().mapToInt(f -> f.tests().size()).sum();
            out.println(tests + " tests in " + folder.files().size() + " files, nothing to complain about");
        }
        out.flush();
        return complaints.isEmpty() ? 0 : 1;
    }
}
