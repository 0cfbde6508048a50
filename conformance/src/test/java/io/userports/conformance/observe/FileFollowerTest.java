package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileFollowerTest {
    @TempDir
    private Path directory;

    private Path file;

    private Watched watched() {
        file = directory.resolve("out.log");
        return Watched.begin("{file: {path: " + file + "}, values: [{quantity: power-import}]}");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void aFileThatComesLaterIsReadFromItsBeginning() throws IOException {
        try (Watched watched = watched()) {
            write("1\n2\n");
            watched.awaitAll("power-import 1", "power-import 2");
        }
    }

    @Test
    void whatAnEarlierRunHasWrittenIsNotRead() throws IOException {
        Files.writeString(directory.resolve("out.log"), "1\n2");
        try (Watched watched = watched()) {
            write("\n3\n");
            watched.awaitLast("power-import 3");
            assertEquals(List.of("power-import -", "power-import 3"), watched.seen());
        }
    }

    @Test
    void aLineIsReadWhenItHasAnEnd() throws IOException {
        try (Watched watched = watched()) {
            write("1\n2");
            watched.awaitAll("power-import 1");
            write("3\r\n");
            watched.awaitAll("power-import 1", "power-import 23");
        }
    }

    @Test
    void aFileThatIsMovedAsideIsReadToItsEndAndThenTheNewOne() throws IOException {
        try (Watched watched = watched()) {
            write("1\n");
            watched.awaitAll("power-import 1");
            write("2\n");
            Files.move(file, directory.resolve("out.log.1"));
            write("3\n");
            watched.awaitAll("power-import 1", "power-import 2", "power-import 3");
            Files.move(file, directory.resolve("out.log.2"));
            Files.writeString(directory.resolve("out.log.2"), "4\n", StandardOpenOption.APPEND);
            watched.awaitLast("power-import 4");
            write("5\n");
            watched.awaitLast("power-import 5");
        }
    }

    @Test
    void aFileThatIsEmptiedIsReadAnew() throws IOException {
        try (Watched watched = watched()) {
            write("1\n2\nhalf a line");
            watched.awaitAll("power-import 1", "power-import 2");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
            write("3\n");
            watched.awaitAll("power-import 1", "power-import 2", "power-import 3");
        }
    }

    @Test
    void withoutAMappingItsLinesAreThoseOfTheContract() throws IOException {
        file = directory.resolve("out.log");
        try (Watched watched = Watched.begin("{file: {path: " + file + "}}")) {
            write("{\"quantity\":\"power-import\",\"value\":\"1.193\"}\n{\"status\":\"stale\",\"port\":\"p1\"}\n");
            watched.awaitAll("power-import 1.193", "p1 stale");
        }
    }

    @Test
    void aLineWithoutEndIsCutOff() throws IOException {
        try (Watched watched = watched()) {
            write("x".repeat(100_000) + "\n1\n");
            watched.awaitLast("power-import 1");
            assertEquals(
                    "power-import " + "x".repeat(16 * 1024) + " kW",
                    watched.seen().get(0));
        }
    }

    @Test
    void whatCannotBeReadIsTold() {
        try (Watched watched = Watched.begin("{file: {path: " + directory + "}}")) {
            watched.awaitAll("? " + directory + " cannot be read: Is a directory (no answer that can be read)");
        }
    }
}
