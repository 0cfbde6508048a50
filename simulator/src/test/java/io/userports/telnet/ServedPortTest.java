package io.userports.telnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Octets as RFC 2217 §3 has them; what stands between IAC SB and IAC SE on the client's side, all on the server's. */
class ServedPortTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ServedPort port = new ServedPort(115_200);

    private String answer(String content) {
        return HEX.formatHex(port.answer(HEX.parseHex(content)));
    }

    @ParameterizedTest
    @CsvSource({
        // the rate, as it is asked for and as another one is wanted: 115200 is 0001C200
        "2C0100000000, FFFA2C650001C200FFF0",
        "2C0100002580, FFFA2C650001C200FFF0",
        // data size, parity, stop size
        "2C0200, FFFA2C6608FFF0",
        "2C0207, FFFA2C6608FFF0",
        "2C0300, FFFA2C6701FFF0",
        "2C0303, FFFA2C6701FFF0",
        "2C0400, FFFA2C6801FFF0",
        // flow control: what it is, none, XON/XOFF; of what the client sends
        "2C0500, FFFA2C6901FFF0",
        "2C0501, FFFA2C6901FFF0",
        "2C0502, FFFA2C6902FFF0",
        "2C050D, FFFA2C690EFFF0",
        // break, DTR and RTS as they are
        "2C0504, FFFA2C6906FFF0",
        "2C0507, FFFA2C6909FFF0",
        "2C050A, FFFA2C690CFFF0",
        // masks; FF is sent twice
        "2C0A10, FFFA2C6E10FFF0",
        "2C0BFF, FFFA2C6FFFFFFFF0",
        // the lines of the meter: DSR and CTS
        "2C07, FFFA2C6B30FFF0",
        "2C06, FFFA2C6A00FFF0",
        // purge
        "2C0C03, FFFA2C7003FFF0",
        // who are you
        "2C00, FFFA2C6475736572706F727473FFF0",
        // that has no answer: a signature, suspend and resume, other options, no such command, no such control, nothing
        "2C0041, ''",
        "2C08, ''",
        "2C09, ''",
        "18, ''",
        "1801, ''",
        "2C, ''",
        "2C0D, ''",
        "2C65, ''",
        "2CFF, ''",
        "2C05, ''",
        "2C0514, ''",
        "2C050101, ''"
    })
    void everyCommandIsAnsweredWithWhatIsInForce(String content, String answer) {
        assertEquals(answer, answer(content));
    }

    @Test
    void theClientDrivesTwoLines() {
        assertEquals("false false", port.rts() + " " + port.dtr());
        assertEquals("FFFA2C690BFFF0", answer("2C050B"));
        assertEquals("true false", port.rts() + " " + port.dtr());
        assertEquals("FFFA2C6908FFF0", answer("2C0508"));
        assertEquals("true true", port.rts() + " " + port.dtr());
        assertEquals("FFFA2C690BFFF0", answer("2C050A"));
        assertEquals("FFFA2C6908FFF0", answer("2C0507"));
        answer("2C050C");
        answer("2C0509");
        assertEquals("false false", port.rts() + " " + port.dtr());
    }

    @Test
    void aDriverThatControlsTheFlowByALineAssertsIt() {
        assertEquals("FFFA2C6903FFF0", answer("2C0503"));
        assertEquals("true false", port.rts() + " " + port.dtr());
        assertEquals("FFFA2C6912FFF0", answer("2C0512"));
        assertEquals("true true", port.rts() + " " + port.dtr());
        assertEquals("FFFA2C6903FFF0", answer("2C0500"));
        assertEquals("FFFA2C6912FFF0", answer("2C050D"));
    }

    @Test
    void theClientMayWantNothingForAWhile() {
        assertEquals(false, port.suspended());
        answer("2C08");
        assertEquals(true, port.suspended());
        answer("2C09");
        assertEquals(false, port.suspended());
    }

    @Test
    void onlyWhatTheMaskHasIsTold() {
        assertEquals("", HEX.formatHex(port.lineState(ComPort.BREAK_DETECTED)));
        answer("2C0A18");
        assertEquals("FFFA2C6A10FFF0", HEX.formatHex(port.lineState(ComPort.BREAK_DETECTED)));
        assertEquals("FFFA2C6A08FFF0", HEX.formatHex(port.lineState(ComPort.FRAMING_ERROR)));
        answer("2C0B20");
        assertEquals("FFFA2C6B20FFF0", HEX.formatHex(port.modemState()));
    }

    @Test
    void noContentBreaksIt() {
        Random chance = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] content = new byte[chance.nextInt(8)];
            chance.nextBytes(content);
            if (content.length > 1) {
                content[0] = Telnet.COM_PORT;
                content[1] = (byte) chance.nextInt(14);
            }
            port.answer(content);
        }
        assertEquals("FFFA2C650001C200FFF0", answer("2C0100000000"));
    }

    @Test
    void optionsAreAgreedOnAndNoAgreementIsAnswered() {
        TelnetOptions options = new TelnetOptions();
        assertEquals("FFFB00", HEX.formatHex(options.will(Telnet.BINARY)));
        assertEquals("", HEX.formatHex(options.answer(Telnet.DO, Telnet.BINARY)));
        assertEquals("FFFD2C", HEX.formatHex(options.please(Telnet.COM_PORT)));
        assertEquals("", HEX.formatHex(options.answer(Telnet.WILL, Telnet.COM_PORT)));
        assertEquals("FFFB2C", HEX.formatHex(options.answer(Telnet.DO, Telnet.COM_PORT)));
        assertEquals("FFFD00", HEX.formatHex(options.answer(Telnet.WILL, Telnet.BINARY)));
        assertEquals("FFFC01", HEX.formatHex(options.answer(Telnet.DO, 1)));
        assertEquals("FFFE1F", HEX.formatHex(options.answer(Telnet.WILL, 31)));
        assertEquals("FFFC00", HEX.formatHex(options.answer(Telnet.DONT, Telnet.BINARY)));
        assertEquals("", HEX.formatHex(options.answer(Telnet.DONT, Telnet.BINARY)));
        assertEquals("FFFE2C", HEX.formatHex(options.answer(Telnet.WONT, Telnet.COM_PORT)));
        assertEquals("", HEX.formatHex(options.answer(Telnet.WONT, Telnet.COM_PORT)));
    }
}
