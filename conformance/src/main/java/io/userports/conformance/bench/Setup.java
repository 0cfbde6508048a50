package io.userports.conformance.bench;

import io.userports.conformance.bench.CemsStarter.Sockets;
import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Display;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.SampleEvidence;
import io.userports.conformance.check.Waiting;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /**
     * Leaves the scenario before behind: nothing is sent until the CEMS presents nothing of it as current, or should not.
     *
     * @param silence after how long it should not
     */
    void beginAnew(Duration silence) {
        Waiting.until(
                System.nanoTime() + silence.toNanos(),
                () -> presentsNothing() || cems.ended().isPresent() ? Optional.of(true) : Optional.empty());
        wires.beginAnew();
        cems.observations().beginAnew();
    }

    /** {@return whether it serves one more scenario: nothing of it has ended or is broken} */
    boolean isWhole() {
        return cems.ended().isEmpty() && cems.broken().isEmpty() && wires.areWhole();
    }

    private boolean presentsNothing() {
        Set<Quantity> current = new Evidence(
                        List.of(), List.of(), cems.observations().since(0), System.nanoTime(), Display.EXACT)
                .current()
                .keySet();
        // How many were lost is as true without a stream.
        return SampleEvidence.counts().containsAll(current);
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
