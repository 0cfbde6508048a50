package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.observe.Observers;
import io.userports.conformance.process.CemsProcess;
import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A CEMS as a {@code cems.yaml} declares it: a process, and the places where it shows its values. */
final class DeclaredCems implements Cems {
    private final Observations observations;
    private final Observers observers;
    private final CemsProcess process;

    private DeclaredCems(Observations observations, Observers observers, CemsProcess process) {
        this.observations = observations;
        this.observers = observers;
        this.process = process;
    }

    static DeclaredCems start(CemsSpec spec, Placeholders placeholders) {
        Observations observations = new Observations();
        Observers observers = Observers.begin(spec.observe(), placeholders, observations);
        try {
            return new DeclaredCems(
                    observations,
                    observers,
                    CemsProcess.start(spec.start(), observers.placeholders(), observers::line));
        } catch (RuntimeException e) {
            observers.close();
            throw e;
        }
    }

    @Override
    public Observations observations() {
        return observations;
    }

    @Override
    public boolean mustBeAsked() {
        return observers.mustBeAsked();
    }

    @Override
    public void ask(List<Quantity> quantities) {
        observers.ask(quantities);
    }

    @Override
    public void askWhetherCurrent(Collection<UserPort> ports) {
        observers.askWhetherCurrent(ports);
    }

    @Override
    public Optional<String> broken() {
        return observers.broken();
    }

    @Override
    public Optional<String> ended() {
        return process.ended();
    }

    @Override
    public List<String> lastWords() {
        List<String> words = new ArrayList<>(process.lastWords());
        words.addAll(observers.notes());
        return words;
    }

    @Override
    public void close() {
        try {
            process.close();
        } finally {
            observers.close();
        }
    }
}
