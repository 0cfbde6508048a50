package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every fault must have, also the next one. */
final class FaultKindTest {
    private static final Path TESTS = Path.of("src/test/java/io/userports/fault");

    @Test
    void everyNameIsUniqueAndWrittenInSmallLettersAndHyphens() {
        assertEquals(List.of(), twice(FaultKind::name));
        for (FaultKind kind : FaultKind.LIST) {
            assertTrue(kind.name().matches("[a-z]+(-[a-z]+)*"), kind.name());
            assertEquals(kind, FaultKind.of(kind.name()));
            assertFalse(FieldCase.find(kind.name()).isPresent(), kind.name() + " is the name of a case too");
        }
    }

    @Test
    void everyFaultIsToldOfInWordsOfItsOwnThatFindItAgain() {
        assertEquals(List.of(), twice(kind -> kind.about().telegram()));
        for (FaultKind kind : FaultKind.LIST) {
            assertEquals(Optional.of(kind), FaultKind.told(kind.about().telegram()));
            Stream.of(
                            kind.about().telegram(),
                            kind.about().clause(),
                            kind.about().receiver())
                    .forEach(words -> assertTrue(
                            words.length() > 3 && !words.matches("[A-Z].*\\.") && !words.contains("|"),
                            kind.name() + ": " + words));
        }
    }

    @Test
    void everyParameterIsDescribedAndItsUsualValueCanBeRead() {
        for (FaultKind kind : FaultKind.LIST) {
            Set<String> names = new HashSet<>();
            for (FaultParameter parameter : kind.parameters()) {
                String name = kind.name() + ":" + parameter.name();
                assertTrue(names.add(parameter.name()), name);
                assertFalse(Schedule.KEYS.contains(parameter.name()), name + " is a parameter of every fault");
                assertTrue(parameter.is().length() > 3 && !parameter.is().contains("|"), name);
                if (!parameter.usual().isEmpty()) {
                    parameter.read(kind.name(), Optional.empty());
                }
            }
        }
    }

    @Test
    void aFaultWithoutNeededParametersIsMadeOfItsNameAlone() {
        for (FaultKind kind : FaultKind.LIST) {
            if (kind.parameters().stream()
                    .noneMatch(parameter -> parameter.usual().isEmpty())) {
                assertEquals(kind.name(), kind.make(Map.of()).named());
            }
        }
    }

    /** In the test of some family each fault is struck by its name. */
    @Test
    void everyFaultIsTested() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.list(TESTS)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("FaultTest.java")).toList()) {
                tests.append(Files.readString(file));
            }
        }
        List<String> untested = FaultKind.LIST.stream()
                .map(FaultKind::name)
                .filter(name -> !tests.toString().matches("(?s).*[\"']" + name + "[:\", ].*"))
                .toList();
        assertEquals(List.of(), untested);
    }

    @Test
    void aFaultStrikesThePortsThatItSaysAndNoOthers() {
        Disturbances all = Disturbances.NONE;
        for (FaultKind kind : FaultKind.LIST) {
            if (kind.parameters().stream()
                    .noneMatch(parameter -> parameter.usual().isEmpty())) {
                all = all.and(Disturbances.parse(kind.name()));
            }
        }
        for (Disturbance disturbance : all.list()) {
            assertEquals(disturbance.fault().ports(), disturbance.ports());
        }
    }

    private static List<String> twice(Function<FaultKind, String> words) {
        Set<String> seen = new HashSet<>();
        return FaultKind.LIST.stream()
                .map(words)
                .filter(word -> !seen.add(word))
                .toList();
    }
}
