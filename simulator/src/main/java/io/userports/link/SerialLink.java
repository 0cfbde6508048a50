package io.userports.link;

import io.userports.adapter.AdapterId;
import io.userports.adapter.Adapters;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A serial device as a link, which lasts while its adapter is unplugged: nothing leaves then, and it goes on when the
 * adapter is back.
 *
 * <p>The line itself takes its time: a unit is with the driver at once, and written when little of it is left there. Where
 * readers ask for telegrams by a control line, the writer keeps the rate instead, so that little is on its way when a
 * reader stops asking.
 */
final class SerialLink implements Link {
    /** What a driver may still hold when a unit counts as written. */
    private static final Duration REST = Duration.ofMillis(20);
    /** How much is written at once where readers ask: what still leaves after one has stopped. */
    private static final Duration REQUEST_SLICE = Duration.ofMillis(4);

    private final KeptLine kept;
    private final LineRate rate;
    private final DataRequest request;
    private final Predicate<SerialLine> asks;

    private SerialLink(KeptLine kept, LineRate rate, DataRequest request, Predicate<SerialLine> asks) {
        this.kept = kept;
        this.rate = rate;
        this.request = request;
        this.asks = asks;
    }

    /**
     * {@return the device, open}
     *
     * @throws LinkException when it cannot be opened, with the remedy
     */
    static SerialLink open(String device, AdapterId adapter, LineRate rate, DataRequest request) {
        SerialLink link = open(
                new SerialPlace(device, adapter, Adapters.here()),
                rate,
                request,
                line -> line.isAsserted(request.line()));
        if (request.isWired() && !link.kept.line().map(SerialLine::hasLines).orElse(true)) {
            link.close();
            throw SerialTrouble.at(
                    link.address(),
                    "has no control lines, so nobody can ask for telegrams by " + request.line()
                            + "; use an adapter that has them, or leave the data request out");
        }
        return link;
    }

    /** {@return the place, open; {@code asks} says of its line whether a reader asks for telegrams} */
    static SerialLink open(SerialPlace place, LineRate rate, DataRequest request, Predicate<SerialLine> asks) {
        return new SerialLink(KeptLine.open(place, rate), rate, request, asks);
    }

    @Override
    public String address() {
        return kept.address();
    }

    @Override
    public Optional<LineRate> pace() {
        return request.isWired() ? Optional.of(rate) : Optional.empty();
    }

    @Override
    public boolean ready() {
        return kept.line().filter(this::isAsked).isPresent();
    }

    @Override
    public boolean startsOnRequest() {
        return request.startsAtOnce();
    }

    private boolean isAsked(SerialLine there) {
        return !request.isWired() || asks.test(there);
    }

    /** {@return whether the reader has stopped asking}; what is still on its way then stays here. */
    private boolean hasStopped(SerialLine there) {
        boolean stopped = !isAsked(there);
        if (stopped) {
            there.forgetOutput();
        }
        return stopped;
    }

    @Override
    public int write(byte[] unit, int from, int to) {
        Optional<SerialLine> now = kept.line();
        if (now.isEmpty() || hasStopped(now.get())) {
            return -1;
        }
        SerialLine there = now.get();
        int end = request.isWired() ? Math.min(to, from + Math.max(1, rate.octetsIn(REQUEST_SLICE))) : to;
        int taken = there.write(unit, from, end);
        if (taken < 0) {
            kept.lost(there);
        } else if (request.isWired() && from + taken == unit.length) {
            // The last octets of a unit count when the line has carried them.
            LockSupport.parkNanos(rate.timeOf(taken).toNanos());
            return hasStopped(there) ? -1 : taken;
        } else if (taken > 0) {
            there.awaitQueue(rate.octetsIn(REST));
        }
        return taken;
    }

    @Override
    public boolean signal(Signal signal, byte[] octets) {
        return kept.line()
                .map(there -> signal == Signal.BREAK
                        ? there.sendBreak(rate.timeOf(octets.length))
                        : there.writeUnframed(octets))
                .orElse(false);
    }

    /** Its own receiver, to which its transmitter may be wired back. */
    @Override
    public Optional<Receiver> farEnd() {
        return Optional.of(SerialReceiver.beside(kept));
    }

    @Override
    public long interrupted() {
        return kept.interruptions().count();
    }

    @Override
    public List<String> interruptions() {
        return kept.interruptions().last();
    }

    @Override
    public Optional<String> interruption() {
        return kept.interruptions().lasting();
    }

    @Override
    public void close() {
        kept.close();
    }
}
