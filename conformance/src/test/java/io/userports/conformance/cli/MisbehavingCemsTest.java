package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Small real programs that misbehave, and whose fault that is.
 *
 * <p>{@code p1-three-phase} asks for the values at once; {@code p1-unknown-object-between} first wants to see the CEMS
 * read good telegrams and otherwise does not judge it.
 *
 * <table>
 * <caption>Verdicts</caption>
 * <tr><th>The CEMS …</th><th>asked at once</th><th>after the sanity check</th><th>because</th></tr>
 * <tr><td>ends before it has opened its port</td><td>RIG-ERROR</td><td>RIG-ERROR</td>
 *     <td>it may be started wrongly</td></tr>
 * <tr><td>ends when it has had a telegram, or has spoken</td><td>FAIL</td><td>FAIL</td>
 *     <td>an exit is a crash, never a rejection</td></tr>
 * <tr><td>never opens its port</td><td>INCONCLUSIVE</td><td>INCONCLUSIVE</td>
 *     <td>no telegram could leave, so it could know nothing</td></tr>
 * <tr><td>opens its port and says nothing, reads or not, closes its output or not, or says only what is not of the
 *     contract</td><td>FAIL</td><td>INCONCLUSIVE</td>
 *     <td>it claims values, had them and showed none; but nothing is known about what else was asked</td></tr>
 * <tr><td>says more than can be kept</td><td>INCONCLUSIVE</td><td>INCONCLUSIVE</td>
 *     <td>what was not kept may have been right</td></tr>
 * <tr><td>does well, and floods, writes to its port, ignores the end signal or leaves children</td><td>PASS</td>
 *     <td>PASS</td><td>what was asked was answered</td></tr>
 * </table>
 *
 * <p>Always the other scenarios are run, and no process, thread or open file stays behind. Those that do well are in
 * {@link UntidyCemsTest}, those that fail for a reason of their own in {@link BadCemsTest}.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class MisbehavingCemsTest {
    private static final String AT_ONCE = "p1-three-phase";
    private static final String AFTER_SANITY = "p1-unknown-object-between";

    @TempDir
    Path folder;

    private Cases cases;

    @BeforeAll
    static void before() throws IOException {
        Left.before();
    }

    @AfterAll
    static void nothingIsLeftBehind() {
        Left.nothing();
    }

    @BeforeEach
    void prepare() {
        cases = new Cases(folder);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void endsWhenItHasSpoken() throws IOException {
        Ran ran = test("echo '{\"status\":\"no-data\",\"port\":\"p1\"}'; cat \"$1\" > /dev/null & sleep 1; exit 1");
        assertVerdicts("FAIL", "FAIL", 1, ran);
        String spoken = "{\"status\":\"no-data\",\"port\":\"p1\"}";
        assertEquals(List.of(spoken, spoken), ran.facts("last words"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void neverOpensItsPort() throws IOException {
        Ran ran = test("echo waiting for a licence >&2; exec sleep 1000");
        assertVerdicts("INCONCLUSIVE", "INCONCLUSIVE", 2, ran);
        assertEquals(
                List.of("no telegram left the meter: nobody had opened PORT; last words of the CEMS: waiting for a"
                        + " licence"),
                ran.facts("reason").stream()
                        .map(reason -> reason.replaceAll("/dev/[a-z0-9/]+", "PORT"))
                        .distinct()
                        .toList());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void opensItsPortAndReadsNothing() throws IOException {
        Ran ran = test("exec sleep 1000 < \"$1\"");
        assertVerdicts("FAIL", "INCONCLUSIVE", 1, ran);
        assertEquals(
                List.of("the CEMS was not seen to read good telegrams within 2 s, so nothing is known about this"
                        + " requirement; it has shown nothing at all; last words: it wrote nothing to"
                        + " standard error; see observe in its cems.yaml, or try 'userports cems check'"),
                ran.facts("reason"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void readsAndClosesItsOutput() throws IOException {
        assertVerdicts("FAIL", "INCONCLUSIVE", 1, test("exec cat \"$1\" > /dev/null"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void saysOnlyWhatIsNotOfTheContract() throws IOException {
        Ran ran = test("printf '\\377\\376\\033]0;owned\\007\\n'; exec cat \"$1\"");
        assertVerdicts("FAIL", "INCONCLUSIVE", 1, ran);
        assertEquals(
                List.of("the CEMS was not seen to read good telegrams within 2 s, so nothing is known about this"
                        + " requirement; it has given no value; the first that could not be understood (no JSON"
                        + " object): \uFFFD\uFFFD<U+001B>]0;owned<U+0007>; last words: it wrote nothing to standard error;"
                        + " see observe in its cems.yaml, or try 'userports cems check'"),
                ran.facts("reason"));
        assertEquals(
                List.of(),
                ran.out().stream().filter(line -> line.indexOf('\033') >= 0).toList());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void saysMoreThanCanBeKept() throws IOException {
        Ran ran = test("cat \"$1\" > /dev/null & text=$(head -c 15000 /dev/zero | tr '\\0' x)\n"
                + "exec yes '{\"quantity\":\"text\",\"value\":\"'$text'\"}'");
        assertVerdicts("INCONCLUSIVE", "INCONCLUSIVE", 2, ran);
        String reason =
                "the CEMS wrote so much that N lines were not kept; let it write a line only when something changes";
        // A busy machine may give up waiting for good values before so much has been written.
        assertTrue(
                ran.facts("reason").stream()
                        .map(text -> text.replaceAll("that \\d+", "that N"))
                        .anyMatch(text -> text.endsWith(reason)),
                () -> ran.facts("reason").toString());
    }

    private Ran test(String script) throws IOException {
        return cases.test(cases.rig("pty"), cases.shell(script), AT_ONCE, AFTER_SANITY);
    }

    private static void assertVerdicts(String atOnce, String afterSanity, int exit, Ran ran) {
        assertEquals(
                new Ran(exit, List.of(AT_ONCE + " " + atOnce, AFTER_SANITY + " " + afterSanity), List.of()),
                new Ran(ran.exit(), ran.verdicts(), ran.err()));
    }
}
