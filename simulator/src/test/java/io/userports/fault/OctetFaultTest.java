package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OctetFaultTest {
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", value = {
        "octets-lost:at=0 | 2..90",
        "octets-lost:at=-1 | 0..88",
        "octets-lost:at=19,count=2 | 0..38 42..90",
        "octets-lost:at=40,count=99 | 0..80",
        "octets-added:at=1,octets=7D5E | 0..2 7D5E 2..90",
        "octets-added:at=-1 | 0..88 00 88..90",
        "octets-doubled:at=19 | 0..40 38..40 40..90",
        "octets-doubled:at=43,count=9 | 0..90 86..90",
        "octets-swapped:at=20 | 0..40 42..44 40..42 44..90",
        "octets-swapped:at=-1 | 0..86 88..90 86..88",
        "octets-replaced:at=1,by=882B | 0..2 882B 6..90",
        "octets-replaced:at=-1,by=AABB | 0..88 AABB",
        "truncate:percent=50 | 0..44",
        "truncate:percent=100 | 0..90",
        "truncate:percent=0 | ''",
        "truncate-at:octet=20 | 0..40",
        "truncate-at:octet=-1 | 0..88",
        "begin-at:octet=10 | 00 20..90",
        "begin-at:octet=0 | 00 2..90",
        "begin-at:octet=-1 | 00 88..90",
        "begin-at | 00 2..90",
        "lose | ''",
        "noise:octets=7E7E7E,port=s1 | 7E7E7E 0..90",
        "noise:octets=FF00,count=5 | FF00FF00FF 0..90",
        "noise:count=0 | 0..90",
        "replace:by=7E7E | 7E7E",
    })
    // spotless:on
    void octetsGoAndCome(String fault, String expected) {
        StringBuilder octets = new StringBuilder();
        for (String part : expected.split(" ")) {
            int dots = part.indexOf("..");
            octets.append(
                    dots < 0
                            ? part
                            : Known.S1.substring(
                                    Integer.parseInt(part.substring(0, dots)),
                                    Integer.parseInt(part.substring(dots + 2))));
        }
        assertEquals(octets.toString(), Struck.s1(fault));
    }

    @Test
    void whereIsLeftToChanceAnyOctetMayBeStruck() {
        for (Emission lost : Struck.emissions(UserPort.S1, Known.s1(), "octets-lost", 50)) {
            assertEquals(44, lost.octets().length);
        }
        assertEquals(
                true,
                Struck.emissions(UserPort.S1, Known.s1(), "octets-lost", 50).stream()
                                .map(emission -> Known.hex(emission.octets()))
                                .distinct()
                                .count()
                        > 10);
    }

    /** Most octets of this telegram equal their neighbours. */
    @Test
    void swappedOctetsAreDifferentOnes() {
        for (Emission swapped : Struck.emissions(UserPort.S1, Known.s1(), "octets-swapped", 50)) {
            assertNotEquals(Known.S1, Known.hex(swapped.octets()));
        }
    }

    @Test
    void aTelegramIsHeardFromEachOctetInTurn() {
        List<String> heard = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Emission rest : Struck.emissions(UserPort.S1, Known.s1(), "begin-at", 45)) {
            heard.add(Known.hex(rest.octets()));
            int first = (expected.size() % 44) + 1;
            expected.add("00" + Known.S1.substring(2 * first));
        }
        assertEquals(expected, heard);
    }

    @Test
    void noiseWithoutOctetsIsChance() {
        List<Emission> noisy = Struck.emissions(UserPort.S1, Known.s1(), "noise", 2);
        String first = Known.hex(noisy.get(0).octets());
        assertEquals(2 * 85, first.length());
        assertEquals(Known.S1, first.substring(80));
        assertNotEquals(first, Known.hex(noisy.get(1).octets()));
    }

    @Test
    void aMishapSpoilsNearlyEveryTelegramEachInItsWay() {
        List<String> left = Struck.emissions(UserPort.S1, Known.s1(), "mishap", 200).stream()
                .map(emission -> Known.hex(emission.octets()))
                .toList();
        assertEquals(0, left.stream().filter(Known.S1::equals).count());
        assertTrue(new HashSet<>(left).size() > 150, "as many ways");
        assertTrue(left.stream().anyMatch(String::isEmpty), "some are lost");
        assertTrue(left.stream().anyMatch(octets -> octets.endsWith(Known.S1)), "some come after noise");
    }
}
