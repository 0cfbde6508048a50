package io.userports.adapter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        String name = device.toRealPath().toString().substring(1).replaceAll("[^A-Za-z0-9.]", "-");
        List<Path> files = Stream.of("/run/lock", "/tmp")
                .map(Path::of)
                .filter(Files::isWritable)
                .map(folder -> folder.resolve("userports-" + name + ".lock"))
                .toList();
        assertEquals(files, files.stream().filter(Files::exists).toList());
        lock.close();
        lock.close();
        await().until(() -> files.stream().noneMatch(Files::exists));
    }

    /** As where root alone may write one of the folders. */
    @Test
    void runsThatShareOneFolderSeeEachOther() throws Exception {
        Path device = Files.createFile(folder.resolve("tty"));
        Path roots = Files.createDirectory(folder.resolve("roots"));
        Path everybodys = Files.createDirectory(folder.resolve("everybodys"));
        List<Path> both = List.of(roots, everybodys);
        try (RunWithALock.Process first = RunWithALock.start(device, everybodys)) {
            assertRefused(first, device, both);
            assertEquals(List.of(), files(roots));
        }
        try (RunWithALock.Process first = RunWithALock.start(device, roots, everybodys)) {
            assertRefused(first, device, List.of(everybodys));
            assertRefused(first, device, both);
        }
        try (PortLock lock = PortLock.of(device.toString(), both)) {
            assertEquals(1, files(roots).size());
            assertEquals(1, files(everybodys).size());
        }
        assertEquals(List.of(), files(roots));
        assertEquals(List.of(), files(everybodys));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void assertRefused(RunWithALock.Process by, Path device, List<Path> folders) {
        String why = assertThrows(AdapterException.class, () -> PortLock.of(device.toString(), folders)
                        .close())
                .getMessage();
        assertTrue(why.startsWith("is in use by another run of userports, process " + by.pid() + ": "), why);
        assertEquals(
                Optional.of(by.pid()),
                PortLock.holder(device.toString(), folders).map(Holder::pid));
    }

    private static String refusal(Path device) {
        return assertThrows(AdapterException.class, () -> PortLock.of(device.toString())
                        .close())
                .getMessage();
    }
}
