package io.userports.conformance.process;

import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Start;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A harness whose guard is ended while a CEMS runs that does not bear the mark, and that is then ended outright itself. */
final class HaltedHarness {
    private HaltedHarness() {}

    /** Prints the number of that CEMS last. */
    public static void main(String[] arguments) throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        start("echo $$; exec env -u " + Marked.VARIABLE + " sleep 1000", lines);
        String pid = lines.take();
        ProcessHandle guard = GuardProcess.process().orElseThrow();
        guard.destroyForcibly();
        guard.onExit().get();
        start("exec sleep 1000", lines);
        System.out.println(pid);
        System.out.flush();
        Runtime.getRuntime().halt(1);
    }

    private static void start(String script, BlockingQueue<String> lines) {
        Placeholders placeholders = new Placeholders(Map.of("{p1}", "port"));
        CemsProcess.start(Start.of(List.of("sh", "-c", script, "{p1}")), placeholders, lines::add, lines::add);
    }
}
