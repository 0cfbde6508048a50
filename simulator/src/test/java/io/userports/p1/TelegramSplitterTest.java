package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class TelegramSplitterTest {
    private static final String GOOD = Samples.text(Samples.ONE_PHASE);
    private static final String OTHER = Samples.text(Samples.THREE_PHASES);
    private static final String HEADER = "/FLU5\\123456789_A\r\n\r\n";

    /** The pieces of a stream: a telegram as its checksum and octets, noise as its length and first octets. */
    private static final class Pieces implements Consumer<Piece> {
        final List<String> seen = new ArrayList<>();

        @Override
        public void accept(Piece piece) {
            if (piece instanceof Piece.Unit unit) {
                byte[] octets = unit.octets();
                Crc crc = P1Codec.decode(octets, 0, octets.length).crc();
                seen.add(unit.offset() + " " + crc + " " + new String(octets, StandardCharsets.ISO_8859_1));
            } else if (piece instanceof Piece.Noise noise) {
                String first = new String(noise.first(), StandardCharsets.ISO_8859_1);
                seen.add(noise.offset() + " noise " + noise.length() + " " + first);
            }
        }
    }

    private static List<String> split(String stream, int... cuts) {
        Pieces pieces = new Pieces();
        TelegramSplitter splitter = new TelegramSplitter();
        byte[] octets = Samples.octets(stream);
        int from = 0;
        for (int cut : cuts) {
            splitter.feed(octets, from, cut, pieces);
            from = cut;
        }
        splitter.feed(octets, from, octets.length, pieces);
        splitter.end(pieces);
        return pieces.seen;
    }

    @Test
    void telegramsFollowEachOther() {
        assertEquals(
                List.of("0 ok " + GOOD, GOOD.length() + " ok " + OTHER, GOOD.length() + OTHER.length() + " ok " + GOOD),
                split(GOOD + OTHER + GOOD));
    }

    @Test
    void whereverTheStreamIsCutInTwoThePiecesAreTheSame() {
        String stream = "x\r\n" + GOOD + "\0\u00ff" + GOOD.substring(0, 150) + GOOD.replace("\r\n", "\r") + "/FLU5\\2"
                + GOOD + GOOD.replace("\r\n", "\n") + "1-0:1.8.1(!)\r\n!1234\r\n" + GOOD.substring(0, 391) + "noend";
        List<String> whole = split(stream);
        assertEquals(10, whole.size());
        for (int cut = 0; cut <= stream.length(); cut++) {
            assertEquals(whole, split(stream, cut), "cut at " + cut);
        }
        assertEquals(
                whole,
                split(
                        stream,
                        java.util.stream.IntStream.range(0, stream.length()).toArray()),
                "octet by octet");
    }

    @Test
    void everyOctetOfAStreamIsInOnePiece() {
        Random random = new Random(11);
        byte[] worth = Samples.octets("/!\r\n01AF(x\0\u00ff" + HEADER);
        for (int round = 0; round < 300; round++) {
            StringBuilder stream = new StringBuilder();
            while (stream.length() < 30_000) {
                int kind = random.nextInt(12);
                int length = random.nextInt(random.nextInt(60) == 0 ? 6000 : 40);
                for (int i = 0; i < length; i++) {
                    stream.append((char) (worth[random.nextInt(worth.length)] & 0xFF));
                }
                stream.append(kind < 3 ? GOOD : kind == 3 ? GOOD.substring(0, random.nextInt(GOOD.length())) : "");
            }
            byte[] octets = Samples.octets(stream.toString());
            List<Piece> pieces = new ArrayList<>();
            TelegramSplitter splitter = new TelegramSplitter();
            splitter.feed(octets, 0, octets.length, pieces::add);
            splitter.end(pieces::add);
            long offset = 0;
            for (Piece piece : pieces) {
                assertEquals(offset, piece.offset());
                offset += piece instanceof Piece.Unit unit ? unit.octets().length : ((Piece.Noise) piece).length();
            }
            assertEquals(octets.length, offset);
        }
    }

    @Test
    void aTelegramIsHandedOverAsSoonAsItsLastLineHasEnded() {
        for (String end : List.of("\r\n", "\n")) {
            Pieces pieces = new Pieces();
            TelegramSplitter splitter = new TelegramSplitter();
            byte[] octets = Samples.octets(GOOD.substring(0, GOOD.length() - 2) + end);
            splitter.feed(octets, 0, octets.length - 1, pieces);
            assertEquals(0, pieces.seen.size());
            splitter.feed(octets, octets.length - 1, octets.length, pieces);
            assertEquals(1, pieces.seen.size());
        }
    }

    @Test
    void aStreamJoinedInTheMiddleOfATelegramBeginsWithNoise() {
        String tail = GOOD.substring(200);
        assertEquals(
                List.of("0 noise " + tail.length() + " " + tail.substring(0, 32), tail.length() + " ok " + OTHER),
                split(tail + OTHER));
    }

    @Test
    void aHeaderAfterALostFooterBeginsTheNextTelegram() {
        String cut = GOOD.substring(0, GOOD.indexOf('!'));
        assertEquals(List.of("0 missing " + cut, cut.length() + " ok " + OTHER), split(cut + OTHER));
    }

    @Test
    void aTelegramCutAnywhereDoesNotHideTheNextOne() {
        for (int cut = 1; cut < GOOD.length() - 2; cut++) {
            List<String> pieces = split(GOOD.substring(0, cut) + OTHER);
            assertEquals(2, pieces.size(), "cut at " + cut);
            assertTrue(pieces.get(0).endsWith(GOOD.substring(0, cut)), "cut at " + cut);
            assertEquals(cut + " ok " + OTHER, pieces.get(1), "cut at " + cut);
        }
    }

    @Test
    void anyBitErrorCostsOneTelegramOnly() {
        byte[] octets = Samples.octets(GOOD);
        for (int bit = 0; bit < 8 * octets.length; bit++) {
            byte[] hit = octets.clone();
            hit[bit / 8] ^= (byte) (1 << bit % 8);
            List<String> pieces = split(new String(hit, StandardCharsets.ISO_8859_1) + OTHER);
            assertEquals(GOOD.length() + " ok " + OTHER, pieces.get(pieces.size() - 1), "bit " + bit);
        }
    }

    @Test
    void anExclamationMarkWithinALineEndsNothing() {
        String hit = GOOD.replace("1-0:1.8.1", "1-0:!.8.1").replace("kWh)", "kWh!");
        assertEquals(List.of("0 bad " + hit, hit.length() + " ok " + OTHER), split(hit + OTHER));
    }

    @Test
    void anExclamationMarkAtALineStartEndsTheTelegramAndTheRestIsNoise() {
        String hit = GOOD.replace("1-0:1.8.1", "!-0:1.8.1");
        int end = hit.indexOf('!') + 9;
        String rest = hit.substring(end);
        assertEquals(
                List.of(
                        "0 bad " + hit.substring(0, end),
                        end + " noise " + rest.length() + " " + rest.substring(0, 32),
                        hit.length() + " ok " + OTHER),
                split(hit + OTHER));
    }

    @Test
    void aNulAfterTheChecksumBelongsToTheTelegram() {
        String nul = GOOD.substring(0, GOOD.length() - 2) + "\0\r\n";
        assertEquals(List.of("0 ok " + nul, nul.length() + " ok " + OTHER), split(nul + OTHER));
    }

    @Test
    void fillersBetweenTelegramsAreOnePieceOfNoise() {
        String filler = "\u00ff".repeat(100);
        assertEquals(
                List.of(
                        "0 ok " + GOOD,
                        GOOD.length() + " noise 100 " + filler.substring(0, 32),
                        GOOD.length() + 100 + " ok " + OTHER),
                split(GOOD + filler + OTHER));
    }

    @Test
    void aSlashInTheHeaderIsPartOfIt() {
        String slash = Samples.sealed(GOOD.replace("/FLU5\\", "/FLU5/"));
        assertEquals(List.of("0 ok " + slash, slash.length() + " ok " + slash), split(slash + slash));
        String cut = slash.substring(0, 9);
        assertEquals(List.of("0 missing " + cut, "9 ok " + slash), split(cut + slash));
    }

    @Test
    void noiseThatTheChecksumDoesNotSeeIsNoPartOfATelegram() {
        String noise = "/12";
        int crc = P1Codec.crc(Samples.octets(noise), 0, noise.length());
        String unseen = noise + (char) (crc & 0xFF) + (char) (crc >> 8);
        String seen = unseen + GOOD;
        assertEquals(
                Samples.sealed(seen),
                seen,
                "a CRC that begins with zero stays zero behind text and the text's own CRC");
        assertEquals(List.of("0 missing " + unseen, unseen.length() + " ok " + GOOD), split(seen));
    }

    @Test
    void whatGrowsTooLargeIsNoiseAndTheNextTelegramIsFound() {
        for (String endless : List.of(
                HEADER + "1-0:1.7.0(00.318*kW)\r\n".repeat(800),
                HEADER + "\n".repeat(600),
                HEADER + "A".repeat(13_000),
                "/" + "A".repeat(13_000),
                "/".repeat(20_000),
                HEADER + ("A".repeat(3000) + "\r\n").repeat(20))) {
            List<String> pieces = split(endless + OTHER);
            assertEquals(endless.length() + " ok " + OTHER, pieces.get(pieces.size() - 1));
            assertTrue(pieces.get(0).startsWith("0 noise "), pieces.get(0));
        }
    }

    @Test
    void theLargestTelegramIsStillOne() {
        String longest = "0-0:96.50.0(" + "A".repeat(TelegramSplitter.MAX_LINE - 15) + ")\r\n";
        String largest = HEADER + longest + "0-0:96.50.1(" + "A".repeat(3000) + ")\r\n!0000\r\n";
        assertEquals(List.of("0 bad " + largest), split(largest));
        String lines = HEADER + "1-0:1.7.0(1)\r\n".repeat(TelegramSplitter.MAX_LINES - 2) + "!0000\r\n";
        assertEquals(List.of("0 bad " + lines), split(lines));
    }
}
