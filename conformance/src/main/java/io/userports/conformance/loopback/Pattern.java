package io.userports.conformance.loopback;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An endless sequence of octets in which every place is known by its state, and a stretch of it tells its own place.
 *
 * <p>A UART sends the lowest bit of an octet first; so does a sequence that is defined in bits.
 */
public sealed interface Pattern permits Prbs, WorstCase {
    /** {@return the state at its beginning} */
    int begin();

    /** {@return the octet that is next in {@code state}, 0 to 255} */
    int octet(int state);

    /** {@return the state behind that octet} */
    int after(int state);

    /** {@return after how many octets it begins anew} */
    long period();

    /** {@return how many octets {@link #find} looks at} */
    int window();

    /** {@return after how many octets at most a shift must have shown itself} */
    int memory();

    /** {@return the state behind the window that begins at {@code at}; empty when that is no stretch of this pattern} */
    OptionalInt find(byte[] octets, int at);

    /** {@return how many octets lie between two states, the fewest; empty when more than {@code most}} */
    default OptionalLong distance(int from, int to, long most) {
        int state = from;
        for (long steps = 0; steps <= most; steps++) {
            if (state == to) {
                return OptionalLong.of(steps);
            }
            state = after(state);
        }
        return OptionalLong.empty();
    }

    /** Writes {@code count} octets from {@code state} on; {@return the state behind them}. */
    default int fill(int state, byte[] target, int from, int count) {
        int next = state;
        for (int i = from; i < from + count; i++) {
            target[i] = (byte) octet(next);
            next = after(next);
        }
        return next;
    }
}
