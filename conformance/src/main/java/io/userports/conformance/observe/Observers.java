package io.userports.conformance.observe;

import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Observe;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All places where one CEMS shows its values, as one. */
public final class Observers implements Observer {
    private static final long TICK_MILLIS = 50;

    private final List<Observer> all = new ArrayList<>();
    private final List<Interpreter> interpreters = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "userports observe clock");
        thread.setDaemon(true);
        return thread;
    });

    private Observers() {}

    /**
     * {@return observers of all that {@code declared} names, which add what they see to {@code observations}}
     *
     * @throws io.userports.yaml.InputException when what is declared cannot be looked at
     */
    public static Observers begin(List<Observe> declared, Placeholders placeholders, Observations observations) {
        Observers observers = new Observers();
        try {
            for (Observe observe : declared) {
                observers.add(observe, placeholders, observations);
            }
            observers.clock.scheduleAtFixedRate(observers::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
            return observers;
        } catch (RuntimeException e) {
            observers.close();
            throw e;
        }
    }

    private void add(Observe observe, Placeholders placeholders, Observations observations) {
        Interpreter interpreter = Interpreter.of(observe.meaning(), observe.polled(), observations);
        interpreters.add(interpreter);
        all.add(
                observe.operator() == null
                        ? observer(observe, placeholders, interpreter)
                        : new OperatorObserver(observe.operator(), Dialogue.atTerminal(), observations));
    }

    private static Observer observer(Observe observe, Placeholders placeholders, Interpreter interpreter) {
        if (observe.mqtt() != null) {
            return MqttObserver.begin(observe.mqtt(), placeholders, interpreter);
        }
        return new StdoutObserver(interpreter);
    }

    private void tick() {
        interpreters.forEach(interpreter -> interpreter.tick(System.nanoTime()));
    }

    /** {@return what of the mappings was never found in what the CEMS has shown so far, for people} */
    public List<String> neverFound() {
        return interpreters.stream().flatMap(i -> i.neverFound().stream()).toList();
    }

    @Override
    public void line(String line) {
        all.forEach(observer -> observer.line(line));
    }

    @Override
    public boolean mustBeAsked() {
        return all.stream().anyMatch(Observer::mustBeAsked);
    }

    @Override
    public void ask(List<Quantity> quantities) {
        all.forEach(observer -> observer.ask(quantities));
    }

    @Override
    public void askWhetherCurrent(Collection<UserPort> ports) {
        all.forEach(observer -> observer.askWhetherCurrent(ports));
    }

    @Override
    public Optional<String> broken() {
        return all.stream().flatMap(observer -> observer.broken().stream()).findFirst();
    }

    @Override
    public List<String> notes() {
        return all.stream().flatMap(observer -> observer.notes().stream()).toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        all.forEach(Observer::close);
    }
}
