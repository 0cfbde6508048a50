package io.userports.conformance.observe;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;

/** The standard output of a CEMS: lines of the adapter contract. */
final class StdoutObserver implements Observer {
    private final Observations observations;

    StdoutObserver(Observations observations) {
        this.observations = observations;
    }

    @Override
    public void line(String line) {
        observations.add(System.nanoTime(), Observation.of(line));
    }

    @Override
    public void close() {}
}
