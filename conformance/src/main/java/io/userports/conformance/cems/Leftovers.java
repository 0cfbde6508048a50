package io.userports.conformance.cems;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that must not outlive the harness when it is ended by a signal. */
final class Leftovers {
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::end, "userports ends the CEMS"));
    }

    private Leftovers() {}

    static void watch(Process process) {
        RUNNING.add(process);
    }

    static void forget(Process process) {
        RUNNING.remove(process);
    }

    private static void end() {
        RUNNING.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }
}
