package io.userports.telnet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The serial port that one client of ours holds: its settings, and the lines that the client drives.
 *
 * <p>Its rate and format are those of the meter, whatever the client asks for, and the answers say so. Flow control is the
 * client's to choose: a meter takes no notice of it. Neither line is asserted until the client asserts it.
 */
public final class ServedPort {
    private static final byte[] SIGNATURE = "userports".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};
    /** Somebody is there, and may send: nobody listens. */
    private static final int MODEM_STATE = ComPort.DSR | ComPort.CTS;

    private final int bitsPerSecond;
    private int flow = ComPort.NO_FLOW;
    private int inboundFlow = ComPort.NO_INBOUND_FLOW;
    private boolean breaking;
    private boolean dtr;
    private boolean rts;
    private boolean suspended;
    private int modemMask = 0xff;
    private int lineMask;

    /** A port of that bit rate, eight data bits, no parity, one stop bit. */
    public ServedPort(int bitsPerSecond) {
        this.bitsPerSecond = bitsPerSecond;
    }

    /** {@return whether the client asserts Request To Send} */
    public boolean rts() {
        return rts;
    }

    /** {@return whether the client asserts Data Terminal Ready} */
    public boolean dtr() {
        return dtr;
    }

    /** {@return whether the client wants nothing sent at the moment} */
    public boolean suspended() {
        return suspended;
    }

    /** {@return the answer to a subnegotiation; no octets when there is none or it is none of a serial port} */
    public byte[] answer(byte[] content) {
        Optional<ComPort.Told> told = ComPort.ofClient(content);
        return told.isEmpty() ? NOTHING : answer(told.get());
    }

    private byte[] answer(ComPort.Told told) {
        int value = told.value().length == 1 ? told.value()[0] & 0xff : -1;
        switch (told.command()) {
            case SIGNATURE:
                return told.value().length == 0 ? ComPort.SIGNATURE.answer(SIGNATURE) : NOTHING;
            case SET_BAUDRATE:
                return ComPort.SET_BAUDRATE.answer(ComPort.number(bitsPerSecond));
            case SET_DATASIZE:
                return ComPort.SET_DATASIZE.answer((byte) ComPort.EIGHT_BITS);
            case SET_PARITY:
                return ComPort.SET_PARITY.answer((byte) ComPort.NO_PARITY);
            case SET_STOPSIZE:
                return ComPort.SET_STOPSIZE.answer((byte) ComPort.ONE_STOP_BIT);
            case SET_CONTROL:
                return value < 0 || value > ComPort.LAST_CONTROL
                        ? NOTHING
                        : ComPort.SET_CONTROL.answer((byte) control(value));
            case NOTIFY_LINESTATE:
                return ComPort.NOTIFY_LINESTATE.answer((byte) 0);
            case NOTIFY_MODEMSTATE:
                return modemState();
            case FLOWCONTROL_SUSPEND:
                suspended = true;
                return NOTHING;
            case FLOWCONTROL_RESUME:
                suspended = false;
                return NOTHING;
            case SET_LINESTATE_MASK:
                lineMask = value < 0 ? lineMask : value;
                return ComPort.SET_LINESTATE_MASK.answer((byte) lineMask);
            case SET_MODEMSTATE_MASK:
                modemMask = value < 0 ? modemMask : value;
                return ComPort.SET_MODEMSTATE_MASK.answer((byte) modemMask);
            default:
                // Nothing is kept that could be purged.
                return ComPort.PURGE_DATA.answer(told.value());
        }
    }

    /** {@return the control that is in force after {@code wanted}} */
    private int control(int wanted) {
        switch (wanted) {
            case ComPort.ASK_FLOW:
                return flow;
            case ComPort.ASK_BREAK:
                return breaking ? ComPort.BREAK_ON : ComPort.BREAK_OFF;
            case ComPort.BREAK_ON:
            case ComPort.BREAK_OFF:
                breaking = wanted == ComPort.BREAK_ON;
                return wanted;
            case ComPort.ASK_DTR:
                return dtr ? ComPort.DTR_ON : ComPort.DTR_OFF;
            case ComPort.DTR_ON:
            case ComPort.DTR_OFF:
                dtr = wanted == ComPort.DTR_ON;
                return wanted;
            case ComPort.ASK_RTS:
                return rts ? ComPort.RTS_ON : ComPort.RTS_OFF;
            case ComPort.RTS_ON:
            case ComPort.RTS_OFF:
                rts = wanted == ComPort.RTS_ON;
                return wanted;
            case ComPort.ASK_INBOUND_FLOW:
                return inboundFlow;
            default:
                return flow(wanted);
        }
    }

    private int flow(int wanted) {
        // A driver that controls the flow by a line of its own asserts it while it can take more.
        rts |= wanted == ComPort.RTS_CTS_FLOW || wanted == ComPort.LAST_INBOUND_FLOW;
        dtr |= wanted == ComPort.DTR_INBOUND_FLOW;
        boolean inbound = wanted >= ComPort.NO_INBOUND_FLOW && wanted <= ComPort.LAST_INBOUND_FLOW
                || wanted == ComPort.DTR_INBOUND_FLOW;
        if (inbound) {
            inboundFlow = wanted;
        } else {
            flow = wanted;
        }
        return wanted;
    }

    /** {@return the notification of the lines that the client reads: whoever is connected finds both asserted} */
    public byte[] modemState() {
        return ComPort.NOTIFY_MODEMSTATE.answer((byte) (MODEM_STATE & modemMask));
    }

    /** {@return the notification of what has happened on the line; no octets when the client does not want it} */
    public byte[] lineState(int state) {
        int wanted = state & lineMask;
        return wanted == 0 ? NOTHING : ComPort.NOTIFY_LINESTATE.answer((byte) wanted);
    }
}
