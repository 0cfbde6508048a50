/**
 * A looped line measured: octets leave a port of a rig and come in again, and what is wrong with them is counted.
 *
 * <p>A {@link io.userports.conformance.loopback.Loopback} says what is sent where. A feed makes it, a sender lets it leave at
 * the pace of the line, a checker compares what comes in at the far end: a {@link
 * io.userports.conformance.loopback.Pattern}, in which each stretch tells its own place, or telegrams of a meter. A {@link
 * io.userports.conformance.loopback.Goal} says when enough is known and within which limits the bit error ratio lies. All but
 * the sender and the run itself is pure.
 */
package io.userports.conformance.loopback;
