package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Several CEMS on one meter: each gets the verdicts that it would get alone, whatever the others do. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Execution(ExecutionMode.CONCURRENT)
class SeveralCemsTest {
    private static final String FIXED = "tcp:PORT";

    @TempDir
    Path folder;

    @Test
    void eachFindsItsOwnPort() throws IOException {
        Ran ran = test(rig(FIXED), List.of("reference", "defect:swaps-import-export"), List.of("p1-single-phase"));
        assertEquals(
                Map.of(
                        "1-reference",
                        List.of("p1-single-phase PASS"),
                        "2-defect-swaps-import-export",
                        List.of("p1-single-phase FAIL")),
                verdicts(ran));
    }

    @Test
    void aGoodOneAndWrongOnesAreJudgedAsIfAloneEachWithItsOwnKnownFailures() throws IOException {
        String wrong = "defect:swaps-import-export";
        Ran ran = test(
                rig("tcp:0"),
                List.of("reference", wrong, wrong),
                List.of("p1-single-phase"),
                "--known",
                "1-reference=" + known("good.yaml", "[]"),
                "--known",
                "3-defect-swaps-import-export="
                        + known("wrong.yaml", "- { scenario: p1-single-phase, because: mended in release 2.4 }\n"));
        assertEquals(
                Map.of(
                        "1-reference",
                        List.of("p1-single-phase PASS"),
                        "2-defect-swaps-import-export",
                        List.of("p1-single-phase FAIL"),
                        "3-defect-swaps-import-export",
                        List.of("p1-single-phase KNOWN")),
                verdicts(ran));
        assertEquals(1, ran.exit());
        List<String> listed = new ArrayList<>();
        for (String name :
                List.of("out.1-reference", "out.2-defect-swaps-import-export", "out.3-defect-swaps-import-export")) {
            Path evidence = folder.resolve(name);
            assertEquals(0, Ran.of("verify", evidence.toString()).exit());
            Path list = evidence.resolve("known.yaml");
            listed.add(Files.exists(list) ? Files.readString(list).strip() : "none");
        }
        assertEquals(List.of("[]", "none", "- { scenario: p1-single-phase, because: mended in release 2.4 }"), listed);
    }

    /** One that crashes, one that never becomes ready, one that reads less, one that is stopped while it reads. */
    @Test
    void whateverTheOthersDoAGoodOneIsJudgedAsIfAlone() throws IOException {
        String crashing = in("crashing").shellAroundReference("head -c 3000 \"$P1\" > /dev/null; exit 3");
        Cases unready = in("unready");
        String never = unready.starting("ready: { line: never }", unready.shell("sleep 600"));
        String reading = in("reading-p1").shellAroundReference("exec \"$@\"");
        String stopped = in("stopped").shellAroundReference("\"$@\" & sleep 6; kill -STOP $!; wait");
        Ran ran = test(
                rig("pty"),
                List.of("reference", crashing, never, reading, stopped, "defect:keeps-stale"),
                List.of("both-silent", "consent-restored"));
        Map<String, List<String>> verdicts = verdicts(ran);
        // A busy machine may be too late to blame anybody.
        assertFalse(verdicts.remove("5-stopped").contains("consent-restored PASS"));
        assertFalse(verdicts.remove("6-defect-keeps-stale").toString().contains("PASS"));
        assertEquals(
                Map.of(
                        "1-reference",
                        List.of("both-silent PASS", "consent-restored PASS"),
                        "2-crashing",
                        List.of("both-silent N/A", "consent-restored FAIL"),
                        "3-unready",
                        List.of("both-silent N/A", "consent-restored INCONCLUSIVE"),
                        "4-reading-p1",
                        List.of("both-silent N/A", "consent-restored PASS")),
                verdicts);
        assertEquals(
                0,
                Ran.of("verify", folder.resolve("out.1-reference").toString()).exit());
        assertEquals(
                0, Ran.of("verify", folder.resolve("out.2-crashing").toString()).exit());
    }

    /** One wire with two receivers at its end. */
    @Test
    void aSerialLineIsOneWireForAll() throws Exception {
        try (Cable cable = Cable.in(folder, "tcp:0")) {
            Path rig = Files.writeString(
                    folder.resolve("rig.yaml"),
                    "{ p1: { link: 'serial:%s', reader: ['%s', '%s'] }, patience: 10 s }"
                            .formatted(cable.bench(), cable.reader(), cable.reader()));
            Ran ran = test(
                    rig.toString(), List.of("reference", "defect:swaps-import-export"), List.of("p1-single-phase"));
            assertEquals(
                    Map.of(
                            "1-reference",
                            List.of("p1-single-phase PASS"),
                            "2-defect-swaps-import-export",
                            List.of("p1-single-phase FAIL")),
                    verdicts(ran));
        }
    }

    @Test
    void whatCannotBeDoneWithSeveralIsRefused() throws IOException {
        Path wired = Files.writeString(
                folder.resolve("wired.yaml"), "{ p1: { link: 'serial:/dev/ttyS99', reader: /dev/ttyS98 } }");
        assertEquals(
                Ran.refused(
                        "userports: --rig: P1 has 1 reader on serial:/dev/ttyS99 for 2 CEMS; wire a receiver for each"
                                + " and list what each opens, like reader: [/dev/ttyUSB1, /dev/ttyUSB2]"),
                test(wired.toString(), List.of("reference", "reference"), List.of()));
        Path clashing = Files.writeString(folder.resolve("clashing.yaml"), "{ p1: 'tcp:4000', s1: 'tcp:4010' }");
        assertEquals(
                Ran.refused("userports: --rig: for 2 CEMS 'tcp:4010' is needed twice, because each finds its ports ten"
                        + " further than the one before; let P1 and S1 not differ by a multiple of ten"),
                test(clashing.toString(), List.of("reference", "reference"), List.of()));
    }

    @Test
    void aListOfKnownFailuresSaysOfWhichCemsItIs() throws IOException {
        String list = known("known.yaml", "[]");
        String names = "; write NAME=FILE, where NAME is one of 1-reference, 2-defect-swaps-import-export";
        Map<List<String>, String> wrong = new LinkedHashMap<>();
        wrong.put(List.of(list), "'" + list + "' does not say of which CEMS it is the list" + names);
        wrong.put(List.of("reference=" + list), "'reference' is no CEMS of this run" + names);
        wrong.put(
                List.of("1-reference=" + list, "1-reference=" + list),
                "'1-reference' has two lists; put both in one file");
        wrong.put(List.of("1-reference="), "'1-reference=' names no file; write the path of a YAML file");
        Map<List<String>, Ran> expected = new LinkedHashMap<>();
        Map<List<String>, Ran> ran = new LinkedHashMap<>();
        wrong.forEach((known, complaint) -> {
            expected.put(known, Ran.refused("userports: --known: " + complaint));
            ran.put(
                    known,
                    test("virtual", List.of("reference", "defect:swaps-import-export"), List.of(), known(known)));
        });
        assertEquals(expected, ran);
        assertEquals(
                Ran.refused("userports: --known: '" + list + "' is a second list of one CEMS; put all in one file"),
                test("virtual", List.of("reference"), List.of(), known(List.of(list, list))));
    }

    private static String[] known(List<String> lists) {
        return lists.stream().flatMap(list -> Stream.of("--known", list)).toArray(String[]::new);
    }

    private String known(String name, String list) throws IOException {
        return Files.writeString(folder.resolve(name), list).toString();
    }

    private Cases in(String name) throws IOException {
        return new Cases(Files.createDirectories(folder.resolve(name)));
    }

    private String rig(String link) throws IOException {
        int port = freePort();
        return Files.writeString(
                        folder.resolve("rig.yaml"),
                        link.equals(FIXED)
                                ? "{ p1: 'tcp:" + port + "', s1: 'tcp:" + (port + 1) + "', patience: 10 s }"
                                : "{ p1: '" + link + "', s1: '" + link + "', patience: 10 s }")
                .toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Math.min(socket.getLocalPort(), 65_000);
        }
    }

    private Ran test(String rig, List<String> cems, List<String> scenarios, String... more) {
        List<String> arguments = new ArrayList<>(List.of("test", "--rig", rig));
        cems.forEach(each -> arguments.addAll(List.of("--cems", each)));
        scenarios.forEach(id -> arguments.addAll(List.of("--scenario", id)));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return Ran.quietly(arguments.toArray(String[]::new));
    }

    /** {@return the verdicts of each run, by its label} */
    private static Map<String, List<String>> verdicts(Ran ran) {
        Map<String, List<String>> byLabel = ran.out().stream()
                .filter(line -> line.matches("\\[.*\\]  BR-.*"))
                .collect(Collectors.groupingBy(
                        line -> line.substring(1, line.indexOf(']')),
                        TreeMap::new,
                        Collectors.mapping(SeveralCemsTest::verdict, Collectors.toList())));
        byLabel.replaceAll((label, verdicts) -> verdicts.stream().sorted().toList());
        return byLabel;
    }

    private static String verdict(String line) {
        String[] words = line.substring(line.indexOf(']') + 1).strip().split(" +");
        return words[1] + " " + words[2];
    }
}
