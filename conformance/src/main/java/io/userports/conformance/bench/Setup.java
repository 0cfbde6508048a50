package io.userports.conformance.bench;

import io.userports.conformance.bench.CemsStarter.Sockets;
import io.userports.conformance.cems.Cems;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;

/** Wires and the CEMS at their other end. */
record Setup(Wires wires, Cems cems) implements AutoCloseable {
    /** {@return these wires with a CEMS that was told of them; without one they are closed} */
    static Setup of(Wires wires, CemsStarter starter, LineRate sampleLine) {
        try {
            return new Setup(
                    wires,
                    starter.start(new Sockets(
                            wires.reader(UserPort.P1), wires.reader(UserPort.S1), sampleLine.bitsPerSecond())));
        } catch (RuntimeException e) {
            wires.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            cems.close();
        } finally {
            wires.close();
        }
    }
}
