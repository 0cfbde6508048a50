package io.userports.link;

import io.userports.adapter.LineCounters;
import io.userports.wire.LineRate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What comes in at a serial device: one of its own, or that of a link whose transmitter is wired back to it. */
final class SerialReceiver implements Receiver {
    /** How long a device that is unplugged is left alone. */
    private static final long AWAY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final String address;
    private final Supplier<Optional<SerialLine>> line;
    private final BooleanSupplier over;
    private final Runnable end;
    private volatile boolean closed;

    private SerialReceiver(String address, Supplier<Optional<SerialLine>> line, BooleanSupplier over, Runnable end) {
        this.address = address;
        this.line = line;
        this.over = over;
        this.end = end;
    }

    /**
     * {@return a device of this machine, opened for reading}
     *
     * @throws LinkException when it cannot be opened, with the remedy
     */
    static SerialReceiver open(SerialPlace place, LineRate rate) {
        SerialLine line = SerialLine.open(place.locate(), rate);
        return new SerialReceiver(line.device(), () -> Optional.of(line), line::isGone, line::close);
    }

    /** {@return the receiver beside a transmitter; while the device is unplugged nothing comes} */
    static SerialReceiver beside(KeptLine kept) {
        return new SerialReceiver(kept.address(), kept::line, kept::isClosed, () -> {});
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public int read(byte[] target, int from, int length, int millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!closed) {
            long left = Math.max(0, end - System.nanoTime());
            Optional<SerialLine> now = line.get();
            int count = now.isPresent()
                    ? now.get().read(target, from, length, (int) TimeUnit.NANOSECONDS.toMillis(left + 999_999))
                    : -1;
            if (count > 0) {
                return count;
            }
            if (count < 0) {
                if (over.getAsBoolean()) {
                    return -1;
                }
                LockSupport.parkNanos(Math.min(left, AWAY_NANOS));
            }
            if (left == 0) {
                return 0;
            }
        }
        return -1;
    }

    @Override
    public Optional<LineCounters> counters() {
        return line.get().flatMap(SerialLine::counters);
    }

    @Override
    public void close() {
        closed = true;
        end.run();
    }
}
