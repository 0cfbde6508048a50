package io.userports.link;

import io.userports.telnet.TelnetOptions;
import io.userports.telnet.TelnetReader;
import java.io.IOException;

/** What both ends of a serial port over telnet do with a connection: agree on options, and send units that are asked for. */
abstract class TelnetSession implements TelnetReader.Sink {
    private final TelnetOptions options = new TelnetOptions();
    private final TelnetChannel channel;
    private IOException failure;
    private boolean within;

    TelnetSession(TelnetChannel channel) {
        this.channel = channel;
    }

    /** {@return whether the other side asks for units now} */
    abstract boolean asks();

    /** {@return whether the other side, which may ask all the same, wants nothing sent at the moment} */
    abstract boolean suspended();

    /** Takes what the other side has said of an option, which has been answered. */
    abstract void agreed(int verb, int option);

    /** Takes what the other side tells of the serial port. */
    abstract void told(byte[] content);

    /** Offers an option. */
    final void offer(int option) throws IOException {
        channel.send(options.will(option));
    }

    /** Wishes that the other side uses an option. */
    final void wish(int option) throws IOException {
        channel.send(options.please(option));
    }

    final void send(byte[] command) throws IOException {
        channel.send(command);
    }

    /** Sends what follows from what has come in; a connection that breaks over it is told of when all that is taken. */
    final void reply(byte[] command) {
        try {
            channel.send(command);
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Does what the other side asks for. */
    final void receive() throws IOException {
        channel.settle();
        channel.receive(this);
        if (failure != null) {
            throw failure;
        }
        within &= asks();
    }

    /** {@return whether a unit may begin now} */
    final boolean begin() throws IOException {
        within = asks() && !suspended() && channel.settle();
        return within;
    }

    /** {@return how many octets were taken; -1 when this unit has not been asked for from its beginning until now} */
    final int write(byte[] unit, int from, int to) throws IOException {
        if (!within) {
            return -1;
        }
        return suspended() ? 0 : channel.write(unit, from, to);
    }

    @Override
    public final void option(int verb, int option) {
        reply(options.answer(verb, option));
        agreed(verb, option);
    }

    @Override
    public final void subnegotiation(byte[] content) {
        told(content);
        // A line that drops and rises again within one packet has dropped.
        within &= asks();
    }

    final void close() {
        channel.close();
    }
}
