package io.userports.conformance.observe;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Observations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Places that are looked at in a test, as a run would. */
final class Watched implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Observations observations = new Observations();
    private final Observers observers;

    private Watched(String yaml) {
        observers = Observers.begin(List.of(Seen.declared(yaml)), Seen.NONE, observations);
    }

    /** {@return the place that the entry {@code yaml} of {@code observe} declares, looked at} */
    static Watched begin(String yaml) {
        return new Watched(yaml);
    }

    List<String> seen() {
        return Seen.lines(observations);
    }

    /** Waits until exactly {@code lines} have been seen. */
    void awaitAll(String... lines) {
        awaitThat(() -> seen().size() >= lines.length);
        assertEquals(List.of(lines), seen());
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
        await().atMost(PATIENCE).until(Watched::threads, List.of()::equals);
        assertEquals(Optional.empty(), observers.broken());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("userports observe"))
                .toList();
    }
}
