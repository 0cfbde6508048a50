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
import java.util.stream.Stream;

/** A CEMS that runs as a process of its own; its standard output is observed, its standard error kept. */
public final class ProcessCems implements Cems {
    /** A CEMS that does not end within this time after it was asked to is killed. */
    private static final long GRACE_SECONDS = 2;

    private static final int LAST_LINES = 50;

    private final Process process;
    private final Observations observations = new Observations();
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final List<Thread> readers;
    private volatile boolean closing;

    private ProcessCems(Process process) {
        this.process = process;
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
        builder.directory(new File(start.directory()));
        start.environment().forEach((k, v) -> builder.environment().put(k, filled(v, replacements)));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            Leftovers.watch(process);
            return new ProcessCems(process);
        } catch (IOException e) {
            throw RigBroken.of(
                    "the CEMS cannot be started: " + e.getMessage() + "; see start.command in its cems.yaml", e);
        }
    }

    @Override
    public Observations observations() {
        return observations;
    }

    @Override
    public Optional<String> ended() {
        return closing || process.isAlive()
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
        List<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        family.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
            }
            family.forEach(ProcessHandle::destroyForcibly);
            for (Thread reader : readers) {
                reader.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
            }
        } catch (InterruptedException e) {
            family.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        Leftovers.forget(process);
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
