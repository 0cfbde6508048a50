package io.userports.conformance.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The processes that must not outlive their scenario, nor the harness when it is ended by a signal. */
final class Leftovers {
    /** A variable in the environment of every CEMS; whatever it starts inherits it, also when the CEMS is gone. */
    static final String VARIABLE = "USERPORTS_CEMS";

    private static final String OURS = ProcessHandle.current().pid() + "-";
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
    private static volatile boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::end, "userports ends the CEMS"));
    }

    private Leftovers() {}

    /** {@return the value of {@link #VARIABLE} for one more CEMS} */
    static String mark() {
        return OURS + COUNT.incrementAndGet() + ".";
    }

    static void watch(Process process) {
        RUNNING.add(process);
        if (ending) {
            process.destroyForcibly();
        }
    }

    static void forget(Process process) {
        RUNNING.remove(process);
    }

    /** {@return whether a signal is ending the harness, so that whatever happens to a CEMS is not its own doing} */
    static boolean ending() {
        return ending;
    }

    /** {@return all that live of {@code process} and what it started, also what outlived it (on Linux)} */
    static Stream<ProcessHandle> family(Process process, String mark) {
        return Stream.concat(Stream.concat(Stream.of(process.toHandle()), process.descendants()), marked(mark))
                .filter(ProcessHandle::isAlive);
    }

    private static Stream<ProcessHandle> marked(String mark) {
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

    private static void end() {
        ending = true;
        RUNNING.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        marked(OURS).forEach(ProcessHandle::destroyForcibly);
    }
}
