package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that may open only what the permissions of a file let them, even those of root. */
final class Unprivileged {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final String CAPABILITY = "-dac_override";

    private Unprivileged() {}

    /** {@return the command that runs {@code command} so} */
    static List<String> command(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        assumeTrue(Files.isExecutable(SETPRIV), "no setpriv");
        List<String> all = new ArrayList<>(
                List.of(SETPRIV.toString(), "--bounding-set=" + CAPABILITY, "--inh-caps=" + CAPABILITY));
        all.addAll(command);
        return all;
    }
}
