package io.userports.conformance.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Start;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A hundred million octets on each output, with and without line ends, cost nothing that matters. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FloodTest {
    private static final long MEBIBYTE = 1024 * 1024;
    /** A small part of what is offered, with room for whatever else is loaded meanwhile. */
    private static final long MOST_KEPT = 32 * MEBIBYTE;

    @Test
    void linesAreReadAndForgotten() {
        assertLittleIsKept("yes this is a debug line that nobody needs | head -c 100000000", 100);
    }

    @Test
    void oneLineWithoutAnEndIsReadAndForgotten() {
        assertLittleIsKept("head -c 100000000 /dev/zero", 1);
    }

    @Test
    void linesOfTheContractAreKeptUpToALimit() {
        String text = "head -c 15000 /dev/zero | tr '\\0' x";
        String line = "{\"quantity\":\"text\",\"value\":\"'$(" + text + ")'\"}";
        try (DeclaredCems cems = flood("yes '" + line + "' | head -c 100000000")) {
            assertTrue(cems.observations().lost() > 0);
            assertEquals(
                    6_653, // lines of 15 031 octets and one that is cut: 100 000 000 / 15 031
                    cems.observations().size() + cems.observations().lost());
        }
    }

    private static void assertLittleIsKept(String flood, int observations) {
        long before = used();
        try (DeclaredCems cems = flood("{ " + flood + "; } & { " + flood + "; } >&2; wait")) {
            assertEquals(observations, cems.observations().size());
            assertTrue(cems.lastWords().size() <= 50);
            long kept = used() - before;
            assertTrue(kept < MOST_KEPT, () -> kept + " octets more");
        }
    }

    /** A CEMS that has ended and has been read to its end. */
    private static DeclaredCems flood(String script) {
        Start start = Start.of(List.of("sh", "-c", script, "{p1}"));
        CemsSpec reference = CemsSpec.of(CemsSpec.REFERENCE);
        CemsSpec spec = new CemsSpec("v", "p", "1", start, null, reference.claims());
        DeclaredCems cems = DeclaredCems.start(spec, new Placeholders(Map.of("{p1}", "port")), () -> {});
        await().atMost(Duration.ofSeconds(120)).until(() -> cems.ended().isPresent());
        await().atMost(Duration.ofSeconds(120)).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("userports cems")));
        return cems;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
