package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;

/** Whatever can bring a CEMS to life on the ports of a meter. */
@FunctionalInterface
public interface CemsStarter {
    /**
     * Where a CEMS finds the ports.
     *
     * @param p1 a device or {@code HOST:PORT}; empty when there is none
     * @param s1 the same
     * @param s1BitRate of the line of S1
     */
    record Sockets(String p1, String s1, int s1BitRate) {}

    /** {@return a CEMS that was told to read these ports} */
    Cems start(Sockets sockets);
}
