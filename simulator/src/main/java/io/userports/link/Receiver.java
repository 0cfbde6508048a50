package io.userports.link;

import io.userports.adapter.LineCounters;
import java.util.Optional;

/**
 * The far end of a link, in this process: where its octets come in again.
 *
 * <p>One thread reads; any thread may close it, which ends a read that waits.
 */
public interface Receiver extends AutoCloseable {
    /** {@return where the octets come in: a device, {@code 127.0.0.1:4000}} */
    String address();

    /**
     * Reads what has come, waiting for the first octet.
     *
     * @param millis how long to wait for it
     * @return how many octets were read; 0 when none came in time, -1 when none will come any more
     */
    int read(byte[] target, int from, int length, int millis);

    /** {@return what the driver there has counted: octets without a stop bit, overruns; empty where none counts} */
    default Optional<LineCounters> counters() {
        return Optional.empty();
    }

    /** {@return how many octets came and were lost because nobody read them in time, as far as this process lost them} */
    default long lost() {
        return 0;
    }

    /**
     * Sends octets to the port, as a reader should not.
     *
     * @return how many were taken; 0 when the port takes none at the moment, -1 when it is gone or cannot be sent to
     */
    default int send(byte[] octets) {
        return -1;
    }

    @Override
    void close();
}
