package io.userports.conformance.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This program as a process of its own, its output in files; the end of a test is its end. */
record Child(Process process, Path outFile, Path errFile) implements AutoCloseable {
    static Child userports(Path folder, String... arguments) throws IOException {
        return of(folder, command(arguments));
    }

    static Child of(Path folder, List<String> command) throws IOException {
        Path out = Files.createTempFile(folder, "child", ".out");
        Path err = Files.createTempFile(folder, "child", ".err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Child(process, out, err);
    }

    /** {@return the command that runs this program with these arguments} */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    List<String> out() throws IOException {
        return Files.readAllLines(outFile, StandardCharsets.ISO_8859_1);
    }

    List<String> err() throws IOException {
        return Files.readAllLines(errFile, StandardCharsets.ISO_8859_1);
    }

    /** Sends the signal of that name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** {@return its exit code, once it has ended} */
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
