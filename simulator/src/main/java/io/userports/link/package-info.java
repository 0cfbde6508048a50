/**
 * Where simulated time meets real wires: links, the player that keeps the clock, the ledger that remembers.
 *
 * <p>A {@link io.userports.link.LinkSpec} is a link as the user writes it ({@code pty}, {@code tcp:4000}); opened, it is
 * a {@link io.userports.link.Link}: somewhere octets can leave. A {@link io.userports.link.Player} takes the emissions
 * of any number of sources and writes each at its own instant. One thread keeps all the clocks and never waits for a
 * port; every port has a thread and a short queue of its own. A real meter does not wait for its reader either: what
 * nobody takes is dropped as a whole unit, and what comes next is fresh.
 *
 * <p>The {@link io.userports.link.Ledger} holds what really left and when, our own lateness included. It is the only
 * witness of what was sent.
 */
package io.userports.link;
