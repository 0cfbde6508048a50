package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A rig or a CEMS with one port only is of full use: what needs the other port is not applicable, and no error. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FewerPortsTest {
    private static final String OF_P1 = "p1-three-phase";
    private static final String OF_S1 = "s1-any-first-number";
    private static final String OF_BOTH = "both-agree-star";

    private static final String P1 = "power-import, meter-id, voltage-l1";
    private static final String S1 = "s1-power, s1-meter-id, s1-voltage-rms-l1, s1-lost";

    @TempDir
    Path folder;

    private Cases cases;

    @BeforeEach
    void prepare() {
        cases = new Cases(folder);
    }

    @Test
    void aCemsThatReadsBothPortsOnARigThatHasBoth() throws IOException {
        Ran ran = test(rig("p1: pty, s1: pty"), reference("p1, s1", P1 + ", " + S1));
        assertRan(0, List.of("both-agree-star PASS", "p1-three-phase PASS", "s1-any-first-number PASS"), ran);
    }

    @Test
    void aRigThatHasNoS1() throws IOException {
        Ran ran = test(rig("p1: pty"), reference("p1, s1", P1 + ", " + S1));
        assertRan(0, List.of("both-agree-star N/A", "p1-three-phase PASS", "s1-any-first-number N/A"), ran);
        assertReason("this rig has no S1 port", ran);
    }

    @Test
    void aCemsThatReadsP1Only() throws IOException {
        Ran ran = test(rig("p1: pty, s1: pty"), reference("p1", P1));
        assertRan(0, List.of("both-agree-star N/A", "p1-three-phase PASS", "s1-any-first-number N/A"), ran);
        assertReason("s1 not claimed", ran);
    }

    @Test
    void aCemsThatReadsS1Only() throws IOException {
        Ran ran = test(rig("p1: pty, s1: pty"), reference("s1", S1));
        assertRan(0, List.of("both-agree-star N/A", "p1-three-phase N/A", "s1-any-first-number PASS"), ran);
        assertReason("p1 not claimed", ran);
    }

    private static void assertRan(int exit, List<String> verdicts, Ran ran) {
        assertEquals(
                new Ran(exit, verdicts, List.of()),
                new Ran(ran.exit(), ran.verdicts(), ran.err()),
                () -> String.join("\n", ran.out()));
    }

    private static void assertReason(String reason, Ran ran) {
        List<String> na = ran.out().stream()
                .filter(line -> line.contains(" N/A ("))
                .map(line -> line.replaceAll(".* PASS, (.*\\)) +seed .*", "$1"))
                .map(String::strip)
                .toList();
        assertEquals(List.of("2 N/A (" + reason + ")"), na);
    }

    private Ran test(String rig, String cems) {
        return cases.test(rig, cems, OF_P1, OF_S1, OF_BOTH);
    }

    private String rig(String links) throws IOException {
        return Files.writeString(folder.resolve("rig.yaml"), "{ " + links + ", patience: 10 s }")
                .toString();
    }

    /** {@return the reference, started with the ports that it claims} */
    private String reference(String ports, String quantities) throws IOException {
        String arguments = (ports.contains("p1") ? ", '--p1={p1}'" : "")
                + (ports.contains("s1") ? ", '--s1={s1}', '--s1-bit-rate={s1-bit-rate}'" : "");
        return Files.writeString(
                        folder.resolve("cems.yaml"),
                        """
                        vendor: some
                        product: thing
                        version: "1"
                        start:
                          command: ['{java}', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-cp', '{classpath}', io.userports.conformance.reference.ReferenceMain%s]
                        claims: { ports: [%s], quantities: [%s], freshness: 5 s }
                        """
                                .formatted(arguments, ports, quantities))
                .toString();
    }
}
