package io.userports.link;

import io.userports.telnet.ServedPort;
import io.userports.telnet.Telnet;
import io.userports.wire.LineRate;
import java.io.IOException;

/** Who holds the port of a {@link Rfc2217Link}: the connection and the lines that they drive. */
final class Rfc2217Client extends TelnetSession {
    private final Silence silence;
    private final DataRequest.Line line;
    private final ServedPort port;
    private long heard;

    private Rfc2217Client(TelnetChannel channel, Silence silence, LineRate rate, DataRequest.Line line) {
        super(channel);
        this.silence = silence;
        this.line = line;
        this.port = new ServedPort(rate.bitsPerSecond());
    }

    /** {@return the client at the other end, to whom the options of a serial port have been offered} */
    static Rfc2217Client greeted(TelnetChannel channel, Silence silence, LineRate rate, DataRequest.Line line)
            throws IOException {
        Rfc2217Client client = new Rfc2217Client(channel, silence, rate, line);
        client.offer(Telnet.BINARY);
        client.wish(Telnet.BINARY);
        client.offer(Telnet.SUPPRESS_GO_AHEAD);
        client.wish(Telnet.COM_PORT);
        return client;
    }

    @Override
    boolean asks() {
        switch (line) {
            case CTS:
                return port.rts();
            case DSR:
                return port.dtr();
            default:
                return true;
        }
    }

    @Override
    boolean suspended() {
        return port.suspended();
    }

    /** {@return whether the client has vanished without a word: what is on its way to it is not answered by TCP itself} */
    boolean hasVanished() {
        return silence.isTooLong(System.nanoTime());
    }

    /** Tells what has happened on the line, if the client wants to know it. */
    void notifyLine(int state) throws IOException {
        send(port.lineState(state));
    }

    /** {@return how many octets the client has sent to the meter} */
    long heard() {
        return heard;
    }

    @Override
    public void data(byte octet) {
        heard++;
    }

    @Override
    void agreed(int verb, int option) {
        if (option == Telnet.COM_PORT && (verb == Telnet.WILL || verb == Telnet.DO)) {
            reply(port.modemState());
        }
    }

    @Override
    void told(byte[] content) {
        reply(port.answer(content));
    }
}
