package io.userports.link;

import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.util.List;
import java.util.Optional;

/**
 * A place where octets leave, unit by unit, for whoever listens there.
 *
 * <p>One thread writes: it asks {@link #ready()} before each unit and hands the unit over slice by slice. Any thread may
 * close the link; a write that hangs then returns. Whatever breaks for good is a {@link LinkException}.
 */
public interface Link extends AutoCloseable {
    /** {@return where to connect: {@code /dev/pts/3}, {@code 127.0.0.1:4000}, the path of a file} */
    String address();

    /** {@return the rate that the writer must keep here; empty where the line itself takes its time} */
    Optional<LineRate> pace();

    /**
     * {@return whether somebody can take a whole unit now, and asks for it where that is known}; asked before a unit begins,
     * at its boundary.
     */
    boolean ready();

    /** {@return whether a telegram that nobody asks for when it is due leaves as soon as somebody does} */
    default boolean startsOnRequest() {
        return false;
    }

    /**
     * Hands over a slice of a unit, in order, from 0 to the unit's length.
     *
     * @param unit all octets of the unit; kept by reference, never changed
     * @param from the first octet of the slice
     * @param to the end of the slice, exclusive
     * @return how many octets were taken: 0 when the reader takes nothing at the moment, -1 when nobody is left or
     *     asks for it any more
     * @throws LinkException when the link is broken
     */
    int write(byte[] unit, int from, int to);

    /**
     * Carries octets as only a serial line can.
     *
     * @return whether it did; where it cannot, the octets are written as any others
     * @throws LinkException when the link is broken
     */
    default boolean signal(Signal signal, byte[] octets) {
        return false;
    }

    /**
     * One who reads from a link that several may read.
     *
     * @param address from where it has connected
     * @param missed how many units left without it, because it had not yet taken those before
     */
    record Reader(String address, long missed) {}

    /** Says that nobody took anything of {@code unit}, which is over; who reads here has missed it. Any thread may say so. */
    default void missed(byte[] unit) {}

    /** {@return everyone who has read here, in order, where several may; of those who have left, those who missed units} */
    default List<Reader> readers() {
        return List.of();
    }

    /** {@return how many octets came in so far, where that can be told; a user port does not listen (brochure 4.2)} */
    default long heard() {
        return 0;
    }

    /** {@return the far end of this link, opened in this process; empty where it is somewhere else} */
    default Optional<Receiver> farEnd() {
        return Optional.empty();
    }

    /** {@return how often the link has been interrupted since it was opened; it never falls} */
    default long interrupted() {
        return 0;
    }

    /** {@return what has interrupted the link, a sentence each, of the last hundred times; it mended itself, or is about to} */
    default List<String> interruptions() {
        return List.of();
    }

    /** {@return what keeps the link from carrying anything at this moment, although it is open} */
    default Optional<String> interruption() {
        return Optional.empty();
    }

    /** Closes the link and whatever it made in the file system; closing twice does nothing. */
    @Override
    void close();
}
