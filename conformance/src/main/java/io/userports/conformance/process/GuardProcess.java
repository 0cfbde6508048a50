package io.userports.conformance.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The one {@link Guard} of this harness; it begins when the first CEMS has started, and ends by itself. */
final class GuardProcess {
    private static Optional<OutputStream> guard = Optional.empty();

    private GuardProcess() {}

    /** Tells the guard of a process that must not outlive the harness, whose processes bear {@code mark}. */
    static synchronized void tell(Process process, String mark) {
        try {
            try {
                write(process, mark);
            } catch (IOException e) {
                // Somebody has ended the guard.
                guard = Optional.empty();
                write(process, mark);
            }
        } catch (IOException e) {
            // No guard: what ends a harness that is not killed outright does without.
            guard = Optional.empty();
        }
    }

    private static void write(Process process, String mark) throws IOException {
        OutputStream line = guard.isPresent() ? guard.get() : begin(mark);
        guard = Optional.of(line);
        line.write((process.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
        line.flush();
    }

    private static OutputStream begin(String mark) throws IOException {
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
        return builder.start().getOutputStream();
    }
}
