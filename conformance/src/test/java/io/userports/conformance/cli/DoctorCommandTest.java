package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor and ports print; how late a busy machine is they tell too, so their end follows from what they say. */
class DoctorCommandTest {
    private static final List<String> OF_THE_MACHINE =
            List.of("jSerialComm", "JNA", "monotonic clock", "scheduling", "free disk");

    @TempDir
    Path folder;

    @Test
    void aVirtualRigIsToldPortByPortAndTheMachineAfterIt() throws IOException {
        Path rig = Files.writeString(folder.resolve("rig.yaml"), "p1: {link: tcp:0, tags: [rack-2]}\ns1: tcp:0\n");
        Ran ran = Ran.of("doctor", rig.toString(), "--out", folder.toString());
        assertEquals(List.of(), ran.err());
        assertEquals("P1 tcp:0, S1 tcp:0 (P1 rack-2)", ran.out().get(0));
        assertEquals("checked found", ran.out().get(1).replaceAll(" +", " "));
        List<String> checked = new ArrayList<>(List.of("P1 link", "P1 bit rate", "S1 link", "S1 bit rate"));
        checked.addAll(OF_THE_MACHINE);
        List<String> rows = ran.out().subList(2, ran.out().size() - 1).stream()
                .filter(line -> !line.startsWith("      remedy   "))
                .toList();
        assertEquals(checked, rows.stream().map(row -> row.split(" {2,}")[0]).toList());
        boolean found = rows.stream().anyMatch(row -> row.split(" {2,}")[1].equals("finding"));
        assertEquals(found ? 3 : 0, ran.exit());
        String last = ran.out().get(ran.out().size() - 1);
        assertTrue(last.matches("9 checked: \\d ok, \\d note, \\d finding      exit " + ran.exit()), last);
    }

    @Test
    void whatIsNotFitComesWithItsRemedyAndWithThree() {
        Ran ran = Ran.of("doctor", "usb-p1-s1", "--out", folder.toString());
        assertEquals(3, ran.exit());
        int row = ran.out().indexOf("P1 adapter        finding   there is no device /dev/userports-p1");
        assertTrue(row > 0, ran.out().toString());
        assertEquals(
                "      remedy   plug it in or correct its name: userports ports lists what is there, and 70-userports.rules gives"
                        + " names",
                ran.out().get(row + 1));
    }

    @Test
    void programsReadTheSameAsJson() throws IOException {
        Ran ran = Ran.of("doctor", "rs422-loopback", "--json", "--out", folder.toString());
        JsonNode told = new ObjectMapper().readTree(String.join("\n", ran.out()));
        assertEquals("rs422-loopback", told.path("rig").asText());
        assertEquals(3, told.path("exit").asInt());
        assertEquals(3, ran.exit());
        List<String> findings = new ArrayList<>();
        told.path("checks").forEach(check -> {
            if (check.path("result").asText().equals("finding")) {
                findings.add(
                        check.path("what").asText() + ": " + check.path("found").asText());
            }
        });
        assertTrue(findings.contains("S1 adapter: there is no device /dev/userports-s1"), findings.toString());
    }

    @Test
    void theSerialPortsOfThisMachineAreAListWhateverTheyAre() throws IOException {
        Ran ran = Ran.of("ports", "--json");
        assertEquals(0, ran.exit());
        assertTrue(new ObjectMapper().readTree(String.join("\n", ran.out())).isArray());
        assertEquals(0, Ran.of("ports").exit());
    }
}
