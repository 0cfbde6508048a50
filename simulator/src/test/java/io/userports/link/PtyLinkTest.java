package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fazecast.jSerialComm.SerialPort;
import io.userports.wire.LineRate;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@SuppressWarnings("try") // some readers only need to be there
class PtyLinkTest {
    private static final int LENGTH = 600;

    @TempDir
    Path folder;

    private final Link link = LinkSpec.parse("pty").open(LineRate.P1);

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void aPlainReaderReadsEveryOctetAsItIs() throws IOException {
        try (Listener listener = listen()) {
            for (int i = 0; i < 300; i++) {
                listener.hears((long) LENGTH * i);
                assertTrue(Units.send(link, Units.unit(i, LENGTH)));
            }
            assertEquals(
                    300, Units.numbersIn(listener.hears(300 * LENGTH), LENGTH).size());
        }
    }

    @Test
    void aSerialPortReadsEveryOctetAsItIs() {
        SerialPort port = SerialPort.getCommPort(link.address());
        port.setComPortParameters(115_200, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_BLOCKING, 10_000, 0);
        assertTrue(port.openPort());
        try {
            assertTrue(Units.send(link, Units.unit(1, LENGTH)));
            byte[] heard = new byte[LENGTH];
            assertEquals(LENGTH, port.readBytes(heard, LENGTH));
            assertArrayEquals(Units.unit(1, LENGTH), heard);
        } finally {
            port.closePort();
        }
    }

    @Test
    void nobodyListeningTakesNothing() throws IOException {
        assertFalse(link.ready());
        try (FileInputStream ignored = new FileInputStream(link.address())) {
            assertTrue(link.ready());
        }
        assertFalse(link.ready());
    }

    @Test
    void whatOneReaderLeftUnreadReachesNoOther() throws IOException {
        try (FileInputStream ignored = new FileInputStream(link.address())) {
            for (int i = 0; i < 5; i++) {
                assertTrue(Units.send(link, Units.unit(i, LENGTH)));
            }
        }
        // Nothing is written in between: the link must have noticed by itself.
        awaitWatcher();
        try (Listener listener = listen()) {
            assertTrue(Units.send(link, Units.unit(9, LENGTH)));
            assertEquals(List.of(9), Units.numbersIn(listener.hears(LENGTH), LENGTH));
        }
    }

    @Test
    void aReaderWhoLeavesWithinAUnitEndsIt() throws IOException {
        byte[] unit = Units.unit(1, LENGTH);
        try (FileInputStream ignored = new FileInputStream(link.address())) {
            assertTrue(link.ready());
            assertEquals(100, link.write(unit, 0, 100));
        }
        awaitWatcher();
        try (Listener listener = listen()) {
            assertEquals(-1, link.write(unit, 100, LENGTH));
            assertTrue(Units.send(link, Units.unit(2, LENGTH)));
            assertEquals(List.of(2), Units.numbersIn(listener.hears(LENGTH), LENGTH));
        }
    }

    @Test
    void aReaderWhoDoesNotReadGetsTheRestOfTheUnitLater() throws IOException {
        try (FileInputStream in = new FileInputStream(link.address())) {
            byte[] unit = Units.unit(1, 100_000);
            assertTrue(link.ready());
            int taken = 0;
            for (int now = 1; now > 0; taken += now) {
                now = link.write(unit, taken, unit.length);
            }
            assertEquals(0, link.write(unit, taken, unit.length));
            assertTrue(taken < unit.length);
            Listener listener = Listener.to(in);
            while (taken < unit.length) {
                taken += link.write(unit, taken, unit.length);
            }
            assertArrayEquals(unit, listener.hears(unit.length));
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aReaderWhoSendsIsIgnoredAndDoesNotFillThePort() throws IOException {
        try (FileOutputStream talker = new FileOutputStream(link.address());
                Listener listener = listen()) {
            for (int i = 0; i < 50; i++) {
                talker.write(new byte[2000]);
                assertTrue(Units.send(link, Units.unit(i, LENGTH)));
                listener.hears((i + 1L) * LENGTH);
            }
            assertEquals(50, Units.numbersIn(listener.heard(), LENGTH).size());
        }
    }

    @Test
    void closingLetsAReaderFinishTheLastUnit() throws Exception {
        try (Listener listener = listen()) {
            assertTrue(Units.send(link, Units.unit(3, 4000)));
            link.close();
            assertArrayEquals(Units.unit(3, 4000), listener.hearsTheEnd());
        }
    }

    @Test
    void aClosedOneIsGone() {
        Path device = Path.of(link.address());
        link.close();
        link.close();
        assertFalse(Files.exists(device));
        assertFalse(link.ready());
        assertEquals(-1, link.write(new byte[1], 0, 1));
    }

    @Test
    void theSymbolicLinkLivesAsLongAsThePort() throws IOException {
        Path path = folder.resolve("p1");
        try (Link named = LinkSpec.parse("pty:" + path).open(LineRate.P1)) {
            assertEquals(Path.of(named.address()), Files.readSymbolicLink(path));
            try (Listener listener = Listener.to(new FileInputStream(path.toFile()))) {
                assertTrue(Units.send(named, Units.unit(1, LENGTH)));
                assertArrayEquals(Units.unit(1, LENGTH), listener.hears(LENGTH));
            }
        }
        assertFalse(Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aSymbolicLinkThatLeadsNowhereIsReplaced() throws IOException {
        Path path = Files.createSymbolicLink(folder.resolve("p1"), folder.resolve("gone"));
        try (Link named = LinkSpec.parse("pty:" + path).open(LineRate.P1)) {
            assertEquals(Path.of(named.address()), Files.readSymbolicLink(path));
        }
    }

    @Test
    void whatIsNotOursIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("precious"), "text");
        Path other = Files.createSymbolicLink(folder.resolve("other"), file);
        assertEquals(
                "pty:" + file + ": is there already and is not a symbolic link; choose another path or remove it",
                refusal(file));
        assertEquals(
                "pty:" + other + ": already leads to " + file
                        + "; end the program that made it, or remove it if that is long gone",
                refusal(other));
        assertEquals("text", Files.readString(other));
    }

    private static String refusal(Path path) {
        return assertThrows(
                        LinkException.class, () -> LinkSpec.parse("pty:" + path).open(LineRate.P1))
                .getMessage();
    }

    private Listener listen() throws IOException {
        return Listener.to(new FileInputStream(link.address()));
    }

    private void awaitWatcher() {
        String name = "userports watching " + link.address();
        Thread watcher = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findAny()
                .orElseThrow();
        await().until(() -> watcher.getState() == Thread.State.WAITING);
    }
}
