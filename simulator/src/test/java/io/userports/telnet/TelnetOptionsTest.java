package io.userports.telnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TelnetOptionsTest {
    private final TelnetOptions options = new TelnetOptions();

    @Test
    void noAnswerToAnOfferIsAnswered() {
        assertEquals("FFFB2C", hex(options.will(Telnet.COM_PORT)));
        assertEquals("", hex(options.answer(Telnet.DONT, Telnet.COM_PORT)));
        assertEquals("", hex(options.answer(Telnet.DONT, Telnet.COM_PORT)));
        assertEquals("FFFB00", hex(options.will(Telnet.BINARY)));
        assertEquals("", hex(options.answer(Telnet.DO, Telnet.BINARY)));
    }

    @Test
    void noAnswerToAWishIsAnswered() {
        assertEquals("FFFD00", hex(options.please(Telnet.BINARY)));
        assertEquals("", hex(options.answer(Telnet.WONT, Telnet.BINARY)));
        assertEquals("FFFD03", hex(options.please(Telnet.SUPPRESS_GO_AHEAD)));
        assertEquals("", hex(options.answer(Telnet.WILL, Telnet.SUPPRESS_GO_AHEAD)));
    }

    @Test
    void whatIsUsedAndNoLongerWantedIsGivenUp() {
        options.will(Telnet.BINARY);
        options.answer(Telnet.DO, Telnet.BINARY);
        assertEquals("FFFC00", hex(options.answer(Telnet.DONT, Telnet.BINARY)));
        options.please(Telnet.BINARY);
        options.answer(Telnet.WILL, Telnet.BINARY);
        assertEquals("FFFE00", hex(options.answer(Telnet.WONT, Telnet.BINARY)));
    }

    @Test
    void aWishAndAnOfferOfTheOtherSideAreAgreedToWhereTheOptionIsKnown() {
        assertEquals("FFFB2C", hex(options.answer(Telnet.DO, Telnet.COM_PORT)));
        assertEquals("", hex(options.answer(Telnet.DO, Telnet.COM_PORT)));
        assertEquals("FFFD2C", hex(options.answer(Telnet.WILL, Telnet.COM_PORT)));
        assertEquals("FFFC18", hex(options.answer(Telnet.DO, 24)));
        assertEquals("FFFE18", hex(options.answer(Telnet.WILL, 24)));
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().withUpperCase().formatHex(octets);
    }
}
