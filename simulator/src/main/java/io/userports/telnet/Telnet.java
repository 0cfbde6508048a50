package io.userports.telnet;

import java.util.Arrays;

/** The octets of Telnet that a serial port needs, and how content is written among them. */
public final class Telnet {
    /** Begins a command; as content it is written twice (RFC 854). */
    public static final int IAC = 255;

    /** Refuses that the other side uses an option. */
    public static final int DONT = 254;
    /** Asks the other side to use an option. */
    public static final int DO = 253;
    /** Refuses to use an option. */
    public static final int WONT = 252;
    /** Offers to use an option. */
    public static final int WILL = 251;
    /** Begins what two sides that use an option tell each other about it (RFC 855). */
    public static final int SB = 250;
    /** Ends it. */
    public static final int SE = 240;

    /** The option to send all eight bits of an octet (RFC 856). */
    public static final int BINARY = 0;
    /** The option not to take turns, without which no side may just send (RFC 858). */
    public static final int SUPPRESS_GO_AHEAD = 3;
    /** The option to tell about a serial port (RFC 2217). */
    public static final int COM_PORT = 44;

    private Telnet() {}

    /** {@return the octets from {@code from} to {@code to}, exclusive, as they are sent as content} */
    public static byte[] content(byte[] octets, int from, int to) {
        byte[] sent = new byte[2 * (to - from)];
        int length = 0;
        for (int i = from; i < to; i++) {
            sent[length++] = octets[i];
            if (octets[i] == (byte) IAC) {
                sent[length++] = octets[i];
            }
        }
        return Arrays.copyOf(sent, length);
    }

    /** {@return how many octets from {@code from} on are sent, the last perhaps in part, by {@code sent} octets of content} */
    public static int octetsIn(byte[] octets, int from, int sent) {
        int at = from;
        for (int left = sent; left > 0; at++) {
            left -= octets[at] == (byte) IAC ? 2 : 1;
        }
        return at - from;
    }

    /** {@return {@code IAC verb option}} */
    static byte[] negotiation(int verb, int option) {
        return new byte[] {(byte) IAC, (byte) verb, (byte) option};
    }

    /** {@return {@code IAC SB option code value IAC SE}} */
    static byte[] subnegotiation(int option, int code, byte... value) {
        byte[] content = content(value, 0, value.length);
        byte[] sent = new byte[content.length + 6];
        sent[0] = (byte) IAC;
        sent[1] = (byte) SB;
        sent[2] = (byte) option;
        sent[3] = (byte) code;
        System.arraycopy(content, 0, sent, 4, content.length);
        sent[sent.length - 2] = (byte) IAC;
        sent[sent.length - 1] = (byte) SE;
        return sent;
    }
}
