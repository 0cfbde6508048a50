package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The device is one side of a pseudo-terminal; the test holds the other. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@SuppressWarnings("try") // some readers only need to be there
class SerialLinkTest {
    private final Posix posix = Native.load(Platform.C_LIBRARY_NAME, Posix.class);
    private final int master = posix.posix_openpt(Posix.O_RDWR | Posix.O_NOCTTY);
    private final String device = device();
    private boolean plugged = true;

    @AfterEach
    void unplug() {
        if (plugged) {
            posix.close(master);
        }
        plugged = false;
    }

    @Test
    void everyOctetArrivesAsItIs() {
        try (Link link = open()) {
            assertEquals(device, link.address());
            assertEquals(Optional.empty(), link.pace());
            assertTrue(Units.send(link, Units.unit(1, 600)));
            assertArrayEquals(Units.unit(1, 600), read(600));
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
                assertArrayEquals(Units.unit(signal.ordinal(), 30), read(30));
            }
        }
    }

    @Test
    void aDeviceThatVanishesIsAFaultOfTheBench() {
        try (Link link = open()) {
            unplug();
            LinkException e = assertThrows(LinkException.class, () -> Units.send(link, Units.unit(1, 600)));
            assertEquals(
                    "serial:" + device + " takes no more octets; it was unplugged, or its other end is gone",
                    e.getMessage());
        }
    }

    @Test
    void aWriteThatHangsIsFreedByClosing() throws Exception {
        Link link = open();
        byte[] much = new byte[1_000_000];
        CompletableFuture<Boolean> sent = CompletableFuture.supplyAsync(() -> Units.send(link, much));
        assertEquals(4096, read(4096).length);
        link.close();
        assertEquals(false, sent.get(30, TimeUnit.SECONDS));
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
                    "serial:" + device + ": is open in this program already, or has just been unplugged",
                    refusal(device));
        }
    }

    private static String refusal(String device) {
        return assertThrows(LinkException.class, () -> new LinkSpec.Serial(device).open(LineRate.P1))
                .getMessage();
    }

    private Link open() {
        return LinkSpec.parse("serial:" + device).open(LineRate.P1);
    }

    private byte[] read(int length) {
        Memory octets = new Memory(length);
        int read = 0;
        while (read < length) {
            int now = PosixIo.read(master, octets.share(read), new NativeLong(length - read));
            assertTrue(now > 0, () -> "error " + Native.getLastError());
            read += now;
        }
        return octets.getByteArray(0, length);
    }

    private String device() {
        Memory name = new Memory(256);
        assertEquals(0, posix.grantpt(master));
        assertEquals(0, posix.unlockpt(master));
        assertEquals(0, posix.ptsname_r(master, name, new NativeLong(256)));
        return name.getString(0);
    }
}
