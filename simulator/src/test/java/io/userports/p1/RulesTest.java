package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A good telegram, one change, everything that is found. */
final class RulesTest {
    private static final Pattern OCTET = Pattern.compile("\\\\x([0-9A-F]{2})");

    /** One paragraph of rules.txt. */
    record Change(int line, String sample, String was, String is, List<String> findings) {
        static Change of(int line, List<String> paragraph) {
            String[] sample = paragraph.get(0).split(": ", 2);
            String[] change = sample[1].split(" => ?", 2);
            List<String> findings =
                    paragraph.stream().skip(1).map(String::strip).toList();
            return new Change(line, sample[0], octets(change[0]), octets(change[1]), findings);
        }

        private static String octets(String written) {
            String text = written.replace("~", "\r\n").replace("\\r", "\r").replace("\\n", "\n");
            return OCTET.matcher(text).replaceAll(o -> Character.toString(Integer.parseInt(o.group(1), 16)));
        }

        @Override
        public String toString() {
            return "rules.txt:" + line;
        }
    }

    static List<Change> changes() throws IOException {
        List<Change> changes = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        List<String> lines = Samples.resource("rules.txt").lines().toList();
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            if (!line.isEmpty() && !line.startsWith("#")) {
                paragraph.add(line);
            } else if (!paragraph.isEmpty()) {
                changes.add(Change.of(i - paragraph.size() + 1, paragraph));
                paragraph.clear();
            }
        }
        return changes;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void oneChangeIsFoundWithItsPlaceAndWhatIsAllowed(Change change) {
        String good = Samples.text(change.sample());
        assertTrue(good.contains(change.was()), change + ": " + change.was() + " is not in the telegram");
        String changed = good.replace(change.was(), change.is());
        DecodedTelegram decoded = Samples.decode(change.was().startsWith("!") ? changed : Samples.sealed(changed));
        List<String> found = Samples.findings(decoded);
        assertEquals(change.findings(), found.isEmpty() ? List.of("nothing") : found, change.toString());
    }

    @Test
    void aTelegramIsShorterThanASecondOfTheLine() {
        String good = Samples.text(Samples.ONE_PHASE);
        String padding = "\r\n0-0:96.50.0(" + "A".repeat(11_520 - good.length() - 15) + ")\r\n!";
        DecodedTelegram longest = Samples.decode(Samples.sealed(good.replace("\r\n!", padding)));
        assertEquals(11_520, longest.length());
        assertTrue(longest.valid());
        DecodedTelegram longer = Samples.decode(Samples.sealed(good.replace("\r\n!", padding.replace("(", "(A"))));
        assertEquals(
                "R18 error 1/0 found 11521 octets, allowed is at most 11520, one second",
                Samples.findings(longer).get(0));
    }

    @Test
    void whatIsLegibleOfACutTelegramIsThereWithoutComplaintsAboutWhatIsNot() {
        String good = Samples.text(Samples.THREE_PHASES);
        DecodedTelegram cut = Samples.decode(good.substring(0, good.indexOf("903.474")));
        assertEquals(
                List.of(
                        "R07 error 8/162 found '1-0:2.8.1(001', allowed is an object like 1-0:1.7.0(00.318*kW)",
                        "R03 error 8/175 found no line end, allowed is CR LF",
                        "R04 error 8/175 found no ! line, allowed is one that ends the telegram"),
                Samples.findings(cut));
        assertEquals(5, cut.telegram().objects().size());
        assertEquals(Crc.MISSING, cut.crc());
    }

    @Test
    void noOctetsAtAllAreNoTelegram() {
        assertEquals(
                List.of(
                        "R01 error 1/0 found '', allowed is /, three letters, 5 and the meter's own text",
                        "R02 error 2/0 found no empty line after the header, allowed is one, CR LF alone",
                        "R04 error 1/0 found no ! line, allowed is one that ends the telegram"),
                Samples.findings(Samples.decode("")));
    }

    @Test
    void whateverTheOctetsReadingAnswers() {
        Random random = new Random(7);
        byte[] good = Samples.octets(Samples.text(Samples.THREE_PHASES));
        byte[] worth = Samples.octets("/!()*.:-0159SW\r\n\0\u00ff");
        for (int round = 0; round < 5000; round++) {
            byte[] octets = good.clone();
            for (int change = random.nextInt(12); change >= 0; change--) {
                octets[random.nextInt(octets.length)] = worth[random.nextInt(worth.length)];
            }
            int from = random.nextInt(4) == 0 ? random.nextInt(octets.length) : 0;
            int to = random.nextInt(4) == 0 ? from + random.nextInt(octets.length - from) : octets.length;
            DecodedTelegram decoded = P1Codec.decode(octets, from, to);
            assertEquals(to - from, decoded.length());
            assertEquals(
                    decoded.telegram().objects().size(), decoded.positions().size());
            decoded.findings().forEach(f -> assertTrue(f.offset() >= 0 && f.offset() <= decoded.length(), f.text()));
        }
    }
}
