package io.userports.conformance.observe;

import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Observe;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All places where one CEMS shows its values, as one. */
public final class Observers implements Observer {
    private final List<Observer> all;

    private Observers(List<Observer> all) {
        this.all = all;
    }

    /** {@return observers of all that {@code declared} names, which add what they see to {@code observations}} */
    public static Observers begin(List<Observe> declared, Placeholders placeholders, Observations observations) {
        return new Observers(declared.stream()
                .<Observer>map(d -> new StdoutObserver(observations))
                .toList());
    }

    @Override
    public void line(String line) {
        all.forEach(observer -> observer.line(line));
    }

    @Override
    public void ask(Collection<Quantity> quantities) {
        all.forEach(observer -> observer.ask(quantities));
    }

    @Override
    public Optional<String> broken() {
        return all.stream().flatMap(observer -> observer.broken().stream()).findFirst();
    }

    @Override
    public void close() {
        all.forEach(Observer::close);
    }
}
