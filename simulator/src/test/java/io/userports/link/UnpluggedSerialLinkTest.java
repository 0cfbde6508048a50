package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.adapter.AdapterId;
import io.userports.adapter.Adapters;
import io.userports.adapter.SysfsTree;
import io.userports.wire.LineRate;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
@SuppressWarnings("try") // who steals a device only needs to be there
class UnpluggedSerialLinkTest {
    /** How long a device may be gone unnoticed, and be back unused; a busy machine may once take longer. */
    private static final Duration NOTICED = Duration.ofMillis(500);

    private static final Duration REOPENED = Duration.ofSeconds(1);
    /** More of them, and the times are printed. */
    private static final int ROUNDS = Integer.getInteger("userports.unplugs", 5);

    @TempDir
    Path folder;

    @Test
    void whileNothingIsWrittenItIsNoticedInTimeAndOpenAgainInTimeAndLeavesNothingBehind() throws Exception {
        List<Duration> noticed = new ArrayList<>();
        List<Duration> reopened = new ArrayList<>();
        try (Cable cable = Cable.plugged(folder.resolve("tty"));
                Link link = open(cable)) {
            List<String> files = OpenFiles.now();
            List<String> threads = OpenFiles.threads();
            for (int i = 0; i < ROUNDS; i++) {
                // At another time between two looks of the link each time.
                LockSupport.parkNanos(i * 17_000_000L % 50_000_000);
                cable.unplug();
                noticed.add(until(() -> !link.ready()));
                LockSupport.parkNanos(i * 11_000_000L % 50_000_000);
                cable.plug();
                reopened.add(until(link::ready));
            }
            assertEquals(ROUNDS, link.interruptions().size());
            patient().until(OpenFiles::now, files::equals);
            patient().until(OpenFiles::threads, threads::equals);
        }
        if (ROUNDS > 5) {
            System.out.println("unplugged: noticed " + noticed + ", open again " + reopened);
        }
        assertTrue(median(noticed).compareTo(NOTICED) < 0, noticed::toString);
        assertTrue(median(reopened).compareTo(REOPENED) < 0, reopened::toString);
    }

    @Test
    void whatIsWrittenMeanwhileIsDroppedAndWhatComesAfterwardsLeaves() {
        try (Cable cable = Cable.plugged(folder.resolve("tty"));
                Link link = open(cable)) {
            assertTrue(Units.send(link, Units.unit(1, 100)));
            assertArrayEquals(Units.unit(1, 100), cable.read(100));
            cable.unplug();
            assertEquals(-1, link.write(Units.unit(2, 100), 0, 100));
            assertEquals(false, link.ready());
            assertEquals(-1, link.write(Units.unit(3, 100), 0, 100));
            assertEquals(false, Units.send(link, Units.unit(4, 100)));
            cable.plug();
            patient().until(link::ready);
            assertTrue(Units.send(link, Units.unit(5, 100)));
            assertArrayEquals(Units.unit(5, 100), cable.read(100));
        }
    }

    @Test
    void eachTimeIsToldOnceAndAgainWhenItIsOver() {
        try (Cable cable = Cable.plugged(folder.resolve("tty"));
                Link link = open(cable)) {
            assertEquals(List.of(), link.interruptions());
            cable.unplug();
            patient().until(() -> link.interruption().isPresent());
            link.write(new byte[1], 0, 1);
            String away = "serial:" + cable.device() + " was unplugged; waits for it";
            assertEquals(List.of(away), link.interruptions());
            assertEquals(Optional.of(away), link.interruption());
            cable.plug();
            patient().until(() -> link.interruption().isEmpty());
            String back = link.interruptions().get(0);
            assertEquals(1, link.interruptions().size());
            assertTrue(
                    back.matches(
                            "\\Qserial:" + cable.device() + " was unplugged and is back after \\E[0-9]+\\.[0-9] s"),
                    back);
            cable.unplug();
            patient().until(() -> link.interruption().isPresent());
            assertEquals(List.of(back, away), link.interruptions());
        }
    }

    @Test
    void anAdapterIsFoundAgainUnderAnotherName() throws Exception {
        SysfsTree tree = SysfsTree.in(folder);
        AdapterId id = new AdapterId("", "A", "");
        try (Cable first = Cable.plugged(tree.device("ttyUSB0"));
                Cable second = Cable.plugged(folder.resolve("later"))) {
            tree.ftdi("ttyUSB0", "1-1.1", "A").ftdi("ttyUSB1", "1-1.2", "B");
            try (Link link = open(new SerialPlace("", id, tree.adapters()))) {
                assertEquals(first.device(), link.address());
                first.unplug();
                tree.unplug("ttyUSB0");
                patient().until(() -> !link.ready());
                Files.createSymbolicLink(tree.device("ttyUSB2"), Path.of(second.device()));
                tree.ftdi("ttyUSB2", "1-1.3", "A");
                patient().until(link::ready);
                assertEquals(tree.device("ttyUSB2").toString(), link.address());
                assertTrue(Units.send(link, Units.unit(1, 100)));
                assertArrayEquals(Units.unit(1, 100), second.read(100));
            }
        }
    }

    @Test
    void aDeviceThatSomebodyElseHasTakenMeanwhileIsToldAndTakenBackWhenItIsFree() throws Exception {
        try (Cable cable = Cable.plugged(folder.resolve("tty"));
                Cable other = Cable.plugged(folder.resolve("other"));
                Link link = open(cable)) {
            cable.unplug();
            patient().until(() -> !link.ready());
            try (Theft theft = Theft.of(other.device())) {
                Files.createSymbolicLink(
                        Path.of(cable.device()), Path.of(other.device()).toRealPath());
                String told = "serial:" + cable.device() + " was unplugged and does not open again: serial:"
                        + cable.device() + ": is locked by another program; end that program";
                patient().until(link::interruptions, List.of(told)::equals);
            }
            patient().until(link::ready);
            Files.delete(Path.of(cable.device()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "cts"})
    void aRealLineWhoseDriverTakesNothingIsOpenedAgain(String request) {
        try (Cable cable = Cable.plugged(folder.resolve("tty"));
                Link link = SerialLink.open(
                        place(cable), LineRate.P1, DataRequest.valueOf(request), line -> true, line -> true)) {
            // Nobody reads: more than a pseudo-terminal takes.
            byte[] unit = Units.unit(1, 100_000);
            int[] taken = {0};
            patient().until(() -> {
                int now = link.write(unit, taken[0], unit.length);
                taken[0] += Math.max(0, now);
                return now < 0;
            });
            assertTrue(taken[0] < unit.length);
            patient().until(() -> link.interruption().isEmpty());
            String told = link.interruptions().get(0);
            assertEquals(1, link.interrupted());
            assertTrue(
                    told.matches("\\Qserial:" + cable.device()
                            + " took nothing for half a second and is back after \\E[0-9]+\\.[0-9] s"),
                    told);
        }
    }

    @Test
    void aPseudoTerminalThatNobodyReadsIsNotStuck() {
        try (Cable cable = Cable.plugged(folder.resolve("tty"));
                Link link = open(cable)) {
            byte[] unit = Units.unit(1, 100_000);
            int[] taken = {0};
            patient().until(() -> {
                int now = link.write(unit, taken[0], unit.length);
                taken[0] += now;
                return now == 0;
            });
            await().during(Duration.ofMillis(700)).until(() -> link.write(unit, taken[0], unit.length) == 0);
            assertEquals(0, link.interrupted());
        }
    }

    @Test
    void aQueueThatMovesIsWaitedForAndOneThatDoesNotIsStuck() {
        int[] left = {50};
        // A tenth of what the rate would let leave.
        assertTrue(SerialLine.drains(() -> left[0]--, 0, LineRate.P1, () -> false));
        assertFalse(SerialLine.drains(() -> 50, 49, LineRate.P1, () -> false));
        assertTrue(SerialLine.drains(() -> 50, 50, LineRate.P1, () -> false));
        assertTrue(SerialLine.drains(() -> 50, 0, LineRate.P1, () -> true));
    }

    /** A folder that goes while it is looked at is one of the ways in which looking may break. */
    @Test
    void whateverGoesWrongWhileItIsLookedForItIsLookedForAgain() throws Exception {
        Path archive = folder.resolve("made-up.zip");
        FileSystem made = FileSystems.newFileSystem(archive, Map.of("create", "true"));
        try (Cable cable = Cable.plugged(folder.resolve("ttyUSB0"))) {
            Path port = Files.createDirectories(made.getPath("/sys/class/tty/ttyUSB0/device"));
            Files.writeString(port.resolve("idVendor"), "0403");
            Files.writeString(port.resolve("idProduct"), "6001");
            Files.writeString(port.resolve("serial"), "A");
            Path devices = Files.createDirectories(made.getPath(folder.toString()));
            Files.createFile(devices.resolve("ttyUSB0"));
            Adapters adapters = Adapters.of(made.getPath("/sys"), devices);
            try (Link link = open(new SerialPlace("", new AdapterId("", "A", ""), adapters))) {
                assertEquals(cable.device(), link.address());
                made.close();
                cable.unplug();
                patient()
                        .until(
                                link::interruptions,
                                List.of("serial (serial number A) was unplugged and does not open again: "
                                        + "java.nio.file.ClosedFileSystemException")::equals);
            }
        } finally {
            made.close();
        }
    }

    @Test
    void whatListensBesideTheTransmitterGoesOnToo() {
        try (Cable cable = Cable.plugged(folder.resolve("tty"));
                Link link = open(cable);
                Receiver receiver = link.farEnd().orElseThrow()) {
            byte[] octets = new byte[10];
            cable.unplug();
            patient().until(() -> !link.ready());
            assertEquals(0, receiver.read(octets, 0, 10, 30));
            cable.plug();
            patient().until(link::ready);
            cable.write(new byte[] {7});
            assertEquals(1, receiver.read(octets, 0, 10, 10_000));
        }
    }

    private static Link open(Cable cable) {
        return open(place(cable));
    }

    private static SerialPlace place(Cable cable) {
        return new SerialPlace(cable.device(), AdapterId.ANY, Adapters.here());
    }

    private static Link open(SerialPlace place) {
        return SerialLink.open(place, LineRate.P1, DataRequest.NONE, line -> true);
    }

    private static ConditionFactory patient() {
        return await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(30));
    }

    private static Duration until(Callable<Boolean> done) {
        long begin = System.nanoTime();
        patient().until(done);
        return Duration.ofMillis((System.nanoTime() - begin) / 1_000_000);
    }

    private static Duration median(List<Duration> all) {
        Duration[] sorted = all.toArray(Duration[]::new);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
