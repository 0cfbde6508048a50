package io.userports.conformance.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a run when something is wrong with the line, on pseudo-terminals and over TCP.
 *
 * <table>
 * <caption>Verdicts</caption>
 * <tr><th>trouble</th><th>verdict</th><th>because</th></tr>
 * <tr><td>the adapter of the bench is unplugged and comes back</td><td>RIG-ERROR, and the next scenario PASS</td>
 *     <td>it is not the CEMS'; what was lost is waited for</td></tr>
 * <tr><td>the adapter of the CEMS is unplugged, and it ends</td><td>FAIL</td>
 *     <td>the bench cannot see that end of the cable: what it sees is a CEMS that ends</td></tr>
 * <tr><td>another program has the port, or another run the rig</td><td>RIG-ERROR</td><td>nothing could be sent</td></tr>
 * <tr><td>the permission is lost</td><td>RIG-ERROR from the next scenario on</td><td>what is open stays open</td></tr>
 * <tr><td>the line is read at another bit rate</td><td>PASS when the CEMS notices, FAIL when it dies</td>
 *     <td>a fault of the line that a CEMS must bear</td></tr>
 * <tr><td>the line breaks in every second telegram</td><td>the same</td><td>the same</td></tr>
 * <tr><td>the CEMS takes nothing</td><td>FAIL</td><td>it claims values and shows none; the hint says where they went</td></tr>
 * <tr><td>the host pauses</td><td>INCONCLUSIVE</td><td>what did not hold may be of our own making</td></tr>
 * </table>
 *
 * <p>Each once, or as often as the property {@code trouble.repetitions} says. Afterwards no process, thread, open file,
 * pseudo-terminal, lock or folder is left.
 */
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
@SuppressWarnings("try") // some programs only need to be there
class LineTroubleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIRST = "p1-unknown-object-first";
    private static final String SECOND = "p1-unknown-object-last";
    private static final String AT_ONCE = "p1-three-phase";

    /** Where the octets go. */
    enum Line {
        PTY("pty"),
        TCP("tcp:0");

        private final String link;

        Line(String link) {
            this.link = link;
        }
    }

    @TempDir
    Path folder;

    static Stream<Line> lines() {
        return IntStream.range(0, Integer.getInteger("trouble.repetitions", 1))
                .boxed()
                .flatMap(repetition -> Stream.of(Line.values()));
    }

    @BeforeAll
    static void before() throws IOException {
        Left.before();
    }

    @AfterAll
    static void nothingIsLeftBehind() throws IOException {
        Left.nothingAnywhere();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theAdapterOfTheBenchIsUnpluggedAndComesBack(Line line) throws Exception {
        try (TroubledBench bench = bench(line)) {
            FutureTask<Ran> running = inBackground(rig("20 s", bench.p1()), "reference", FIRST, SECOND);
            bench.awaitTelegram();
            bench.unplug();
            Thread.sleep(1000);
            bench.plug();
            Ran ran = running.get();
            assertRan(3, List.of(FIRST + " RIG-ERROR", SECOND + " PASS"), ran);
            // Whoever tells it may come to it when it is over.
            assertEquals(
                    List.of(
                            line == Line.PTY
                                    ? bench.link() + " was unplugged"
                                    : bench.link() + ": the connection broke (WHY)"),
                    ran.facts("reason").stream()
                            .map(reason ->
                                    reason.replaceFirst("; .*$| and is back after .*$|, and was made again$", ""))
                            .map(reason -> reason.replaceFirst("\\(.*\\)", "(WHY)"))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theAdapterOfTheCemsIsUnpluggedAndItEnds(Line line) throws Exception {
        try (TroubledBench bench = bench(line)) {
            String p1 = bench.p1();
            FutureTask<Ran> running = inBackground(rig("20 s", p1), "reference", FIRST);
            bench.awaitTelegram();
            bench.unplugReader();
            assertCrash(
                    running.get(),
                    FIRST,
                    line == Line.PTY ? 1 : 0,
                    p1.replaceAll(".*reader: '(.*)' }", "p1: $1") + (line == Line.PTY ? ": is gone" : " has ended"));
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anotherProgramHasThePort(Line line) throws Exception {
        if (line == Line.PTY) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "no flock");
            try (TroubledBench bench = bench(line);
                    Child holder = Child.of(
                            folder,
                            List.of(
                                    "flock",
                                    "--no-fork",
                                    bench.device().toString(),
                                    "sh",
                                    "-c",
                                    "touch held; exec sleep 1000"))) {
                awaitFile("held");
                assertNoScenario(
                        "P1 holder: " + bench.device() + " is open in process "
                                + holder.process().pid() + ": PROGRAM; end that program",
                        test(rig("20 s", bench.p1()), "reference", FIRST));
            }
        } else {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                assertRigError(
                        inUse(taken.getLocalPort()),
                        test(rig("20 s", "p1: 'tcp:" + taken.getLocalPort() + "'"), "reference", FIRST));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anotherRunHasTheRig(Line line) throws Exception {
        int port = RemoteAdapter.freePort();
        try (TroubledBench bench = TroubledBench.here(folder)) {
            String rig = rig("20 s", line == Line.PTY ? bench.p1() : "p1: 'tcp:" + port + "'");
            try (Child first = Child.userports(folder, arguments("first", rig, silent("reads", "p1"), AT_ONCE))) {
                awaitFile("reading");
                Ran ran = test(rig, "reference", FIRST);
                if (line == Line.PTY) {
                    assertNoScenario(
                            "P1 link: " + bench.link() + ": is in use by another run of userports, process "
                                    + first.process().pid()
                                    + ": PROGRAM; end it, or give each run devices of its own",
                            ran);
                } else {
                    assertRigError(inUse(port), ran);
                }
                first.signal("TERM");
                assertEquals(143, first.exit());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void thePermissionIsLost(Line line) throws Exception {
        try (TroubledBench bench = bench(line);
                Child child = Child.of(
                        folder,
                        Unprivileged.command(Child.command(
                                arguments("out", rig("20 s", bench.p1()), "reference", FIRST, SECOND))))) {
            bench.awaitTelegram();
            Files.setPosixFilePermissions(bench.device(), PosixFilePermissions.fromString("---------"));
            Ran ran = new Ran(child.exit(), child.out(), child.err());
            assertRan(3, List.of(FIRST + " PASS", SECOND + " RIG-ERROR"), ran);
            assertEquals(
                    List.of(bench.link()
                            + (line == Line.PTY
                                    ? ": may not be opened by you; add yourself to the group that owns it (often"
                                            + " dialout) and log in again, or write a udev rule"
                                    : ": its server ends the connection at once; its device is missing or in use by"
                                            + " another client")),
                    ran.facts("reason"));
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theLineIsReadAtAnotherBitRateWhichTheCemsNotices(Line line) throws IOException {
        Ran ran = test(rig("20 s", both(line)), "reference", "case-s51");
        assertRan(0, List.of("case-s51 PASS"), ran);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theLineIsReadAtAnotherBitRateAndTheCemsDies(Line line) throws IOException {
        String rig =
                rig("20 s", both(line), "faults: [{fault: wrong-bit-rate, sent: 1500000, read: 2000000, port: s1}]");
        assertCrash(test(rig, silent("dies-without-flags", "s1"), "s1-info-0f"), "s1-info-0f", 9, "what is that?");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theLineBreaksAndTheCemsReadsTheRest(Line line) throws IOException {
        Ran ran = test(breaking(line), "reference", AT_ONCE);
        assertRan(0, List.of(AT_ONCE + " PASS"), ran);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theLineBreaksAndTheCemsDies(Line line) throws IOException {
        assertCrash(test(breaking(line), silent("dies-of-nul", "p1"), AT_ONCE), AT_ONCE, 9, "what is that?");
    }

    /** Telegrams are long, so that whatever keeps octets for a reader is soon full. */
    @ParameterizedTest
    @MethodSource("lines")
    void theCemsTakesNothing(Line line) throws IOException {
        String rig =
                rig("6 s", "p1: '" + line.link + "'", "faults: [{fault: noise, octets: 'FF', count: 9000, port: p1}]");
        Ran ran = test(rig, silent("never-reads", "p1"), AT_ONCE, FIRST);
        assertRan(1, List.of(AT_ONCE + " FAIL", FIRST + " INCONCLUSIVE"), ran);
        assertEquals(List.of("value missing"), ran.facts("kind"));
        List<String> hints = ran.facts("hint");
        assertEquals(
                "it has shown nothing at all; see observe in its cems.yaml, or try 'userports cems check'",
                hints.get(0));
        assertTrue(
                hints.get(1).matches("[1-9][0-9]* telegrams were taken by nobody: [^ ]+ was not open, or not read"),
                hints::toString);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theHostPauses(Line line) throws Exception {
        String rig = rig("2 s", "p1: '" + line.link + "'");
        try (Child child = Child.userports(folder, arguments("out", rig, silent("reads", "p1"), AT_ONCE))) {
            awaitFile("reading");
            child.signal("STOP");
            Thread.sleep(1500);
            child.signal("CONT");
            Ran ran = new Ran(child.exit(), child.out(), child.err());
            assertRan(2, List.of(AT_ONCE + " INCONCLUSIVE"), ran);
            String reason = ran.facts("reason").get(0);
            assertTrue(
                    reason.matches(
                            "the bench was late itself: this process did not run for [0-9]{4,} ms, more than 500 ms;"
                                    + " use a less busy machine or fewer --jobs \\(what did not hold: .*\\)"),
                    reason);
        }
    }

    private static String inUse(int port) {
        return "tcp 127.0.0.1:" + port + ": the port is in use; end the program that holds it or choose another port";
    }

    private static void assertRan(int exit, List<String> verdicts, Ran ran) {
        assertEquals(new Ran(exit, verdicts, List.of()), new Ran(ran.exit(), ran.verdicts(), ran.err()));
    }

    private static void assertRigError(String reason, Ran ran) {
        assertRan(3, List.of(FIRST + " RIG-ERROR"), ran);
        assertEquals(List.of(reason), ran.facts("reason"));
    }

    private static void assertNoScenario(String finding, Ran ran) {
        List<String> told = ran.err().stream()
                .map(line -> line.replaceFirst("(process [0-9]+: ).*; end", "$1PROGRAM; end"))
                .toList();
        assertEquals(
                new Ran(3, List.of(), List.of("userports: RIG-ERROR before any scenario: " + finding)),
                new Ran(ran.exit(), ran.out(), told));
    }

    private static void assertCrash(Ran ran, String scenario, int code, String lastWords) {
        assertRan(1, List.of(scenario + " FAIL"), ran);
        assertEquals(List.of("a CEMS that runs"), ran.facts("expected"));
        assertEquals(List.of("ended with exit code " + code), ran.facts("was"));
        assertEquals(List.of("crash"), ran.facts("kind"));
        assertEquals(List.of(lastWords), ran.facts("last words"));
    }

    private TroubledBench bench(Line line) throws IOException, InterruptedException {
        assumeTrue(line == Line.PTY || RemoteAdapter.isThere(), "no ser2net");
        return line == Line.PTY ? TroubledBench.here(folder) : TroubledBench.remote(folder);
    }

    private void awaitFile(String name) {
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve(name)));
    }

    private FutureTask<Ran> inBackground(String rig, String cems, String... scenarios) {
        FutureTask<Ran> task = new FutureTask<>(() -> test(rig, cems, scenarios));
        new Thread(task, "run").start();
        return task;
    }

    private Ran test(String rig, String cems, String... scenarios) {
        return Ran.of(arguments("out", rig, cems, scenarios));
    }

    private String[] arguments(String out, String rig, String cems, String... scenarios) {
        List<String> arguments = new ArrayList<>(List.of("test", "--rig", rig, "--cems", cems, "--jobs", "2"));
        arguments.addAll(List.of("--out", folder.resolve(out).toString()));
        List.of(scenarios).forEach(id -> arguments.addAll(List.of("--scenario", id)));
        return arguments.toArray(String[]::new);
    }

    private static String both(Line line) {
        return "p1: '" + line.link + "'\ns1: '" + line.link + "'";
    }

    private String breaking(Line line) throws IOException {
        return rig("20 s", "p1: '" + line.link + "'", "faults: [{fault: break, port: p1, every: 2}]");
    }

    private String rig(String patience, String... lines) throws IOException {
        return Files.writeString(
                        folder.resolve("rig.yaml"), String.join("\n", lines) + "\npatience: " + patience + "\n")
                .toString();
    }

    /** A CEMS with this habit that claims one value of that port and never shows it. */
    private String silent(String habit, String port) throws IOException {
        return Files.writeString(
                        folder.resolve("cems.yaml"),
                        """
                        vendor: some
                        product: thing
                        version: "1"
                        start:
                          command: ['{java}', '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-cp', '{classpath}', %s, %s, '{%s}', '%s']
                        claims: { ports: [%s], quantities: [%s], freshness: 5 s }
                        """
                                .formatted(
                                        SilentCems.class.getName(),
                                        habit,
                                        port,
                                        folder.resolve("reading"),
                                        port,
                                        port.equals("p1") ? "power-import" : "s1-power"))
                .toString();
    }
}
