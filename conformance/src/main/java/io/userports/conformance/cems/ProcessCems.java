package io.userports.conformance.cems;

import io.userports.conformance.verdict.RigBroken;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A CEMS that runs as a process of its own; its standard output is observed, its standard error kept. */
public final class ProcessCems implements Cems {
    /** A CEMS that does not end within this time after it was asked to is killed. */
    private static final long GRACE_SECONDS = 2;

    private static final long LOOK_MILLIS = 5;

    private static final int LAST_LINES = 50;

    private final Process process;
    private final String mark;
    private final Observations observations = new Observations();
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final List<Thread> readers;
    private volatile boolean closing;

    private ProcessCems(Process process, String mark) {
        this.process = process;
        this.mark = mark;
        this.readers = List.of(
                reader("stdout", process.getInputStream(), this::observe),
                reader("stderr", process.getErrorStream(), this::keep));
    }

    /**
     * {@return the process of {@code start}, begun}
     *
     * @param replacements what stands for each placeholder, like {@code {p1}}
     * @throws RigBroken when there is no such program
     */
    public static ProcessCems start(CemsSpec.Start start, Map<String, String> replacements) {
        ProcessBuilder builder = new ProcessBuilder(
                start.command().stream().map(a -> filled(a, replacements)).toList());
        File directory = new File(start.directory());
        if (!directory.isDirectory()) {
            throw RigBroken.of("the CEMS cannot be started: there is no directory '" + directory
                    + "'; see start.directory in its cems.yaml");
        }
        String mark = Leftovers.mark();
        builder.directory(directory);
        start.environment().forEach((k, v) -> builder.environment().put(k, filled(v, replacements)));
        builder.environment().put(Leftovers.VARIABLE, mark);
        try {
            Process process = builder.start();
            Leftovers.watch(process);
            process.getOutputStream().close();
            return new ProcessCems(process, mark);
        } catch (IOException e) {
            throw RigBroken.of(
                    "the CEMS cannot be started: " + reason(e, builder.command().get(0)), e);
        }
    }

    private static String reason(IOException e, String program) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("error=2,")) {
            return "there is no program '" + program + "'; see start.command in its cems.yaml, and PATH";
        }
        if (message.contains("error=13,")) {
            return "'" + program + "' may not be run, or is not on PATH; see start.command in its cems.yaml";
        }
        return message + "; see start.command in its cems.yaml";
    }

    @Override
    public Observations observations() {
        return observations;
    }

    @Override
    public Optional<String> ended() {
        return closing || process.isAlive() || Leftovers.ending()
                ? Optional.empty()
                : Optional.of("ended with exit code " + process.exitValue());
    }

    @Override
    public List<String> lastWords() {
        synchronized (lastWords) {
            return List.copyOf(lastWords);
        }
    }

    @Override
    public void close() {
        closing = true;
        List<ProcessHandle> family = Leftovers.family(process, mark).toList();
        family.forEach(ProcessHandle::destroy);
        try {
            await(family);
            // What has ignored the end signal, and what was started meanwhile.
            List<ProcessHandle> rest = Leftovers.family(process, mark).toList();
            rest.forEach(ProcessHandle::destroyForcibly);
            await(rest);
            for (Thread reader : readers) {
                reader.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
            }
        } catch (InterruptedException e) {
            Leftovers.family(process, mark).forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        Leftovers.forget(process);
    }

    /** Waits until all of {@code processes} have ended, no longer than the grace. */
    private static void await(List<ProcessHandle> processes) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
        // Not by onExit(), which looks less and less often at a process that is no child of ours.
        while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() - deadline < 0) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static String filled(String argument, Map<String, String> replacements) {
        String filled = argument;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            filled = filled.replace(replacement.getKey(), replacement.getValue());
        }
        return filled;
    }

    private void observe(String line) {
        observations.add(System.nanoTime(), Observation.of(line));
    }

    private void keep(String line) {
        synchronized (lastWords) {
            lastWords.add(line);
            if (lastWords.size() > LAST_LINES) {
                lastWords.remove();
            }
        }
    }

    private static Thread reader(String name, InputStream in, Consumer<String> line) {
        Thread thread = new Thread(() -> Lines.read(in, line), "userports cems " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
