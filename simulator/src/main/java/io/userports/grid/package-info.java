/**
 * The electrical truth behind both user ports.
 *
 * <p>A {@link io.userports.grid.Profile} describes a home: its meter, loads, panels and sub-meters. A
 * {@link io.userports.grid.Household} folds one {@link io.userports.grid.MeterState} into the next, second by second,
 * without a clock and without randomness of its own: the same profile, seed and start give the same states. Nothing here
 * knows what a telegram or a sample looks like.
 */
package io.userports.grid;
