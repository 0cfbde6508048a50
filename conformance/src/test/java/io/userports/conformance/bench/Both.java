package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.Observations;
import java.util.List;
import java.util.Optional;

/** A CEMS of two threads, a port each; the first one speaks for both. */
record Both(SampledCems first, ScriptedCems second) implements Cems {
    @Override
    public Observations observations() {
        return first.observations();
    }

    @Override
    public Optional<String> ended() {
        return first.ended();
    }

    @Override
    public List<String> lastWords() {
        return List.of();
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
