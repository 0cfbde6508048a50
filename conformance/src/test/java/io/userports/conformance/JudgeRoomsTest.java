package io.userports.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the judge's rooms in docs/architecture.md. */
final class JudgeRoomsTest {
    private static final List<String> ORDER = List.of(
            "verdict",
            "rig",
            "doctor",
            "loopback",
            "cems",
            "observe",
            "process",
            "reference",
            "check",
            "requirement",
            "bench",
            "steps",
            "report",
            "evidence",
            "cli");
    private static final Pattern IMPORT =
            Pattern.compile("import (?:static )?io\\.userports\\.conformance\\.([a-z0-9]+)\\.");

    @Test
    void aRoomUsesOnlyRoomsLeftOfIt() throws IOException {
        List<String> wrong = new ArrayList<>();
        Path root = Path.of("src/main/java/io/userports/conformance");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String room = root.relativize(file).getName(0).toString();
                Matcher imports = IMPORT.matcher(Files.readString(file));
                while (imports.find()) {
                    if (ORDER.indexOf(imports.group(1)) > ORDER.indexOf(room)) {
                        wrong.add(root.relativize(file) + " uses " + imports.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyRoomTellsItsStory() throws IOException {
        try (Stream<Path> rooms = Files.list(Path.of("src/main/java/io/userports/conformance"))) {
            assertEquals(
                    List.of(),
                    rooms.filter(r -> !Files.exists(r.resolve("package-info.java")))
                            .toList());
        }
    }
}
