/**
 * What all rooms agree on: a meter is a sequence of timed octets.
 *
 * <p>An {@link io.userports.wire.Emission} says which octets are due when on which {@link io.userports.wire.UserPort}.
 * An {@link io.userports.wire.EmissionSource} yields them in order. Consent filters the sequence, faults change it, a
 * player sends it; none of them needs to know more than this.
 */
package io.userports.wire;
