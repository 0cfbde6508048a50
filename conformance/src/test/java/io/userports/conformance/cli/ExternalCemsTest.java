package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A CEMS that nobody here starts or ends: it waits for its meter, and writes what it shows into a file. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ExternalCemsTest {
    @TempDir
    Path folder;

    @Test
    void itIsJudgedAsItRunsAndEndsWhenItLikes() throws IOException, InterruptedException {
        Path device = folder.resolve("meter");
        Path shown = folder.resolve("shown");
        String file = Files.writeString(
                        folder.resolve("cems.yaml"),
                        """
                        vendor: some
                        product: box
                        version: "1"
                        start: { process: external }
                        observe:
                          - { file: { path: '%s' }, mapping: contract }
                        claims: { ports: [p1], quantities: [power-import, meter-id, voltage-l1, voltage-l2], freshness: 5 s }
                        """
                                .formatted(shown))
                .toString();
        try (Child box = Child.of(folder, box(device, shown))) {
            Cases cases = new Cases(folder);
            Ran ran = cases.test(cases.rig("pty:" + device, "20 s"), file, "p1-single-phase", "p1-three-phase");
            assertEquals(
                    new Ran(0, List.of("p1-single-phase PASS", "p1-three-phase PASS"), List.of()),
                    new Ran(ran.exit(), ran.verdicts(), ran.err()),
                    () -> String.join("\n", ran.out()));
            assertEquals(1, box.exit());
            assertEquals(List.of("p1: " + device + ": is gone"), box.err());
        }
    }

    /** {@return what is plugged into a meter and reads it as soon as it is there} */
    private static List<String> box(Path device, Path shown) {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "until [ -e '" + device + "' ]; do sleep 0.05; done; exec \"$@\" > '" + shown + "'",
                "sh",
                System.getProperty("java.home") + "/bin/java"));
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("io.userports.conformance.reference.ReferenceMain", "--p1=" + device));
        return command;
    }
}
