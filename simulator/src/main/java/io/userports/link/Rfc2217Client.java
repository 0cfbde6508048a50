package io.userports.link;

import io.userports.telnet.ServedPort;
import io.userports.telnet.Telnet;
import io.userports.telnet.TelnetOptions;
import io.userports.telnet.TelnetReader;
import io.userports.wire.LineRate;
import java.io.IOException;

/** Who holds the port of a {@link Rfc2217Link}: the connection, the options and the lines that they drive. */
final class Rfc2217Client implements TelnetReader.Sink {
    private final TelnetChannel channel;
    private final DataRequest.Line line;
    private final ServedPort port;
    private final TelnetOptions options = new TelnetOptions();
    private IOException failure;
    private boolean within;
    private long heard;

    private Rfc2217Client(TelnetChannel channel, LineRate rate, DataRequest.Line line) {
        this.channel = channel;
        this.line = line;
        this.port = new ServedPort(rate.bitsPerSecond());
    }

    /** {@return the client at the other end, to whom the options of a serial port have been offered} */
    static Rfc2217Client greeted(TelnetChannel channel, LineRate rate, DataRequest.Line line) throws IOException {
        Rfc2217Client client = new Rfc2217Client(channel, rate, line);
        channel.send(client.options.will(Telnet.BINARY));
        channel.send(client.options.please(Telnet.BINARY));
        channel.send(client.options.will(Telnet.SUPPRESS_GO_AHEAD));
        channel.send(client.options.please(Telnet.COM_PORT));
        return client;
    }

    /** Does what the client asks for. */
    void receive() throws IOException {
        channel.settle();
        channel.receive(this);
        if (failure != null) {
            throw failure;
        }
        within &= asks();
    }

    /** {@return whether a unit may begin now} */
    boolean begin() throws IOException {
        within = asks() && !port.suspended() && channel.settle();
        return within;
    }

    private boolean asks() {
        switch (line) {
            case CTS:
                return port.rts();
            case DSR:
                return port.dtr();
            default:
                return true;
        }
    }

    /** {@return how many octets were taken; -1 when the client has not asked for this unit from its beginning until now} */
    int write(byte[] unit, int from, int to) throws IOException {
        if (!within) {
            return -1;
        }
        return port.suspended() ? 0 : channel.write(unit, from, to);
    }

    /** Tells what has happened on the line, if the client wants to know it. */
    void notifyLine(int state) throws IOException {
        channel.send(port.lineState(state));
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
    public void option(int verb, int option) {
        reply(options.answer(verb, option));
        if (option == Telnet.COM_PORT && (verb == Telnet.WILL || verb == Telnet.DO)) {
            reply(port.modemState());
        }
    }

    @Override
    public void subnegotiation(byte[] content) {
        boolean asked = asks();
        reply(port.answer(content));
        // A line that drops and rises again within one packet has dropped.
        within &= !asked || asks();
    }

    private void reply(byte[] answer) {
        try {
            channel.send(answer);
        } catch (IOException e) {
            failure = e;
        }
    }

    void close() {
        channel.close();
    }
}
