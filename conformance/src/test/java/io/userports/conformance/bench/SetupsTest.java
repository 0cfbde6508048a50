package io.userports.conformance.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cli.Cable;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.reference.ReferenceInProcess;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.fault.Disturbances;
import io.userports.grid.Profile;
import io.userports.link.DataRequest;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One CEMS and its wires for several scenarios, one after the other. */
final class SetupsTest {
    private static final int TIME_SCALE = 10;
    private static final Rig RIG = Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("20 s"));
    private static final Claims CLAIMS = CemsSpec.of(CemsSpec.REFERENCE).claims();

    private final List<Cems> started = new ArrayList<>();

    @Test
    void aCorrectCemsThatIsKeptIsSeenToReadEveryMeter() {
        CemsStarter reference = ReferenceInProcess.starter(Defect.NONE, TIME_SCALE);
        try (Plan plan = plan(reference)) {
            for (String household : List.of("three-phase", "single-phase", "three-phase")) {
                try (Bench bench = new Bench(plan)) {
                    bench.scene().household(Profile.of(household));
                    bench.start();
                    Judge judge = new Judge(bench);
                    judge.showsEverythingAsSent(CLAIMS.recovery());
                    judge.inventsNothing();
                }
            }
        }
        assertEquals(1, started.size());
    }

    @Test
    void whatHasEndedIsStartedAnew() {
        try (Plan plan = plan(sockets -> new Dead())) {
            for (int i = 0; i < 2; i++) {
                try (Bench bench = new Bench(plan)) {
                    bench.start();
                }
            }
        }
        assertEquals(2, started.size());
    }

    @Test
    void whatIsBrokenIsSetUpAnewAndWhatIsWholeIsKept() {
        AtomicReference<Optional<String>> broken = new AtomicReference<>(Optional.empty());
        CemsStarter counting = sockets -> {
            broken.set(Optional.empty());
            started.add(new Living(broken));
            return started.get(started.size() - 1);
        };
        try (Setups setups = Setups.once(RIG, counting)) {
            Setup first = setups.enter(false, LineRate.P1, Duration.ZERO);
            assertSame(first, setups.enter(false, LineRate.P1, Duration.ZERO));
            broken.set(Optional.of("the broker is gone"));
            Setup second = setups.enter(false, LineRate.P1, Duration.ZERO);
            assertEquals(2, started.size());
            assertSame(second, setups.enter(false, LineRate.P1, Duration.ZERO));
            second.wires().links().get(UserPort.P1).close();
            setups.enter(false, LineRate.P1, Duration.ZERO);
            assertEquals(3, started.size());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatWasUnpluggedIsWaitedForBeforeTheNextScenarioOfACemsThatIsKept(@TempDir Path folder) throws Exception {
        CemsStarter living = sockets -> new Living(new AtomicReference<>(Optional.empty()));
        try (Cable cable = Cable.in(folder, "pty");
                Setups setups = Setups.once(rig(cable), living)) {
            Wires wires = setups.enter(false, LineRate.P1, Duration.ZERO).wires();
            cable.unplugBench();
            await().until(() -> wires.interruption().isPresent());
            CompletableFuture<Setup> next =
                    CompletableFuture.supplyAsync(() -> setups.enter(false, LineRate.P1, Duration.ZERO));
            assertThrows(TimeoutException.class, () -> next.get(300, TimeUnit.MILLISECONDS));
            cable.plugBench();
            assertSame(wires, next.get(30, TimeUnit.SECONDS).wires());
            assertEquals(Optional.empty(), wires.interruption());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatInterruptedTheOtherPortAScenarioAgoIsNotToldAgain(@TempDir Path folder) throws Exception {
        LineRate rate = new LineRate(1_500_000);
        CemsStarter living = sockets -> new Living(new AtomicReference<>(Optional.empty()));
        try (Cable one = Cable.in(Files.createDirectories(folder.resolve("one")), "pty");
                Cable other = Cable.in(Files.createDirectories(folder.resolve("other")), "pty");
                Setups setups = Setups.once(
                        new Rig(
                                "two cables",
                                port(one, LineRate.P1),
                                Optional.of(port(other, rate)),
                                Amount.parse("20 s"),
                                Disturbances.NONE),
                        living)) {
            Wires wires = setups.enter(true, rate, Duration.ZERO).wires();
            interrupt(other, wires);
            assertTrue(wires.interrupted().orElseThrow().contains(other.bench().toString()));
            setups.enter(true, rate, Duration.ZERO);
            assertEquals(Optional.empty(), wires.interrupted());
            interrupt(one, wires);
            assertTrue(wires.interrupted().orElseThrow().contains(one.bench().toString()));
        }
    }

    private static void interrupt(Cable cable, Wires wires) throws Exception {
        cable.unplugBench();
        await().until(() -> wires.interruption().isPresent());
        cable.plugBench();
        await().until(() -> wires.interruption().isEmpty());
    }

    private static Rig rig(Cable cable) {
        return new Rig("a cable", port(cable, LineRate.P1), Optional.empty(), Amount.parse("20 s"), Disturbances.NONE);
    }

    private static RigPort port(Cable cable, LineRate rate) {
        return new RigPort(
                LinkSpec.parse("serial:" + cable.bench()),
                List.of(cable.reader()),
                rate,
                DataRequest.NONE,
                Optional.empty(),
                List.of());
    }

    @Test
    void aScenarioThatNeedsAnotherLineIsNotForACemsThatIsKept() {
        try (Plan plan = plan(sockets -> new Dead());
                Bench bench = new Bench(plan)) {
            bench.scene().sampled();
            bench.scene().bitRate(2_000_000);
            assertEquals(
                    "S1 stays at 1500000 bit/s: one CEMS is kept for the whole run (start.process)",
                    assertThrows(NotClaimed.class, bench::start).getMessage());
        }
        assertEquals(0, started.size());
    }

    private Plan plan(CemsStarter starter) {
        CemsStarter counting = sockets -> {
            started.add(starter.start(sockets));
            return started.get(started.size() - 1);
        };
        return new Plan(RIG, CLAIMS, Setups.once(RIG, counting), 1, TIME_SCALE, Duration.ofMillis(400), true);
    }

    /** A CEMS that lives, and of which something may break. */
    private record Living(AtomicReference<Optional<String>> failure) implements Cems {
        @Override
        public Observations observations() {
            return new Observations();
        }

        @Override
        public Optional<String> broken() {
            return failure.get();
        }

        @Override
        public Optional<String> ended() {
            return Optional.empty();
        }

        @Override
        public List<String> lastWords() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    /** A CEMS that has ended as soon as it was started. */
    private record Dead() implements Cems {
        @Override
        public Observations observations() {
            return new Observations();
        }

        @Override
        public Optional<String> ended() {
            return Optional.of("ended at once");
        }

        @Override
        public List<String> lastWords() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
