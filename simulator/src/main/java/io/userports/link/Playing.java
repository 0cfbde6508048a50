package io.userports.link;

import io.userports.wire.Emission;
import io.userports.wire.EmissionSource;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One source being played: its place in time, its end, what broke. */
public final class Playing {
    /** A source is asked this long before its octets are due: late enough for commands, early enough to be ready. */
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private record Failure(Optional<PortWriter> writer, RuntimeException cause) {}

    private final EmissionSource source;
    private final TimeScale scale;
    private final List<PortWriter> writers;
    private final AtomicInteger portsLeft;
    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Instant start;
    private final List<Emission> first;
    private final long anchor;
    private volatile boolean stopped;
    private Instant next;
    private volatile Instant reached;
    private boolean begun;
    private long wake;

    Playing(EmissionSource source, List<Outlet> outlets, TimeScale scale) {
        this.source = source;
        this.scale = scale;
        this.portsLeft = new AtomicInteger(outlets.size());
        this.writers = outlets.stream()
                .map(outlet -> new PortWriter(outlet, scale, this))
                .toList();
        this.start = source.nextStep();
        // The first step is made before the clock starts: what a cold machine takes for it is nobody's lateness.
        this.first = start.equals(Instant.MAX) ? List.of() : source.step();
        this.reached = start;
        proceed();
        this.wake = System.nanoTime();
        this.anchor = wake + LEAD_NANOS;
    }

    /** {@return when everything has ended; fails with {@link #failure()} if there is one} */
    public CompletableFuture<Void> done() {
        return done.copy();
    }

    /**
     * Waits until everything has ended.
     *
     * @throws LinkException when a link broke
     */
    public void awaitEnd() {
        try {
            done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** {@return what broke first: a link, and only its port has ended then, or the source} */
    public Optional<RuntimeException> failure() {
        return failures.stream().findFirst().map(Failure::cause);
    }

    /** {@return what has broken for whoever reads {@code link}: that link, or the source} */
    public Optional<RuntimeException> failure(Link link) {
        return failures.stream()
                .filter(f -> f.writer().map(writer -> writer.link() == link).orElse(true))
                .findFirst()
                .map(Failure::cause);
    }

    /** {@return the port of {@link #failure()}; empty when it was the source or nothing has broken} */
    public Optional<UserPort> brokenPort() {
        return failures.stream().findFirst().flatMap(Failure::writer).map(PortWriter::port);
    }

    /** {@return the {@link System#nanoTime()} at which {@code simulated} is due; without a clock, that of the start} */
    public long nanosAt(Instant simulated) {
        return anchor + scale.nanosOf(Duration.between(start, simulated));
    }

    /**
     * {@return the simulated instant at {@code nanos} of {@link System#nanoTime()}; without a clock, that of the next
     * step, or of the last one when none is left}
     */
    public Instant simulatedAt(long nanos) {
        if (scale.isMax()) {
            return reached;
        }
        return start.plus(scale.simulatedIn(nanos - anchor));
    }

    /** Ends the playing after the units that have begun; returns when all has ended, within two seconds. */
    public void stop() {
        cease();
        join(writers);
    }

    /** Ends what leaves by {@code link}, after the unit that has begun; whatever leaves elsewhere goes on. */
    public void stop(Link link) {
        List<PortWriter> its =
                writers.stream().filter(writer -> writer.link() == link).toList();
        its.forEach(PortWriter::stop);
        join(its);
    }

    private static void join(List<PortWriter> ending) {
        try {
            for (PortWriter writer : ending) {
                writer.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isDone() {
        return done.isDone();
    }

    void start() {
        writers.forEach(PortWriter::start);
    }

    /** Asks for the end without waiting for it. */
    void cease() {
        stopped = true;
        writers.forEach(PortWriter::stop);
        if (writers.isEmpty()) {
            finish();
        }
    }

    /** {@return when the pacing thread should {@link #advance}; without a clock, in turn} */
    long wakeNanos() {
        return wake;
    }

    /** Makes the next step, and ends the writers after the last; false then. Called by the pacing thread only. */
    boolean advance() {
        if (!stopped) {
            step();
        }
        if (stopped || next.equals(Instant.MAX) || !writers.isEmpty() && portsLeft.get() == 0) {
            writers.forEach(PortWriter::end);
            if (writers.isEmpty()) {
                finish();
            }
            return false;
        }
        wake = scale.isMax() ? System.nanoTime() : nanosAt(next) - LEAD_NANOS;
        return true;
    }

    void portOver(PortWriter writer, Throwable broken) {
        if (broken != null) {
            note(Optional.of(writer), broken);
        }
        if (portsLeft.decrementAndGet() == 0) {
            finish();
        }
    }

    private void step() {
        try {
            if (begun) {
                source.step().forEach(this::hand);
                proceed();
            } else {
                begun = true;
                first.forEach(this::hand);
            }
        } catch (RuntimeException | Error e) {
            note(Optional.empty(), e);
            next = Instant.MAX;
        }
    }

    private void proceed() {
        next = source.nextStep();
        if (!next.equals(Instant.MAX)) {
            reached = next;
        }
    }

    private void note(Optional<PortWriter> writer, Throwable broken) {
        RuntimeException cause =
                broken instanceof RuntimeException e ? e : new IllegalStateException("the playing broke off", broken);
        failures.add(new Failure(writer, cause));
    }

    private void finish() {
        failure().ifPresentOrElse(done::completeExceptionally, () -> done.complete(null));
    }

    private void hand(Emission emission) {
        long deadline = nanosAt(emission.due());
        for (PortWriter writer : writers) {
            if (writer.port() == emission.port()) {
                writer.offer(emission, deadline);
            }
        }
    }
}
