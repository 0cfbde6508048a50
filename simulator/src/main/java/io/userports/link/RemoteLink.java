package io.userports.link;

import io.userports.telnet.ComPort;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial port of another machine as a link.
 *
 * <p>The writer keeps the rate although the line does too: what is on its way when a reader stops asking is then little.
 */
final class RemoteLink implements Link {
    private final RemotePort port;
    private final LineRate rate;
    private final DataRequest request;
    private final AtomicLong heard;

    private RemoteLink(RemotePort port, LineRate rate, DataRequest request, AtomicLong heard) {
        this.port = port;
        this.rate = rate;
        this.request = request;
        this.heard = heard;
    }

    static RemoteLink open(String host, int port, LineRate rate, DataRequest request) {
        AtomicLong heard = new AtomicLong();
        RemotePort remote = RemotePort.open(host, port, rate, request.line(), octet -> heard.incrementAndGet());
        return new RemoteLink(remote, rate, request, heard);
    }

    @Override
    public String address() {
        return port.url();
    }

    @Override
    public Optional<LineRate> pace() {
        return Optional.of(rate);
    }

    @Override
    public boolean ready() {
        return port.used(RemoteSession::begin, false);
    }

    @Override
    public boolean startsOnRequest() {
        return request.startsAtOnce();
    }

    @Override
    public int write(byte[] unit, int from, int to) {
        return port.used(session -> session.write(unit, from, to), -1);
    }

    /** A break begins when the other side hears of it, behind what it has sent by then; a wrong stop bit cannot be had. */
    @Override
    public boolean signal(Signal signal, byte[] octets) {
        if (signal != Signal.BREAK || !control(ComPort.BREAK_ON)) {
            return false;
        }
        LockSupport.parkNanos(rate.timeOf(octets.length).toNanos());
        control(ComPort.BREAK_OFF);
        return true;
    }

    private boolean control(int value) {
        return port.used(
                session -> {
                    session.control(value);
                    return true;
                },
                false);
    }

    @Override
    public long heard() {
        return heard.get();
    }

    @Override
    public long interrupted() {
        return port.interruptions().count();
    }

    @Override
    public List<String> interruptions() {
        return port.interruptions().last();
    }

    @Override
    public Optional<String> interruption() {
        return port.interruptions().lasting();
    }

    @Override
    public void close() {
        port.close();
    }
}
