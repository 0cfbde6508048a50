package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The reference with bad manners around it: what is asked of it is answered, so it passes, and nothing stays behind. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class UntidyCemsTest {
    private static final String SCENARIO = "p1-three-phase";

    @TempDir
    Path folder;

    @BeforeEach
    void before() throws IOException {
        Left.before();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        Left.nothing();
    }

    @Test
    void aFloodOnBothOutputs() throws IOException {
        // Whole lines, because the two writers share one output.
        String lines = "i=0; while [ $i -lt 100000 ]; do echo this is a debug line; i=$((i+1)); done";
        String octets = "head -c 100000000 /dev/zero >&2";
        assertPasses("{ " + lines + "; } & { " + octets + "; } &\nexec \"$@\"");
    }

    @Test
    void octetsSentToTheMeter() throws IOException {
        assertPasses("while echo '/XXX5 hello!'; do sleep 0.1; done > \"$P1\" &\nexec \"$@\"");
    }

    @Test
    void childrenThatIgnoreTheEndSignalOrAreOrphans() throws IOException {
        String orphan = "sh -c 'sleep 1000 & echo $! >> pids'";
        String stubborn = "sh -c 'trap \"\" TERM; echo $$ >> pids; while :; do sleep 1; done' &";
        assertPasses("cd '" + folder + "'\necho $$ >> pids\n" + orphan + "\n" + stubborn + "\nexec \"$@\"");
        assertEquals(3, Left.ended(folder.resolve("pids")));
    }

    private void assertPasses(String script) throws IOException {
        Cases cases = new Cases(folder);
        Ran ran = cases.test(cases.rig("pty"), cases.shellAroundReference(script), SCENARIO);
        assertEquals(
                new Ran(0, List.of(SCENARIO + " PASS"), List.of()), new Ran(ran.exit(), ran.verdicts(), ran.err()));
    }
}
