/**
 * The meter: a household, its consent and its disturbances as one ordered sequence of emissions.
 *
 * <p>A {@link io.userports.meter.Meter} takes {@link io.userports.meter.Command}s while it runs and notes each with the
 * simulated time at which it took effect, so that a run can be told again from its seed and its notes.
 */
package io.userports.meter;
