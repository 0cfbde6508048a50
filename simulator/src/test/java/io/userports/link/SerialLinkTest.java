package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.adapter.PortLock;
import io.userports.adapter.RunWithALock;
import io.userports.link.Ledger.Fate;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import io.userports.wire.UserPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@SuppressWarnings("try") // some links only need to be there
class SerialLinkTest {
    @TempDir
    Path folder;

    private Cable cable;

    @BeforeEach
    void plug() {
        cable = Cable.plugged(folder.resolve("tty"));
    }

    @AfterEach
    void unplug() {
        cable.close();
    }

    @Test
    void everyOctetArrivesAsItIs() {
        try (Link link = open()) {
            assertEquals(cable.device(), link.address());
            assertEquals(Optional.empty(), link.pace());
            assertEquals(Optional.empty(), link.interruption());
            assertTrue(Units.send(link, Units.unit(1, 600)));
            assertArrayEquals(Units.unit(1, 600), cable.read(600));
        }
    }

    /** It would be told that the break has left, and its reader would hear nothing. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aPseudoTerminalCarriesNoSignalsButOctets() throws InterruptedException {
        try (Link link = open()) {
            LineWriter writer = new LineWriter(link, TimeScale.parse("1"), 0);
            for (Signal signal : Signal.values()) {
                assertEquals(false, link.signal(signal, new byte[3]));
                writer.write(Units.unit(signal.ordinal(), 30), signal);
                assertEquals(30, writer.taken());
                assertArrayEquals(Units.unit(signal.ordinal(), 30), cable.read(30));
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPeerThatNeverReadsHoldsNothingUp() {
        try (Link link = open()) {
            byte[] much = new byte[100_000];
            int taken = 0;
            int now;
            while ((now = link.write(much, taken, much.length)) > 0) {
                taken += now;
            }
            assertEquals(0, now);
            assertEquals(true, link.ready());
            assertEquals(taken, cable.read(taken).length);
            assertTrue(Units.send(link, Units.unit(1, 600)));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPlayerEndsItsPortWithAPeerThatNeverReadsAndLeavesTheLinkOpen() {
        try (Link link = open()) {
            Ledger ledger = Ledger.of();
            try (Player player = Player.of(TimeScale.times(100))) {
                Playing playing = player.play(
                        Units.every(Duration.ofSeconds(1), 1000, 100_000), Map.of(UserPort.P1, link), ledger);
                org.awaitility.Awaitility.await().until(() -> ledger.count(Fate.DROPPED) > 0);
                playing.stop();
            }
            assertEquals(true, link.ready());
            assertEquals(1, ledger.count(Fate.CUT));
        }
    }

    @Test
    void whatComesInIsReceived() {
        try (Link link = open();
                Receiver receiver = link.farEnd().orElseThrow()) {
            assertEquals(cable.device(), receiver.address());
            byte[] octets = new byte[100];
            assertEquals(0, receiver.read(octets, 0, 100, 1));
            cable.write(new byte[] {1, 2, 3, (byte) 0xff});
            assertEquals(4, receiver.read(octets, 1, 99, 10_000));
            assertArrayEquals(new byte[] {0, 1, 2, 3, (byte) 0xff}, java.util.Arrays.copyOf(octets, 5));
            link.close();
            assertEquals(-1, receiver.read(octets, 0, 100, 10_000));
        }
    }

    @Test
    void anotherDeviceIsReadUntilItIsUnplugged() {
        try (Receiver receiver = new LinkSpec.Serial(cable.device()).receiver(LineRate.S1)) {
            byte[] octets = new byte[5000];
            cable.write(new byte[] {42});
            assertEquals(1, receiver.read(octets, 0, octets.length, 10_000));
            assertEquals(42, octets[0]);
            cable.unplug();
            assertEquals(-1, receiver.read(octets, 0, octets.length, 10_000));
        }
    }

    @Test
    void aDeviceThatIsMissingIsNamed() {
        assertEquals(
                "serial:/dev/no-such-port: there is no such device; plug it in or correct its name",
                refusal("/dev/no-such-port"));
    }

    @Test
    void whatIsNoSerialDeviceIsNamed() {
        assertEquals("serial:/dev/null: is not a serial device; correct its name", refusal("/dev/null"));
    }

    @Test
    void aDeviceThatIsOpenAlreadyIsNamed() {
        try (Link ignored = open()) {
            assertEquals(
                    "serial:" + cable.device() + ": is in use by this run already; give each port a device of its own",
                    refusal(cable.device()));
        }
        open().close();
    }

    /** As a run and its shutdown hook do, of which the last one ends the process. */
    @Test
    void whoClosesItBesideAnotherReturnsWhenItIsClosed() throws Exception {
        for (int i = 0; i < 20; i++) {
            Link link = open();
            Thread other = new Thread(link::close);
            other.start();
            link.close();
            assertEquals(Optional.empty(), PortLock.holder(cable.device()));
            other.join();
        }
    }

    @Test
    void aSecondRunIsToldTheProcessOfTheFirst() throws Exception {
        try (RunWithALock.Process run = RunWithALock.start(Path.of(cable.device()))) {
            assertEquals(
                    "serial:" + cable.device() + ": is in use by another run of userports, process " + run.pid() + ": "
                            + RunWithALock.class.getName() + " " + cable.device()
                            + "; end it, or give each run devices of its own",
                    refusal(cable.device()));
        }
        open().close();
    }

    @Test
    void aDeviceThatAnotherProgramHasLockedIsNamed() {
        try (Theft theft = Theft.of(cable.device())) {
            assertEquals(
                    "serial:" + cable.device() + ": is locked by another program; end that program",
                    refusal(cable.device()));
        }
        open().close();
    }

    @Test
    void aRateThatTheChipMissesByTooMuchIsRefused() {
        assertEquals(Optional.empty(), SerialTrouble.rate(LineRate.S1, OptionalInt.empty()));
        assertEquals(Optional.empty(), SerialTrouble.rate(LineRate.S1, OptionalInt.of(1_500_000)));
        assertEquals(Optional.empty(), SerialTrouble.rate(LineRate.S1, OptionalInt.of(1_477_500)));
        assertEquals(
                "sends at 1411765 bit/s where 1500000 were asked for, 5.9 % off, and 1.5 % is the most that can be read"
                        + " surely; take an adapter whose chip reaches that rate: FTDI, CP2104, CH340 and PL011 reach"
                        + " 1.5 and 2 Mbit/s exactly, a CP2102 neither",
                SerialTrouble.rate(LineRate.S1, OptionalInt.of(1_411_765)).orElseThrow());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceWithoutControlLinesCannotBeAsked() {
        assertEquals(
                "serial:" + cable.device() + ": has no control lines, so nobody can ask for telegrams by cts; use an"
                        + " adapter that has them, or leave the data request out",
                assertThrows(LinkException.class, () -> new LinkSpec.Serial(cable.device())
                                .open(LineRate.P1, DataRequest.valueOf("cts")))
                        .getMessage());
        open().close();
    }

    private static String refusal(String device) {
        return assertThrows(LinkException.class, () -> new LinkSpec.Serial(device).open(LineRate.P1))
                .getMessage();
    }

    private Link open() {
        return LinkSpec.parse("serial:" + cable.device()).open(LineRate.P1);
    }
}
