package io.userports.conformance.process;

import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Start;
import io.userports.conformance.verdict.RigBroken;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A CEMS that runs as a process of its own; its standard output is told line by line, its standard error kept. */
public final class CemsProcess implements AutoCloseable {
    /** A CEMS that does not end within this time after it was asked to is killed. */
    private static final long GRACE_SECONDS = 2;

    private static final long LOOK_MILLIS = 5;

    private static final int LAST_LINES = 50;

    private final Process process;
    private final String mark;
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final List<Thread> readers;
    private volatile boolean closing;

    private CemsProcess(Process process, String mark, Consumer<String> lines) {
        this.process = process;
        this.mark = mark;
        this.readers = List.of(
                reader("stdout", process.getInputStream(), lines),
                reader("stderr", process.getErrorStream(), this::keep));
    }

    /**
     * {@return the process of {@code start}, begun}
     *
     * @param placeholders what stands for each name in braces
     * @param lines told of each line of standard output, by a thread that belongs to it
     * @throws RigBroken when there is no such program
     */
    public static CemsProcess start(Start start, Placeholders placeholders, Consumer<String> lines) {
        ProcessBuilder builder = new ProcessBuilder(
                start.command().stream().map(placeholders::fill).toList());
        File directory = new File(start.directory());
        if (!directory.isDirectory()) {
            throw RigBroken.of("the CEMS cannot be started: there is no directory '" + directory
                    + "'; see start.directory in its cems.yaml");
        }
        String mark = Leftovers.mark();
        builder.directory(directory);
        start.environment().forEach((k, v) -> builder.environment().put(k, placeholders.fill(v)));
        builder.environment().put(Leftovers.VARIABLE, mark);
        try {
            Process process = builder.start();
            Leftovers.watch(process);
            process.getOutputStream().close();
            return new CemsProcess(process, mark, lines);
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

    /** {@return how it ended, in words, if it did} */
    public Optional<String> ended() {
        return closing || process.isAlive() || Leftovers.ending()
                ? Optional.empty()
                : Optional.of("ended with exit code " + process.exitValue());
    }

    /** {@return the last lines that it wrote to standard error} */
    public List<String> lastWords() {
        synchronized (lastWords) {
            return List.copyOf(lastWords);
        }
    }

    /** Ends it and whatever it has started. */
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
