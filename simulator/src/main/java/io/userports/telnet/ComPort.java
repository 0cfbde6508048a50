package io.userports.telnet;

import java.util.Arrays;
import java.util.Optional;

/** What the two sides of a serial port over Telnet tell each other (RFC 2217 §3); the order is that of the codes. */
public enum ComPort {
    SIGNATURE,
    SET_BAUDRATE,
    SET_DATASIZE,
    SET_PARITY,
    SET_STOPSIZE,
    SET_CONTROL,
    NOTIFY_LINESTATE,
    NOTIFY_MODEMSTATE,
    FLOWCONTROL_SUSPEND,
    FLOWCONTROL_RESUME,
    SET_LINESTATE_MASK,
    SET_MODEMSTATE_MASK,
    PURGE_DATA;

    /** Of a line state: there was a break. */
    public static final int BREAK_DETECTED = 16;
    /** Of a line state: a stop bit was 0. */
    public static final int FRAMING_ERROR = 8;
    /** Of a modem state: Data Set Ready is asserted. */
    public static final int DSR = 32;
    /** Of a modem state: Clear To Send is asserted. */
    public static final int CTS = 16;

    /** Of a data size. */
    public static final int EIGHT_BITS = 8;
    /** Of a parity. */
    public static final int NO_PARITY = 1;
    /** Of a stop size. */
    public static final int ONE_STOP_BIT = 1;

    /** Of a control: flow control, as it is or to be. */
    public static final int ASK_FLOW = 0;

    public static final int NO_FLOW = 1;
    public static final int RTS_CTS_FLOW = 3;

    /** Of a control: the break, as it is or to be. */
    public static final int ASK_BREAK = 4;

    public static final int BREAK_ON = 5;
    public static final int BREAK_OFF = 6;

    /** Of a control: Data Terminal Ready, as it is or to be. */
    public static final int ASK_DTR = 7;

    public static final int DTR_ON = 8;
    public static final int DTR_OFF = 9;

    /** Of a control: Request To Send, as it is or to be. */
    public static final int ASK_RTS = 10;

    public static final int RTS_ON = 11;
    public static final int RTS_OFF = 12;

    /** Of a control: flow control of what the client sends, as it is or to be. */
    public static final int ASK_INBOUND_FLOW = 13;

    public static final int NO_INBOUND_FLOW = 14;
    public static final int LAST_INBOUND_FLOW = 16;
    public static final int DCD_FLOW = 17;
    public static final int DTR_INBOUND_FLOW = 18;
    public static final int LAST_CONTROL = 19;

    private static final int OF_THE_SERVER = 100;

    /**
     * One command as it came in.
     *
     * @param command which
     * @param value what stands behind its code
     */
    public record Told(ComPort command, byte[] value) {
        /** {@return whether there is a value where the command has one, and it is as long as that of the command} */
        public boolean isWhole() {
            switch (command) {
                case SIGNATURE:
                    return true;
                case SET_BAUDRATE:
                    return value.length == Integer.BYTES;
                case FLOWCONTROL_SUSPEND:
                case FLOWCONTROL_RESUME:
                    return value.length == 0;
                default:
                    return value.length == 1;
            }
        }

        /** {@return the value as a number of as many octets as it has, the first the greatest; -1 of none or more than 4} */
        public long number() {
            if (value.length == 0 || value.length > 4) {
                return -1;
            }
            long number = 0;
            for (byte octet : value) {
                number = number << 8 | octet & 0xff;
            }
            return number;
        }
    }

    /** {@return whether that value of a control says what flow control there is for both directions, or for what leaves} */
    public static boolean isFlow(long control) {
        return control >= ASK_FLOW && control < ASK_BREAK || control == DCD_FLOW || control == LAST_CONTROL;
    }

    /** {@return this as the client sends it} */
    public byte[] request(byte... value) {
        return Telnet.subnegotiation(Telnet.COM_PORT, ordinal(), value);
    }

    /** {@return this as the server sends it} */
    public byte[] answer(byte... value) {
        return Telnet.subnegotiation(Telnet.COM_PORT, ordinal() + OF_THE_SERVER, value);
    }

    /** {@return what a client told by that subnegotiation; empty when it is about something else} */
    public static Optional<Told> ofClient(byte[] content) {
        return of(content, 0);
    }

    /** {@return what a server told by that subnegotiation; empty when it is about something else} */
    public static Optional<Told> ofServer(byte[] content) {
        return of(content, OF_THE_SERVER);
    }

    private static Optional<Told> of(byte[] content, int first) {
        if (content.length < 2 || content[0] != Telnet.COM_PORT) {
            return Optional.empty();
        }
        int at = (content[1] & 0xff) - first;
        return at < 0 || at >= values().length
                ? Optional.empty()
                : Optional.of(new Told(values()[at], Arrays.copyOfRange(content, 2, content.length)));
    }

    /** {@return four octets, the greatest first, as a bit rate is written} */
    public static byte[] number(int number) {
        return new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }
}
