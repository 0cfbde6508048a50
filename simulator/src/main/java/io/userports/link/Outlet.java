package io.userports.link;

import io.userports.wire.UserPort;

/**
 * One of the places where a port leaves: a link and the ledger of what left by it.
 *
 * <p>A port may have several, each with a queue of its own: what one reader does not take the others get all the same, and
 * each ledger counts what its own reader missed.
 *
 * @param port whose units leave here
 * @param link where they leave; stays the caller's to close, except that a write that hangs when the playing is stopped
 *     is freed by closing it
 * @param ledger where each is noted
 */
public record Outlet(UserPort port, Link link, Ledger ledger) {}
