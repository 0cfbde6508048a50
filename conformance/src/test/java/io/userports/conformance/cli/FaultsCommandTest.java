package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.fault.FaultKind;
import io.userports.fault.FieldCase;
import io.userports.vector.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FaultsCommandTest {
    @Test
    void thePageIsWhatTheCommandWrites() throws IOException {
        // Matched line by line: nobody reads a difference of two whole pages.
        List<String> page = Ran.of("faults", "--markdown").out();
        List<String> written = Files.readAllLines(Path.of("../docs/faults.md"));
        for (int i = 0; i < page.size(); i++) {
            assertEquals(
                    page.get(i),
                    i < written.size() ? written.get(i) : "",
                    "write it anew: userports faults --markdown > docs/faults.md");
        }
        assertEquals(page.size(), written.size());
    }

    @Test
    void everyCaseIsMadeSomehowAndPlayedOrWrittenDown() {
        FaultsDocument document = new FaultsDocument(FeatureCatalogue.load(), Folder.packed());
        List<String> bare = FieldCase.LIST.stream()
                .filter(one -> one.faults().isEmpty() && one.otherwise().isEmpty()
                        || document.scenarios(one).isEmpty())
                .map(FieldCase::id)
                .toList();
        assertEquals(List.of(), bare, "give each a fault, or say how else it is made, and a scenario with @case:ID");
    }

    @Test
    void allAreListedALineEach() {
        List<String> out = Ran.of("faults").out();
        assertEquals(
                FaultKind.LIST.stream().map(FaultKind::name).toList(),
                out.stream()
                        .limit(FaultKind.LIST.size())
                        .map(line -> line.replaceAll(" .*", ""))
                        .toList());
        assertEquals(FaultKind.LIST.size() + 2, out.size());
        assertTrue(out.stream().allMatch(line -> line.length() <= 120));
    }

    @Test
    void oneIsToldOfWithItsParameters() {
        assertEquals(
                new Ran(
                        0,
                        List.of(
                                "burst: the telegram has a burst of wrong bits",
                                "  clause              ISO/IEC 13239 §4.2.6: found for certain up to 16 bits",
                                "  a correct receiver  drops that telegram and reads the next one",
                                "  bits=               its length in bits, 1 or more; 16 when left out"),
                        List.of()),
                Ran.of("faults", "burst"));
    }

    @Test
    void aCaseIsToldOfWithItsFaultsOrHowElseItIsMade() {
        assertEquals(
                List.of(
                        "M05  a bit error makes a ! within the body",
                        "     a correct receiver: no crash; the following telegram is not swallowed",
                        "     --fault 'bang-inside:object=0-0:96.13.0'",
                        "S47  bursts of 13 telegrams every 5 ms",
                        "     a correct receiver: all",
                        "     made otherwise: a meter sends so unless it is told otherwise"),
                Ran.of("faults", "m05", "S47").out());
        assertEquals(
                FieldCase.LIST.size(),
                Ran.of("faults", "--cases").out().stream()
                        .filter(line -> line.matches("[MS][0-9]{2}  .*"))
                        .count());
    }

    @Test
    void oneThatIsNoneIsRefused() {
        assertEquals(
                Ran.refused(
                        "userports: 'no-such' is no fault; near it are noise, no-unit, no-star, no-blank-line, no-footer,"
                                + " no-crc, no-flag; userports faults lists all"),
                Ran.of("faults", "no-such"));
    }
}
