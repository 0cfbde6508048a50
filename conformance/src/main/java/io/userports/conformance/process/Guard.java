package io.userports.conformance.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A small program that outlives the harness for a moment and ends what it has left: every CEMS and all that they started.
 *
 * <p>The harness is alive as long as it holds the other end of this program's standard input, by which it tells the number
 * of each process that it starts, a line each. At the end of that input it has ended, however it did. The one argument is
 * the mark that all its processes bear; see {@link Marked}.
 */
public final class Guard {
    private static final long PAUSE_MILLIS = 10;

    /** Whatever begets itself faster than it can be killed is not stopped by going on. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private Guard() {}

    /** Waits for the end of the harness, and ends the rest. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // A session of its own: what is typed at the terminal ends the harness, and not this.
        CLibrary.here().ifPresent(CLibrary::setsid);
        List<ProcessHandle> told = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            ProcessHandle.of(Long.parseLong(line)).ifPresent(told::add);
        }
        end(told, arguments[0]);
    }

    /** Kills those and their descendants, and what bears the mark again and again until nothing does. */
    private static void end(List<ProcessHandle> told, String mark) throws InterruptedException {
        told.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        long begun = System.nanoTime();
        List<ProcessHandle> rest = Marked.by(mark).toList();
        while (!rest.isEmpty() && System.nanoTime() - begun < MOST_NANOS) {
            rest.forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(PAUSE_MILLIS);
            rest = Marked.by(mark).toList();
        }
    }
}
