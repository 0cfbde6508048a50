package io.userports.adapter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // locks only need to be held
class PortLockTest {
    @TempDir
    Path folder;

    @Test
    void aRunTakesADeviceOnceUnderWhateverName() throws IOException {
        Path device = Files.createFile(folder.resolve("tty"));
        Path name = Files.createSymbolicLink(folder.resolve("name"), device);
        try (PortLock lock = PortLock.of(device.toString())) {
            assertEquals("is in use by this run already; give each port a device of its own", refusal(name));
            assertEquals(
                    Optional.of(ProcessHandle.current().pid()),
                    PortLock.holder(name.toString()).map(Holder::pid));
            assertEquals("is in use by this run already; give each port a device of its own", refusal(name));
        }
        assertEquals(Optional.empty(), PortLock.holder(device.toString()));
        PortLock.of(name.toString()).close();
    }

    @Test
    void anotherRunIsRefusedWithTheProcessOfTheFirstUntilThatHasEnded() throws Exception {
        Path device = Files.createFile(folder.resolve("tty"));
        try (RunWithALock.Process first = RunWithALock.start(device)) {
            String command = RunWithALock.class.getName() + " " + device;
            assertEquals(
                    "is in use by another run of userports, process " + first.pid() + ": " + command
                            + "; end it, or give each run devices of its own",
                    refusal(device));
            assertEquals(Optional.of(new Holder(first.pid(), command)), PortLock.holder(device.toString()));
        }
        // What a killed run leaves behind is a file, and no lock.
        assertEquals(Optional.empty(), PortLock.holder(device.toString()));
        PortLock.of(device.toString()).close();
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        Path device = Files.createFile(folder.resolve("tty"));
        PortLock lock = PortLock.of(device.toString());
        Path shared = Files.isWritable(Path.of("/run/lock"))
                ? Path.of("/run/lock")
                : Path.of(System.getProperty("java.io.tmpdir"));
        String name = device.toRealPath().toString().substring(1).replaceAll("[^A-Za-z0-9.]", "-");
        Path file = shared.resolve("userports-" + name + ".lock");
        assertEquals(true, Files.exists(file));
        lock.close();
        lock.close();
        await().until(() -> !Files.exists(file));
    }

    private static String refusal(Path device) {
        return assertThrows(AdapterException.class, () -> PortLock.of(device.toString())
                        .close())
                .getMessage();
    }
}
