package io.userports.conformance.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The one {@link Guard} of this harness; it begins before the first CEMS is started, and ends by itself. */
final class GuardProcess {
    private static Optional<Process> guard = Optional.empty();

    private GuardProcess() {}

    /**
     * Begins a guard unless there is one that lives.
     *
     * @param mark which all processes of this harness bear
     * @param running what it is told first, a line of each process that runs already
     */
    static synchronized void begin(String mark, Supplier<List<String>> running) {
        if (guard.filter(Process::isAlive).isPresent()) {
            return;
        }
        try {
            guard = Optional.of(start(mark));
            write(String.join("", running.get()));
        } catch (IOException e) {
            // No guard: what ends a harness that is not killed outright does without.
            guard = Optional.empty();
        }
    }

    /**
     * Tells the guard of a process that must not outlive the harness.
     *
     * @param line about it
     * @param mark see {@link #begin}
     * @param running see {@link #begin}; it is among them
     */
    static synchronized void tell(String line, String mark, Supplier<List<String>> running) {
        try {
            write(line);
        } catch (IOException e) {
            // Somebody has ended the guard.
            guard = Optional.empty();
            begin(mark, running);
        }
    }

    /** {@return the guard that lives, if one does} */
    static synchronized Optional<ProcessHandle> process() {
        return guard.map(Process::toHandle).filter(ProcessHandle::isAlive);
    }

    private static void write(String lines) throws IOException {
        OutputStream out = guard.filter(Process::isAlive)
                .orElseThrow(() -> new IOException("no guard"))
                .getOutputStream();
        out.write(lines.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Process start(String mark) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Guard.class.getName(),
                        mark)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        // What is meant for the harness (an agent, a larger heap) is not meant for this.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return builder.start();
    }
}
