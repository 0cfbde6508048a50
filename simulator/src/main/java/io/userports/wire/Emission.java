package io.userports.wire;

import java.time.Instant;

/**
 * Octets that are due on a port at an instant: the unit that is sent whole or not at all.
 *
 * @param due the simulated instant at which the first octet leaves
 * @param port where it leaves
 * @param octets what leaves; never changed after construction
 */
public record Emission(Instant due, UserPort port, byte[] octets) {}
