package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * CEMS that nobody here wrote, behind the adapters in {@code rigs/cems}: whatever they get wrong, it is judged, and judged
 * alike the next time. Nothing is asked of the CEMS themselves.
 *
 * <p>{@code foreign.cems}, a list of names separated by commas, leaves out all others; {@code foreign.jobs} is how many
 * scenarios run side by side. The evidence of both runs stays in {@code target/foreign/out}.
 */
@Tag("foreign")
final class ForeignCemsTest {
    /** Where the profile has put the adapters and installed the packages. */
    private static final Path FOLDER = Path.of("target", "foreign").toAbsolutePath();

    private static final Set<String> SCENARIOS =
            new TreeSet<>(Selection.of(FeatureCatalogue.load(), Optional.of(Selection.WITHOUT_VECTORS), List.of())
                    .ids());

    static List<String> cems() throws IOException {
        String asked = System.getProperty("foreign.cems", "");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js"))
                    .map(name -> name.substring(0, name.length() - ".js".length()))
                    .filter(name ->
                            asked.isEmpty() || Arrays.asList(asked.split(",")).contains(name))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cems")
    void everyScenarioEndsInAVerdictThatHoldsTheNextTime(String cems) throws IOException, InterruptedException {
        ForeignRun once = ForeignRun.of(FOLDER, cems, "once");
        ForeignRun again = ForeignRun.of(FOLDER, cems, "again");

        assertEquals(SCENARIOS, once.judged());
        assertEquals(SCENARIOS, again.judged());
        assertEquals("", once.with(Verdict.RIG_ERROR) + again.with(Verdict.RIG_ERROR));
        assertEquals("", once.differences(again));
        assertTrue(once.sawItRead(), () -> "was never seen to read: " + once);
    }
}
