package io.userports.conformance.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What must not outlive its scenario, nor the harness when it is ended by a signal: processes, and their folders. */
final class Leftovers {
    private static final String OURS = ProcessHandle.current().pid() + "-";
    private static final AtomicLong COUNT = new AtomicLong();
    /** Each with the path of its folder; empty when it has none. */
    private static final Map<Process, String> RUNNING = new ConcurrentHashMap<>();

    private static final Set<Scratch> FOLDERS = ConcurrentHashMap.newKeySet();
    private static volatile boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::end, "userports ends the CEMS"));
    }

    private Leftovers() {}

    /** {@return the value of {@link Marked#VARIABLE} for one more CEMS} */
    static String mark() {
        return OURS + COUNT.incrementAndGet() + ".";
    }

    /** Sees to it that a guard is there before a process is started, which finds it by its mark if need be. */
    static void expect() {
        GuardProcess.begin(OURS, Leftovers::running);
    }

    static void watch(Process process, String folder) {
        RUNNING.put(process, folder);
        if (ending) {
            process.destroyForcibly();
        }
        GuardProcess.tell(line(process, folder), OURS, Leftovers::running);
    }

    private static List<String> running() {
        return RUNNING.entrySet().stream()
                .filter(entry -> entry.getKey().isAlive())
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(Process process, String folder) {
        return process.pid() + " " + folder + "\n";
    }

    static void forget(Process process) {
        RUNNING.remove(process);
    }

    static void watch(Scratch folder) {
        FOLDERS.add(folder);
    }

    static void forget(Scratch folder) {
        FOLDERS.remove(folder);
    }

    /** {@return whether a signal is ending the harness, so that whatever happens to a CEMS is not its own doing} */
    static boolean ending() {
        return ending;
    }

    /** {@return all that live of {@code process} and what it started, also what outlived it (on Linux)} */
    static Stream<ProcessHandle> family(Process process, String mark) {
        return Stream.concat(Stream.concat(Stream.of(process.toHandle()), process.descendants()), Marked.by(mark))
                .filter(ProcessHandle::isAlive);
    }

    private static void end() {
        ending = true;
        RUNNING.keySet().forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        Marked.by(OURS).forEach(ProcessHandle::destroyForcibly);
        FOLDERS.forEach(Scratch::close);
    }
}
