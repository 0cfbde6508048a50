package io.userports.link;

import io.userports.telnet.ComPort;
import io.userports.telnet.Telnet;
import io.userports.wire.LineRate;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection to a remote serial port: sets it up, knows its lines, and is over when the connection is. */
final class RemoteSession extends TelnetSession {
    /** Where the octets that come in go. */
    interface Inlet {
        void take(byte octet);
    }

    /** Who does not answer for so many looks is gone, or its device is stuck; with the look before it that is half a second. */
    private static final int SILENT_LOOKS = 4;
    /** A line without flow control never makes its driver wait for so long. */
    private static final int SUSPENDED_LOOKS = 5;
    /** Longer than an opening waits, which then says so itself. */
    private static final int SET_UP_LOOKS = 60;
    /** Some servers answer what is set and no question; one of two answers is to a question. */
    private static final int ANSWERS_QUESTIONS = 2;

    private final int bitsPerSecond;
    private final DataRequest.Line line;
    private final Inlet inlet;
    private final Map<ComPort, byte[]> settings;
    private final Deque<ComPort> unanswered;
    private Optional<String> refusal = Optional.empty();
    private int modemState;
    private boolean suspended;
    private boolean begun;
    private boolean wasSet;
    private boolean asking;
    private int flowAnswers;
    private int looks;
    private int suspendedLooks;

    private RemoteSession(TelnetChannel channel, LineRate rate, DataRequest.Line line, Inlet inlet) {
        super(channel);
        this.bitsPerSecond = rate.bitsPerSecond();
        this.line = line;
        this.inlet = inlet;
        this.settings = new EnumMap<>(Map.of(
                ComPort.SET_BAUDRATE, ComPort.number(bitsPerSecond),
                ComPort.SET_DATASIZE, new byte[] {ComPort.EIGHT_BITS},
                ComPort.SET_PARITY, new byte[] {ComPort.NO_PARITY},
                ComPort.SET_STOPSIZE, new byte[] {ComPort.ONE_STOP_BIT}));
        this.unanswered = new ArrayDeque<>(settings.keySet());
    }

    /** {@return the session on that connection, in which the options of a serial port have been offered} */
    static RemoteSession begun(TelnetChannel channel, LineRate rate, DataRequest.Line line, Inlet inlet)
            throws IOException {
        RemoteSession session = new RemoteSession(channel, rate, line, inlet);
        for (int option : List.of(Telnet.COM_PORT, Telnet.BINARY, Telnet.SUPPRESS_GO_AHEAD)) {
            session.offer(option);
        }
        session.wish(Telnet.BINARY);
        session.wish(Telnet.SUPPRESS_GO_AHEAD);
        return session;
    }

    /**
     * Looks, ten times a second, whether the other side is still there: asks it what flow control it has, which changes
     * nothing there. Looks are counted, not time: where this machine is too busy to look, the other side may be there too.
     *
     * @throws IOException when the other side, which answered before, does not answer, or lets nothing be sent, for too long
     */
    void look() throws IOException {
        looks++;
        if (!isSet()) {
            if (wasSet || looks > SET_UP_LOOKS) {
                throw new IOException(refusal.orElse("it does not answer as a serial port"));
            }
            return;
        }
        wasSet = true;
        suspendedLooks = suspended ? suspendedLooks + 1 : 0;
        if (suspendedLooks >= SUSPENDED_LOOKS) {
            throw new IOException("its server lets nothing be sent: its device takes nothing");
        }
        if (!asking) {
            control(ComPort.ASK_FLOW);
            asking = true;
            looks = 0;
        } else if (flowAnswers >= ANSWERS_QUESTIONS && looks >= SILENT_LOOKS) {
            throw new IOException("its server does not answer any more");
        }
    }

    /** {@return whether the port is set as it shall be} */
    boolean isSet() {
        return begun && unanswered.isEmpty() && refusal.isEmpty();
    }

    /** {@return why the port cannot be used, if the other side has said so} */
    Optional<String> refusal() {
        return refusal;
    }

    void control(int value) throws IOException {
        send(ComPort.SET_CONTROL.request((byte) value));
    }

    @Override
    boolean asks() {
        return isSet() && isAsserted();
    }

    private boolean isAsserted() {
        switch (line) {
            case CTS:
                return (modemState & ComPort.CTS) != 0;
            case DSR:
                return (modemState & ComPort.DSR) != 0;
            default:
                return true;
        }
    }

    @Override
    boolean suspended() {
        return suspended;
    }

    @Override
    public void data(byte octet) {
        inlet.take(octet);
    }

    @Override
    void agreed(int verb, int option) {
        if (option == Telnet.COM_PORT && verb == Telnet.DO && !begun) {
            begun = true;
            set();
        } else if (option == Telnet.COM_PORT && verb == Telnet.DONT) {
            refuse("does not serve a serial port (RFC 2217); " + RemotePort.REMEDY);
        }
    }

    private void set() {
        settings.forEach((setting, value) -> reply(setting.request(value)));
        for (int control : new int[] {ComPort.NO_FLOW, ComPort.DTR_ON, ComPort.RTS_ON}) {
            reply(ComPort.SET_CONTROL.request((byte) control));
        }
        reply(ComPort.SET_LINESTATE_MASK.request((byte) 0));
        reply(ComPort.SET_MODEMSTATE_MASK.request((byte) (ComPort.CTS | ComPort.DSR)));
    }

    @Override
    void told(byte[] content) {
        ComPort.ofServer(content).ifPresent(this::told);
    }

    private void told(ComPort.Told told) {
        if (!told.isWhole()) {
            return;
        }
        switch (told.command()) {
            case SET_BAUDRATE:
                // Real adapters divide a clock: what they reach is near enough or is not.
                if (SerialTrouble.isOff(bitsPerSecond, told.number())) {
                    refuse("runs at " + told.number() + " bit/s, not at " + bitsPerSecond
                            + "; let its clients set the rate, or use an adapter that reaches it");
                }
                break;
            case SET_DATASIZE:
            case SET_PARITY:
            case SET_STOPSIZE:
                if (told.number() != settings.get(told.command())[0]) {
                    refuse("does not take eight data bits, no parity, one stop bit; let its clients set them");
                }
                break;
            case SET_CONTROL:
                if (ComPort.isFlow(told.number())) {
                    flowAnswers++;
                    asking = false;
                }
                break;
            case NOTIFY_MODEMSTATE:
                modemState = (int) told.number();
                break;
            case FLOWCONTROL_SUSPEND:
            case FLOWCONTROL_RESUME:
                suspended = told.command() == ComPort.FLOWCONTROL_SUSPEND;
                break;
            default:
        }
        unanswered.remove(told.command());
    }

    private void refuse(String why) {
        refusal = refusal.or(() -> Optional.of(why));
    }
}
