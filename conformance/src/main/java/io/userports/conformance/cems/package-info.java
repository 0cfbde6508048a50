/**
 * The device under test, as far as the bench can see it.
 *
 * <p>A {@link io.userports.conformance.cems.CemsSpec} (a {@code cems.yaml}) says how it is started and what it claims; a
 * {@link io.userports.conformance.cems.Cems} is one that runs. What it believes arrives as
 * {@link io.userports.conformance.cems.Observation}s that the bench stamps on arrival: lines of JSON, or its own words, for
 * which a {@link io.userports.conformance.cems.Mapping} says what they stand for. What a value means
 * is said in one catalogue, {@link io.userports.conformance.cems.Quantity}.
 */
package io.userports.conformance.cems;
