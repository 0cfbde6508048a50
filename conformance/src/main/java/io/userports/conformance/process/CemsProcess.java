package io.userports.conformance.process;

import io.userports.conformance.cems.End;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Ring;
import io.userports.conformance.cems.Start;
import io.userports.conformance.verdict.RigBroken;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A CEMS that runs as a process of its own: its lines are told, and what it wrote is kept as it came. */
public final class CemsProcess implements AutoCloseable {
    /** What was killed, and what held its outputs, has ended by then. */
    private static final long GRACE_MILLIS = 2000;

    private static final long LOOK_MILLIS = 5;

    /** What a CEMS wrote last, before its end was noticed, has been read by then. */
    private static final long LAST_WORDS_MILLIS = 50;

    private static final int LAST_LINES = 50;

    private final Process process;
    private final String mark;
    private final End end;
    private final Ring standardOutput = new Ring();
    private final Ring standardError = new Ring();
    private final List<Thread> readers;
    private volatile boolean closing;

    private CemsProcess(Process process, String mark, End end, Consumer<String> lines, Consumer<String> errors) {
        this.process = process;
        this.mark = mark;
        this.end = end;
        this.readers = List.of(
                reader("stdout", process.getInputStream(), standardOutput, lines),
                reader("stderr", process.getErrorStream(), standardError, errors));
    }

    /**
     * {@return the process of {@code start}, begun}
     *
     * @param placeholders what stands for each name in braces
     * @param lines told of each line of standard output, by a thread that belongs to it
     * @param errors told of each line of standard error, in the same way
     * @throws RigBroken when there is no such program
     */
    public static CemsProcess start(
            Start start, Placeholders placeholders, Consumer<String> lines, Consumer<String> errors) {
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
        placeholders.value("{tz}").ifPresent(zone -> builder.environment().put(Start.TIME_ZONE, zone));
        builder.environment().put(Marked.VARIABLE, mark);
        try {
            Leftovers.expect();
            Process process = builder.start();
            Leftovers.watch(process, placeholders.value("{dir}").orElse(""));
            process.getOutputStream().close();
            return new CemsProcess(process, mark, start.end(), lines, errors);
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

    /** {@return the last lines that it wrote to standard error; if there are none and it has ended, to standard output} */
    public List<String> lastWords() {
        boolean ended = !process.isAlive();
        if (ended) {
            join(LAST_WORDS_MILLIS);
        }
        Ring words = ended && standardError.total() == 0 ? standardOutput : standardError;
        return Lines.last(words.octets(), LAST_LINES);
    }

    /** {@return whether all that it and its kind will ever write has been read} */
    boolean isRead() {
        return readers.stream().noneMatch(Thread::isAlive);
    }

    /** {@return whether the process itself still runs} */
    boolean isAlive() {
        return process.isAlive();
    }

    /** {@return what it wrote to standard output} */
    public Ring standardOutput() {
        return standardOutput;
    }

    /** {@return what it wrote to standard error} */
    public Ring standardError() {
        return standardError;
    }

    /** Ends it and whatever it has started. */
    @Override
    public void close() {
        closing = true;
        List<ProcessHandle> family = Leftovers.family(process, mark).toList();
        family.forEach(member -> CLibrary.send(end.signal(), member));
        await(family, end.within().milliseconds());
        // What has ignored the end signal, and what was started meanwhile.
        List<ProcessHandle> rest = Leftovers.family(process, mark).toList();
        rest.forEach(ProcessHandle::destroyForcibly);
        await(rest, GRACE_MILLIS);
        join(GRACE_MILLIS);
        Leftovers.forget(process);
    }

    /** Waits until all of {@code processes} have ended, no longer than {@code millis}; at once when interrupted. */
    private static void await(List<ProcessHandle> processes, long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        // Not by onExit(), which looks less and less often at a process that is no child of ours.
        while (processes.stream().anyMatch(ProcessHandle::isAlive)
                && System.nanoTime() - deadline < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    /** Waits until all that it wrote has been read, no longer than {@code millis} for each output. */
    private void join(long millis) {
        try {
            for (Thread reader : readers) {
                reader.join(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread reader(String name, InputStream in, Ring raw, Consumer<String> line) {
        Thread thread = new Thread(() -> Lines.read(in, raw, line), "userports cems " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
