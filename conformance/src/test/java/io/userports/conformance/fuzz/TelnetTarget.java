package io.userports.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.telnet.ServedPort;
import io.userports.telnet.Telnet;
import io.userports.telnet.TelnetOptions;
import io.userports.telnet.TelnetReader;
import java.util.HexFormat;
import java.util.Map;

/**
 * The server's side of a serial port over telnet: it never throws, reads the same in whatever pieces, answers no more
 * than it is asked, and content comes back as it was.
 */
final class TelnetTarget {
    private static final HexFormat HEX = HexFormat.of();
    /** The longest answer, a signature, to the shortest question. */
    private static final int MOST_ANSWERED = 3;

    private TelnetTarget() {}

    static Map<String, byte[]> seeds() {
        return Map.of(
                "set-up", HEX.parseHex("fffd00fffb00fffb2cfffa2c010001c200fff0fffa2c0208fff0fffa2c0c01fff0"),
                "lines", HEX.parseHex("fffa2c0508fff0fffa2c050bfff041fffa2c050cfff0fffa2c0bfffffff0"),
                "lost-end", HEX.parseHex("fffa2c05fffd03fffa2c00fff0fffffff1"));
    }

    static void take(byte[] octets) {
        Side whole = new Side();
        new TelnetReader().read(octets, octets.length, whole);
        Side inPieces = new Side();
        TelnetReader reader = new TelnetReader();
        for (byte octet : octets) {
            reader.read(new byte[] {octet}, 1, inPieces);
        }
        assertEquals(whole.told.toString(), inPieces.told.toString());
        assertEquals(
                true, whole.answered <= MOST_ANSWERED * octets.length, () -> whole.answered + " octets of answers");
        byte[] content = Telnet.content(octets, 0, octets.length);
        Side back = new Side();
        new TelnetReader().read(content, content.length, back);
        assertEquals(HEX.formatHex(octets), back.told.toString());
    }

    /** What answers, and writes down what it is told. */
    private static final class Side implements TelnetReader.Sink {
        private final StringBuilder told = new StringBuilder();
        private final TelnetOptions options = new TelnetOptions();
        private final ServedPort port = new ServedPort(115_200);
        private int answered;

        @Override
        public void data(byte octet) {
            told.append(HEX.toHexDigits(octet));
        }

        @Override
        public void option(int verb, int option) {
            told.append(" option ").append(verb).append(' ').append(option).append(' ');
            answered += options.answer(verb, option).length;
        }

        @Override
        public void subnegotiation(byte[] content) {
            told.append(" about ").append(HEX.formatHex(content)).append(' ');
            answered += port.answer(content).length;
        }
    }
}
