package io.userports.conformance.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.observe.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The fault table of the adapters: what can go wrong between a CEMS and the bench, a test each. Every row has its verdict,
 * the bench's or the product's, and a sentence that says what to do.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Execution(ExecutionMode.CONCURRENT)
class BadCemsTest {
    private static final String SCENARIO = "p1-single-phase";

    /** Sees the CEMS read good telegrams first. */
    private static final String AFTER_SANITY = "p1-unknown-object-first";

    /** Longer than a page may take to answer. */
    private static final String PATIENCE = "3 s";

    /** Runs a command in a session of its own, where there is a program for it. */
    static final String SETSID = "$(command -v setsid)";

    @TempDir
    Path folder;

    private Cases cases;

    @BeforeEach
    void prepare() {
        cases = new Cases(folder);
    }

    @Test
    void cannotBeStarted() throws IOException {
        Path program = folder.resolve("no-such-program");
        assertReason(
                "RIG-ERROR",
                3,
                "the CEMS cannot be started: there is no program '" + program + "'; see start.command in its cems.yaml,"
                        + " and PATH",
                test(cases.cems("'" + program + "', '{p1}'", "power-import")));
    }

    @Test
    void neverWritesTheLineThatSaysItIsReady() throws IOException {
        assertReason(
                "INCONCLUSIVE",
                2,
                "the CEMS did not become ready within 2 s: no line like '^ready' on its standard output or standard"
                        + " error; last words: not ready; see start.ready in its cems.yaml",
                test(cases.starting("ready: { line: '^ready' }", cases.shell("echo not ready >&2; exec cat \"$1\""))));
    }

    @Test
    void neverOpensThePortThatSaysItIsReady() throws IOException {
        assertReason(
                "INCONCLUSIVE",
                2,
                "the CEMS did not become ready within 2 s: no answer of 200 to 299 from 'http://127.0.0.1:PORT/'"
                        + " (Connection refused); last words: it wrote nothing to standard error; see start.ready in its"
                        + " cems.yaml",
                test(cases.starting(
                        "ready: { http: 'http://{host}:{port}/' }", cases.shell("exec cat \"$1\" > /dev/null"))));
    }

    @Test
    void exitsBeforeItHasReadAnything() throws IOException {
        assertReason(
                "RIG-ERROR",
                3,
                "the CEMS ended with exit code 7 before it read or said anything; last words: licence expired; see"
                        + " start.command in its cems.yaml",
                test(cases.shell("echo licence expired >&2; exit 7")));
    }

    @Test
    void exitsBeforeItIsReady() throws IOException {
        assertReason(
                "RIG-ERROR",
                3,
                "the CEMS ended with exit code 7 before it read or said anything; last words: it wrote nothing to"
                        + " standard error; see start.command in its cems.yaml",
                test(cases.starting("ready: { line: ready }", cases.shell("exit 7"))));
    }

    @Test
    void exitsWhileItReads() throws IOException {
        Ran ran = test(cases.shell("head -c 50 \"$1\" > /dev/null; printf 'broken \\033[31mheap\\n' >&2; exit 139"));
        assertVerdict("FAIL", 1, ran);
        assertEquals(List.of("ended with exit code 139"), ran.facts("was"));
        assertEquals(List.of("crash"), ran.facts("kind"));
        assertEquals(List.of("broken <U+001B>[31mheap"), ran.facts("last words"));
    }

    @Test
    void forksAChildThatOutlivesItInASessionOfItsOwn() throws IOException {
        Ran ran = test(cases.shell("cd '" + folder + "'; cat \"$1\" > /dev/null & echo $! >> pids\n"
                + SETSID + " sh -c 'echo $$ >> pids; exec sleep 1000' &\n"
                + "until [ -e pids ] && [ $(wc -l < pids) = 2 ]; do sleep 0.05; done; sleep 1; exit 3"));
        assertVerdict("FAIL", 1, ran);
        assertEquals(List.of("ended with exit code 3"), ran.facts("was"));
        assertEquals(2, Left.ended(folder.resolve("pids")));
    }

    @Test
    void floodsItsOutputsWithoutALineEnd() throws IOException {
        Ran ran = test(
                cases.shell(
                        "cat \"$1\" > /dev/null & head -c 30000000 /dev/zero & head -c 30000000 /dev/zero >&2; exec sleep 1000"));
        assertVerdict("FAIL", 1, ran);
        assertEquals(List.of("value missing"), ran.facts("kind"));
    }

    @Test
    void writesInvalidUtf8AndTerminalEscapes() throws IOException {
        Ran ran = test(cases.shell("printf '\\377\\376\\033]0;owned\\007\\n'; printf '\\377\\033[2J\\n' >&2\n"
                + "cat \"$1\" > /dev/null & sleep 1; exit 1"));
        assertVerdict("FAIL", 1, ran);
        assertEquals(List.of("\uFFFD<U+001B>[2J"), ran.facts("last words"));
        assertEquals(List.of(), escapes(ran));
    }

    @Test
    void ignoresTheSignalThatEndsIt() throws IOException {
        Ran ran = test(
                cases.shellAroundReference("trap '' TERM HUP INT; cd '" + folder + "'; echo $$ >> pids; exec \"$@\""));
        assertVerdict("PASS", 0, ran);
        assertEquals(1, Left.ended(folder.resolve("pids")));
    }

    @Test
    void itsPageAnswersThatItIsBroken() throws IOException {
        assertNotSeen("it has given no value: URL answered 500", BadPage.answering(500, "{\"power\": 371}"));
    }

    @Test
    void itsPageIsForPeople() throws IOException {
        assertNotSeen(
                "it has given no value: URL answered no JSON: <html>Power: 371 W</html>",
                BadPage.answering(200, "<html>Power: 371 W</html>"));
    }

    @Test
    void itsPageNeverEnds() throws IOException {
        assertNotSeen("it has given no value: URL said more than 1048576 octets", BadPage.answering(100_000_000L));
    }

    @Test
    void itsPageDoesNotAnswer() throws IOException {
        assertNotSeen("it has given no value: URL has not answered within 2 s", BadPage.mute());
    }

    @Test
    void itsPageIsNotThere() throws IOException {
        assertNotSeen("it has given no value: URL refused the connection", BadPage.absent());
    }

    @Test
    void itsPageHasNothingWhereItIsLookedFor() throws IOException {
        assertNotSeen(
                "it has given no value; the first that could not be understood (it has no power-import (at /power)):"
                        + " {\"Power\": 371}",
                BadPage.answering(200, "{\"Power\": 371}"));
    }

    @Test
    void whereItsPageHasNothingIsToldBeforeAnyScenario() throws IOException {
        try (BadPage page = BadPage.answering(200, "{\"Power\": 371}")) {
            Ran ran = Ran.of("cems", "check", showing(page), "--rig", cases.rig("pty"));
            assertEquals(1, ran.exit());
            assertEquals(
                    List.of("never found in what it shows: power-import (at /power); correct it, or take it out"),
                    ran.out().stream().filter(line -> line.startsWith("never")).toList());
        }
    }

    @Test
    void itsPageSaysNothingInAScenarioThatAsksAtOnce() throws IOException {
        try (BadPage page = BadPage.answering(500, "")) {
            Ran ran = test(showing(page));
            assertVerdict("FAIL", 1, ran);
            assertEquals(List.of("value missing"), ran.facts("kind"));
            assertEquals(
                    List.of("it has given no value: " + page.url() + " answered 500; see observe in its cems.yaml, or"
                            + " try 'userports cems check'"),
                    ran.facts("hint"));
        }
    }

    @Test
    void itsBrokerGoesAwayInMidRun() throws IOException, InterruptedException {
        Path reads = folder.resolve("reads");
        Broker broker = Broker.open();
        Thread end = new Thread(() -> {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(reads));
            broker.end();
        });
        end.start();
        Ran ran = cases.test(
                cases.rig("pty", PATIENCE),
                cases.observing(
                        "{ mqtt: { broker: '" + broker.address() + "', topics: ['p1/#'] }, mapping: contract }",
                        cases.shell("head -c 50 \"$1\" > /dev/null; : > '" + reads + "'; exec cat \"$1\" > /dev/null")),
                SCENARIO);
        end.join();
        assertReason(
                "RIG-ERROR",
                3,
                "the MQTT broker tcp://127.0.0.1:PORT is gone (Server closed connection without DISCONNECT.), so what"
                        + " the CEMS shows is not seen; see why it ended, and start it again",
                ran);
    }

    /** A CEMS that reads and writes nothing; {@code page} is where it shows its values. */
    private String showing(BadPage page) throws IOException {
        return cases.observing(
                "{ http: { url: '" + page.url() + "' }, values: [{ at: /power, quantity: power-import, unit: W }] }",
                cases.shell("exec cat \"$1\" > /dev/null"));
    }

    /** What is wrong with its page may be a mistake in the file: nobody is blamed, and it is told where to look. */
    private void assertNotSeen(String what, BadPage page) throws IOException {
        try (page) {
            Ran ran = cases.test(cases.rig("pty", PATIENCE), showing(page), AFTER_SANITY);
            assertEquals(
                    new Ran(2, List.of(AFTER_SANITY + " INCONCLUSIVE"), List.of()),
                    new Ran(ran.exit(), ran.verdicts(), ran.err()));
            assertEquals(
                    List.of("the CEMS was not seen to read good telegrams within " + PATIENCE
                            + ", so nothing is known about this requirement; " + what.replace("URL", page.url())
                            + "; last words: it wrote nothing to standard error; see observe in its cems.yaml, or try"
                            + " 'userports cems check'"),
                    ran.facts("reason"));
        }
    }

    private Ran test(String cems) throws IOException {
        return cases.test(cases.rig("pty"), cems, SCENARIO);
    }

    private static void assertVerdict(String verdict, int exit, Ran ran) {
        assertEquals(
                new Ran(exit, List.of(SCENARIO + " " + verdict), List.of()),
                new Ran(ran.exit(), ran.verdicts(), ran.err()));
    }

    private static void assertReason(String verdict, int exit, String reason, Ran ran) {
        assertVerdict(verdict, exit, ran);
        assertEquals(
                List.of(reason),
                ran.facts("reason").stream()
                        .map(text -> text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT"))
                        .toList());
    }

    private static List<String> escapes(Ran ran) {
        return Stream.concat(ran.out().stream(), ran.err().stream())
                .filter(line -> line.indexOf('\033') >= 0)
                .toList();
    }
}
