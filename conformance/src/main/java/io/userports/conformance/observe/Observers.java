package io.userports.conformance.observe;

import io.userports.conformance.cems.Mqtt;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Observe;
import io.userports.conformance.cems.Operator;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.verdict.RigBroken;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

    private Placeholders placeholders;

    private Observers(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * {@return observers of all that {@code declared} names, which add what they see to {@code observations}}
     *
     * @throws RigBroken when what is declared cannot be looked at
     */
    public static Observers begin(List<Observe> declared, Placeholders placeholders, Observations observations) {
        Observers observers = new Observers(placeholders);
        try {
            for (Observe observe : declared) {
                observers.add(observe, observations);
            }
            if (declared.stream().anyMatch(o -> o.meaning().silenceNanos().isPresent())) {
                observers.clock.scheduleAtFixedRate(observers::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
            }
            return observers;
        } catch (RuntimeException e) {
            observers.close();
            throw e;
        }
    }

    private void add(Observe observe, Observations observations) {
        Interpreter interpreter = Interpreter.of(observe, placeholders, observations);
        interpreters.add(interpreter);
        try {
            all.add(observer(observe, interpreter, observations));
        } catch (InputException e) {
            throw RigBroken.of(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // What it became is not told, also not by the cause: it may hold a secret.
            throw RigBroken.of(
                    observe.place().name() + " cannot be looked at once its placeholders are filled, in it or in what"
                            + " stands beside it; see observe in the cems.yaml");
        }
    }

    private Observer observer(Observe observe, Interpreter interpreter, Observations observations) {
        Observe.Place place = observe.place();
        if (place instanceof Mqtt mqtt) {
            return MqttObserver.begin(mqtt, placeholders, interpreter);
        }
        if (place instanceof Operator operator) {
            return new OperatorObserver(operator, Dialogue.atTerminal(), observations);
        }
        if (place instanceof Observe.Followed file) {
            return FileFollower.begin(file, placeholders, interpreter);
        }
        if (place instanceof Observe.Http page) {
            return HttpPoll.begin(page, placeholders, interpreter);
        }
        if (place instanceof Observe.HttpPush server) {
            HttpPush push = HttpPush.begin(server, interpreter);
            placeholders = placeholders.with("{push}", push.url());
            return push;
        }
        if (place instanceof Observe.Sse page) {
            return EventStream.begin(page, placeholders, interpreter);
        }
        if (place instanceof Observe.WebSocket socket) {
            return WebSocketTexts.begin(socket, placeholders, interpreter);
        }
        return new StdoutObserver(interpreter);
    }

    /** {@return what stands for each name in braces now that it is observed: {@code {push}} has an address} */
    public Placeholders placeholders() {
        return placeholders;
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
        return Stream.concat(
                        interpreters.stream().flatMap(interpreter -> interpreter.broken().stream()),
                        all.stream().flatMap(observer -> observer.broken().stream()))
                .findFirst();
    }

    @Override
    public List<String> notes() {
        return all.stream().flatMap(observer -> observer.notes().stream()).toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        closeAll(all.iterator());
    }

    /** Closes each of them, whatever the others do. */
    static void closeAll(Iterator<Observer> rest) {
        if (rest.hasNext()) {
            try {
                rest.next().close();
            } finally {
                closeAll(rest);
            }
        }
    }
}
