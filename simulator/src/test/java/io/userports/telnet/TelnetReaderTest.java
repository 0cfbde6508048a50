package io.userports.telnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelnetReaderTest {
    private static final HexFormat HEX = HexFormat.of();

    /** Writes down what it is told. */
    private static final class Notes implements TelnetReader.Sink {
        private final StringBuilder told = new StringBuilder();

        @Override
        public void data(byte octet) {
            told.append(' ').append(HEX.toHexDigits(octet));
        }

        @Override
        public void option(int verb, int option) {
            told.append(" option ").append(verb).append(' ').append(option);
        }

        @Override
        public void subnegotiation(byte[] content) {
            told.append(" about ").append(HEX.formatHex(content));
        }
    }

    private static String read(byte[] octets, int piece) {
        TelnetReader reader = new TelnetReader();
        Notes notes = new Notes();
        for (int at = 0; at < octets.length; at += piece) {
            byte[] some = java.util.Arrays.copyOfRange(octets, at, Math.min(octets.length, at + piece));
            reader.read(some, some.length, notes);
        }
        return notes.told.toString().strip();
    }

    @ParameterizedTest
    @CsvSource({
        "41FF42, 41",
        "41FFFF42, 41 ff 42",
        "FFFB2C41, option 251 44 41",
        "FFFC00FFFD01FFFE03, option 252 0 option 253 1 option 254 3",
        "FFF141FFF642, 41 42",
        "FFFA2C010001C200FFF041, about 2c010001c200 41",
        "FFFA2C0BFFFFFFF041, about 2c0bff 41",
        "FFFA2CFFFB0041, option 251 0 41",
        "FFFAFFF041, 41",
        "FFFA2CFFFA2C0541FFF042, about 2c0541 42",
        "FFF041, 41",
        "FFFA2C0541, ''"
    })
    void contentAndCommandsAreToldApart(String octets, String told) {
        byte[] all = HEX.withUpperCase().parseHex(octets);
        for (int piece = 1; piece <= all.length; piece++) {
            assertEquals(told, read(all, piece), "in pieces of " + piece);
        }
    }

    @Test
    void whatIsTooLongIsLeftOutAndWhatFollowsIsRead() {
        String about = "FFFA2C" + "41".repeat(5000) + "FFF0";
        assertEquals("42", read(HEX.parseHex(about + "42"), 100));
        assertEquals("about 2c05 42", read(HEX.parseHex(about + "FFFA2C05FFF042"), 100));
    }

    @Test
    void noOctetsBreakIt() {
        Random chance = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] octets = new byte[2000];
            chance.nextBytes(octets);
            for (int at = 0; at < octets.length; at += 3) {
                octets[at] = (byte) (240 + chance.nextInt(16));
            }
            String told = read(octets, 1 + chance.nextInt(50));
            assertTrue(read(octets, octets.length).equals(told));
        }
    }

    @Test
    void contentComesBackAsItWas() {
        byte[] octets = HEX.parseHex("00ff41ffff0d0a");
        byte[] content = Telnet.content(octets, 0, octets.length);
        assertArrayEquals(HEX.parseHex("00ffff41ffffffff0d0a"), content);
        assertEquals("00 ff 41 ff ff 0d 0a", read(content, 1));
        for (int sent = 0; sent <= content.length; sent++) {
            int octetsIn = Telnet.octetsIn(octets, 0, sent);
            int whole = Telnet.content(octets, 0, octetsIn).length;
            assertTrue(whole == sent || whole == sent + 1, sent + " octets of content are " + octetsIn);
        }
    }
}
