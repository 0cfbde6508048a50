package io.userports.conformance.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processes by a variable of their environment, which whatever they start inherits. Linux shows it, others do not. */
final class Marked {
    /** A variable in the environment of every CEMS. */
    static final String VARIABLE = "USERPORTS_CEMS";

    private Marked() {}

    /** {@return the processes whose {@link #VARIABLE} begins with {@code mark}} */
    static Stream<ProcessHandle> by(String mark) {
        String variable = VARIABLE + "=" + mark;
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process.pid()).contains(variable));
    }

    // Where there is no such file, or it is not ours to read, the process is none of ours.
    private static String environment(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
