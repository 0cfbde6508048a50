package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.wire.LineRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileLinkTest {
    @TempDir
    Path folder;

    @Test
    void octetsAreAppendedAndThereAtOnce() throws IOException {
        Path file = folder.resolve("out.p1");
        Files.write(file, Units.unit(0, 300));
        try (Link link = new LinkSpec.File(file).open(LineRate.P1)) {
            assertEquals(file.toString(), link.address());
            assertTrue(Units.send(link, Units.unit(1, 300)));
            assertEquals(List.of(0, 1), Units.numbersIn(Files.readAllBytes(file), 300));
        }
    }

    @Test
    void aClosedOneTakesNothing() throws IOException {
        Path file = folder.resolve("out.p1");
        Link link = new LinkSpec.File(file).open(LineRate.P1);
        link.close();
        link.close();
        assertFalse(link.ready());
        assertEquals(-1, link.write(Units.unit(1, 300), 0, 300));
        assertArrayEquals(new byte[0], Files.readAllBytes(file));
    }

    @Test
    void aFolderThatIsMissingIsAFaultOfTheBench() {
        Path file = folder.resolve("missing/out.p1");
        LinkException e = assertThrows(LinkException.class, () -> new LinkSpec.File(file).open(LineRate.P1));
        assertEquals(
                "file:" + file + " cannot be written (java.nio.file.NoSuchFileException: " + file
                        + "); check that its folder exists and is yours",
                e.getMessage());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAFaultOfTheBench() {
        try (Link link = new LinkSpec.File(Path.of("/dev/full")).open(LineRate.P1)) {
            LinkException e = assertThrows(LinkException.class, () -> link.write(Units.unit(1, 300), 0, 300));
            assertEquals(
                    "/dev/full takes no more octets (No space left on device); free the disk or restart its reader",
                    e.getMessage());
        }
    }
}
