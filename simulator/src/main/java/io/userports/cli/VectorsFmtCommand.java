package io.userports.cli;

import io.userports.vector.Addition;
import io.userports.vector.Folder;
import io.userports.vector.Layout;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code userports vectors fmt}: the vectors in the one way they are written. */
@Command(
        name = "fmt",
        description = "Writes the files of vectors in the one way they are written.",
        footer = {"", "Exit: 0 done, or with --check nothing to do; 1 --check found other files; 64 wrong usage."},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 64)
public final class VectorsFmtCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--directory", paramLabel = "DIR", description = "the folder (${DEFAULT-VALUE})")
    private Path directory = Path.of("vectors");

    @Option(names = "--check", description = "writes nothing, names the files that fmt would change")
    private boolean check;

    @Override
    public Integer call() {
        Folder folder = Folder.of(directory);
        PrintWriter out = spec.commandLine().getOut();
        int changes = 0;
        for (Map.Entry<String, byte[]> file : folder.files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            byte[] formatted = Layout.of(path.toString(), file.getValue());
            if (!Arrays.equals(formatted, file.getValue())) {
                changes++;
                out.println(check ? difference(path, file.getValue(), formatted) : path + " formatted");
                if (!check) {
                    Addition.write(path, formatted);
                }
            }
        }
        out.flush();
        return check && changes > 0 ? 1 : 0;
    }

    private static String difference(Path path, byte[] is, byte[] shouldBe) {
        String[] here = new String(is, StandardCharsets.UTF_8).split("\n", -1);
        String[] there = new String(shouldBe, StandardCharsets.UTF_8).split("\n", -1);
        int line = Math.min(Arrays.mismatch(here, there), Math.min(here.length, there.length) - 1);
        return path + ":" + (line + 1) + ": found '" + here[line].strip() + "', fmt writes '" + there[line].strip()
                + "'";
    }
}
