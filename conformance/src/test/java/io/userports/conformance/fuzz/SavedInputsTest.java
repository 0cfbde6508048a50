package io.userports.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SavedInputsTest {
    private static final Path SAVED = Path.of("src", "test", "resources", "fuzz");

    @TestFactory
    List<DynamicContainer> noTargetBreaksOnWhatWasSavedOrOnItsSeeds() throws IOException {
        List<DynamicContainer> targets = new ArrayList<>();
        for (Target target : Target.values()) {
            List<DynamicTest> tests = new ArrayList<>();
            for (Path file : saved(target)) {
                byte[] octets = Files.readAllBytes(file);
                tests.add(dynamicTest(file.getFileName().toString(), () -> target.take(octets)));
            }
            target.seeds().forEach((id, octets) -> tests.add(dynamicTest(id, () -> target.take(octets))));
            targets.add(dynamicContainer(target.toString(), tests));
        }
        return targets;
    }

    @Test
    void everyFolderOfSavedInputsBelongsToATarget() throws IOException {
        List<String> names =
                Arrays.stream(Target.values()).map(Target::toString).toList();
        try (Stream<Path> folders = Files.list(SAVED)) {
            folders.forEach(
                    folder -> assertTrue(names.contains(folder.getFileName().toString()), folder + " is of no target"));
        }
    }

    private static List<Path> saved(Target target) throws IOException {
        Path folder = SAVED.resolve(target.toString());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
