package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;

/** Whatever can bring a CEMS to life on a port. */
@FunctionalInterface
public interface CemsStarter {
    /** {@return a CEMS that was told to read the port at {@code address}} */
    Cems start(String address);
}
