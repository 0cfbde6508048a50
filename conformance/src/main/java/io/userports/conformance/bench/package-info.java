/**
 * One meter, one CEMS and the wire between them, for the length of a scenario.
 *
 * <p>A {@link io.userports.conformance.bench.Scene} is composed before anything runs; the
 * {@link io.userports.conformance.bench.Bench} then plays it and is asked what the CEMS made of it. It also knows when it
 * must not judge: when a link broke, when nobody opened the port, when it was late itself.
 */
package io.userports.conformance.bench;
