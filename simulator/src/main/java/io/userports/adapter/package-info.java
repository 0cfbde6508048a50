/**
 * The serial adapters of this machine: which are plugged in, by what they can be told apart, what their drivers say.
 *
 * <p>An {@link io.userports.adapter.AdapterId} says which adapter is meant by what does not change when it is plugged in
 * again, so that P1 and S1 are never swapped; {@link io.userports.adapter.Adapters} knows where it is now. A
 * {@link io.userports.adapter.PortLock} keeps a second run off a port, a {@link io.userports.adapter.Holder} is whoever
 * has it open all the same. An {@link io.userports.adapter.OpenPort} says what becomes of a port only when it is open:
 * the bit rate that its chip can do, what its driver counts, how its control lines stand.
 */
package io.userports.adapter;
