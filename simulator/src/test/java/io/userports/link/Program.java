package io.userports.link;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that others wrote, as a process; what it says is in a file, and closing ends it. */
record Program(Process process, Path output) implements AutoCloseable {
    /** The one that Debian's packages are for. */
    static final String PYTHON = "/usr/bin/python3";

    static Program start(Path folder, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "program", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new java.io.File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Program(process, output);
    }

    /** Leaves the test out where the program is not installed. */
    static void assume(String program, String... arguments) {
        assumeTrue(Files.isExecutable(Path.of(program)), program + " is not installed");
        if (arguments.length > 0) {
            try {
                List<String> command = new java.util.ArrayList<>(List.of(program));
                command.addAll(List.of(arguments));
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                assumeTrue(process.waitFor() == 0, String.join(" ", command) + " does not work");
            } catch (IOException | InterruptedException e) {
                assumeTrue(false, program + ": " + e);
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
