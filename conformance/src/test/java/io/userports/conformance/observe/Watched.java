package io.userports.conformance.observe;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Observations;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Places that are looked at in a test, as a run would. */
final class Watched implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Observations observations = new Observations();
    /** What is begun in it begins its own threads in it too; other tests run beside this one. */
    private final ThreadGroup group = new ThreadGroup("watched");

    private final Observers observers;

    private Watched(String yaml) {
        FutureTask<Observers> begin =
                new FutureTask<>(() -> Observers.begin(List.of(Seen.declared(yaml)), Seen.NONE, observations));
        new Thread(group, begin).start();
        try {
            observers = begin.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return the place that the entry {@code yaml} of {@code observe} declares, looked at} */
    static Watched begin(String yaml) {
        return new Watched(yaml);
    }

    List<String> seen() {
        return Seen.lines(observations);
    }

    /** Waits until {@code lines} have been seen, and nothing before or between them. */
    void awaitAll(String... lines) {
        awaitThat(() -> seen().size() >= lines.length);
        assertEquals(List.of(lines), seen().subList(0, lines.length));
    }

    /** Waits until {@code line} is the last that was seen. */
    void awaitLast(String line) {
        awaitThat(() -> !seen().isEmpty() && seen().get(seen().size() - 1).equals(line));
    }

    void awaitThat(Callable<Boolean> condition) {
        await().alias("seen so far: " + seen())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
    }

    /** {@return the address that a CEMS posts to} */
    String push() {
        return observers.placeholders().fill("{push}");
    }

    /** Closes it, and fails when a thread of it stays behind. */
    @Override
    public void close() {
        observers.close();
        await().atMost(PATIENCE).until(this::threads, List.of()::equals);
        assertEquals(Optional.empty(), observers.broken());
    }

    /** Without those of the client that serves the whole run. */
    private List<String> threads() {
        Thread[] threads = new Thread[group.activeCount() + 10];
        int count = group.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .map(Thread::getName)
                .filter(name -> !name.startsWith("HttpClient"))
                .toList();
    }
}
