package io.userports.conformance.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Ledger;
import io.userports.link.Ledger.Fate;
import io.userports.link.MemoryLink;
import io.userports.link.Outlet;
import io.userports.link.Playing;
import io.userports.link.TimeScale;
import io.userports.meter.Command;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guests of one meter, a thread each. */
final class GatheringTest {
    private static final TimeScale FAST = TimeScale.times(20);
    private static final Command WITHDRAWN = new Command.SetConsent(Consent.WITHHELD, Duration.ZERO);

    private final Gathering gathering = new Gathering(List.of(0, 1, 2));
    private final AtomicInteger meters = new AtomicInteger();
    private final AtomicInteger outlets = new AtomicInteger();
    private volatile WeakReference<Meter> last = new WeakReference<>(null);
    private final List<Ledger> ledgers = List.of(Ledger.of(), Ledger.of(), Ledger.of());

    @AfterEach
    void everybodyLeaves() {
        List.of(0, 1, 2).forEach(gathering::leave);
    }

    @Test
    void oneMeterBeginsForAllWhenTheLastHasComeOrIsKnownNotToCome() {
        CompletableFuture<Playing> first = here(() -> join(0));
        CompletableFuture<Playing> second = here(() -> join(1));
        await().until(() -> outlets.get() == 2);
        assertFalse(first.isDone() || second.isDone());
        assertEquals(0, meters.get());
        gathering.leave(2);
        assertEquals(first.join(), second.join());
        assertEquals(1, meters.get());
        ledgers.subList(0, 2).forEach(ledger -> await().until(() -> ledger.count(Fate.LEFT) > 2));
        assertEquals(0, ledgers.get(2).size());
    }

    @Test
    void aCommandIsToldOnceWhenAllWhoAreStillThereHaveComeToIt() {
        List.of(here(() -> join(0)), here(() -> join(1)), here(() -> join(2))).forEach(CompletableFuture::join);
        CompletableFuture<Instant> first = here(() -> gathering.tell(0, WITHDRAWN));
        CompletableFuture<Instant> second = here(() -> gathering.tell(1, WITHDRAWN));
        long before = ledgers.get(0).count(Fate.LEFT);
        await().until(() -> ledgers.get(0).count(Fate.LEFT) > before + 2);
        assertFalse(first.isDone() || second.isDone());
        gathering.leave(2);
        assertEquals(first.join(), second.join());

        CompletableFuture<Instant> alone = here(() -> gathering.tell(1, WITHDRAWN));
        gathering.leave(0);
        assertFalse(alone.join().isBefore(second.join()));
    }

    @Test
    void whatLeftForOneWhoHasGoneGrowsNoMoreAndThatOfTheOthersDoes() {
        List.of(here(() -> join(0)), here(() -> join(1)), here(() -> join(2))).forEach(CompletableFuture::join);
        await().until(() -> ledgers.get(0).count(Fate.LEFT) > 0);
        gathering.leave(0);
        long gone = ledgers.get(0).size();
        long others = ledgers.get(1).count(Fate.LEFT);
        await().until(() -> ledgers.get(1).count(Fate.LEFT) > others + 2);
        assertEquals(gone, ledgers.get(0).size());
    }

    @Test
    void whoeverComesToSomethingElseBreaksTheBench() {
        gathering.leave(2);
        List.of(here(() -> join(0)), here(() -> join(1))).forEach(CompletableFuture::join);
        CompletableFuture<Instant> one = here(() -> gathering.tell(0, WITHDRAWN));
        CompletableFuture<Instant> other = here(() -> gathering.tell(1, new Command.SetText("")));
        for (CompletableFuture<Instant> each : List.of(one, other)) {
            assertEquals(
                    RigBroken.class,
                    assertThrows(CompletionException.class, each::join)
                            .getCause()
                            .getClass());
        }
    }

    @Test
    void oneStepWithTwoMeaningsIsTwoSteps() {
        gathering.leave(2);
        List.of(here(() -> join(0)), here(() -> join(1))).forEach(CompletableFuture::join);
        CompletableFuture<Instant> one = here(() -> gathering.tell(0, new Command.SetText("one")));
        CompletableFuture<Instant> other = here(() -> gathering.tell(1, new Command.SetText("other")));
        assertEquals(
                "the CEMS of one meter have come to different steps: [SetText[text=one], SetText[text=other]]; run them"
                        + " one by one, and tell the maintainers",
                assertThrows(CompletionException.class, one::join).getCause().getMessage());
        assertThrows(CompletionException.class, other::join);
    }

    @Test
    void nobodyGoesOnBeforeEverybodyHasArrivedOrStaysAway() {
        CompletableFuture<Boolean> first = here(() -> arrive(0));
        CompletableFuture<Boolean> second = here(() -> arrive(1));
        await().until(() -> outlets.get() == 2);
        assertFalse(first.isDone() || second.isDone());
        gathering.leave(2);
        assertTrue(first.join() && second.join());
    }

    private boolean arrive(int guest) {
        outlets.incrementAndGet();
        gathering.arrive(guest);
        return true;
    }

    @Test
    void nothingIsKeptOfAMeterWhenTheLastHasLeft() {
        List.of(here(() -> join(0)), here(() -> join(1)), here(() -> join(2))).forEach(CompletableFuture::join);
        assertNotNull(last.get());
        everybodyLeaves();
        await().until(() -> {
            System.gc();
            return last.get() == null;
        });
    }

    private Playing join(int guest) {
        MemoryLink link = MemoryLink.of(1_000_000, LineRate.P1);
        outlets.incrementAndGet();
        return gathering.join(guest, List.of(new Outlet(UserPort.P1, link, ledgers.get(guest))), this::meter, FAST);
    }

    private Meter meter() {
        meters.incrementAndGet();
        Meter meter = new Scene().meter(42, LineRate.S1);
        last = new WeakReference<>(meter);
        return meter;
    }

    private static <T> CompletableFuture<T> here(Supplier<T> guest) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(guest.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
