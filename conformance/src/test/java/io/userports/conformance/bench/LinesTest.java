package io.userports.conformance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.cli.Cable;
import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A serial line that several runs share. */
final class LinesTest {
    private static final LineRate SLOW = new LineRate(1_500_000);
    private static final LineRate FAST = new LineRate(2_000_000);

    private final Lines lines = Lines.shared();

    @Test
    @EnabledOnOs(OS.LINUX)
    void anotherRateIsWaitedForUntilAllHaveGivenTheLineBack(@TempDir Path folder) throws Exception {
        try (Cable cable = Cable.in(folder, "pty")) {
            RigPort there = new RigPort(LinkSpec.parse("serial:" + cable.bench()), SLOW);
            KnownLink first = lines.open(UserPort.S1, there, SLOW, false);
            KnownLink second = lines.open(UserPort.S1, there, SLOW, false);
            CompletableFuture<KnownLink> other =
                    CompletableFuture.supplyAsync(() -> lines.open(UserPort.S1, there, FAST, false));
            first.close();
            first.close();
            assertThrows(TimeoutException.class, () -> other.get(200, TimeUnit.MILLISECONDS));
            second.close();
            other.get(30, TimeUnit.SECONDS).close();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLineThatIsKeptToTheEndHasNoOtherRateForAnybody(@TempDir Path folder) throws Exception {
        try (Cable cable = Cable.in(folder, "pty")) {
            RigPort there = new RigPort(LinkSpec.parse("serial:" + cable.bench()), SLOW);
            KnownLink passing = lines.open(UserPort.S1, there, SLOW, false);
            KnownLink kept = lines.open(UserPort.S1, there, SLOW, true);
            passing.close();
            assertEquals(
                    "S1 stays at 1500000 bit/s: a CEMS on the same wire is kept for the whole run (start.process)",
                    assertThrows(NotClaimed.class, () -> lines.open(UserPort.S1, there, FAST, false))
                            .getMessage());
            kept.close();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoWaitsForAnotherRateIsToldWhenSomebodyKeepsThisOne(@TempDir Path folder) throws Exception {
        try (Cable cable = Cable.in(folder, "pty")) {
            RigPort there = new RigPort(LinkSpec.parse("serial:" + cable.bench()), SLOW);
            KnownLink passing = lines.open(UserPort.S1, there, SLOW, false);
            CompletableFuture<KnownLink> other =
                    CompletableFuture.supplyAsync(() -> lines.open(UserPort.S1, there, FAST, false));
            assertThrows(TimeoutException.class, () -> other.get(200, TimeUnit.MILLISECONDS));
            KnownLink kept = lines.open(UserPort.S1, there, SLOW, true);
            assertInstanceOf(
                    NotClaimed.class,
                    assertThrows(ExecutionException.class, () -> other.get(30, TimeUnit.SECONDS))
                            .getCause());
            passing.close();
            kept.close();
        }
    }

    @Test
    void aSharedLineThatBrokeIsGivenBackOnce() {
        AtomicInteger given = new AtomicInteger();
        KnownLink link = KnownLink.shared(new Broken(), given::incrementAndGet);
        assertThrows(LinkException.class, link::ready);
        assertFalse(link.isWhole());
        link.close();
        link.close();
        assertEquals(1, given.get());
    }

    /** A line whose adapter is gone for good. */
    private record Broken() implements Link {
        @Override
        public String address() {
            return "nowhere";
        }

        @Override
        public Optional<LineRate> pace() {
            return Optional.empty();
        }

        @Override
        public boolean ready() {
            throw LinkException.of("nowhere: is gone");
        }

        @Override
        public int write(byte[] unit, int from, int to) {
            throw LinkException.of("nowhere: is gone");
        }

        @Override
        public void close() {}
    }
}
