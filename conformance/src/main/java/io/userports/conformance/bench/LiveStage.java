package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Display;
import io.userports.conformance.check.Waiting;
import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.NotJudged;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.Outlet;
import io.userports.link.Playing;
import io.userports.link.TimeScale;
import io.userports.meter.Command;
import io.userports.meter.Meter;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A stage that runs; what happens on it is written down. Used by the thread of its scenario. */
final class LiveStage implements Stage {
    private final Ledger ledger = Ledger.of();
    private final List<Step> steps = new ArrayList<>();
    private final Seat seat;
    private final Consumer<Recording> keeper;
    /** What is to be ended, the last thing begun first, however far {@link #begin} came. */
    private final Deque<Runnable> opened = new ArrayDeque<>();

    private final Map<UserPort, Neighbour> neighbours = new EnumMap<>(UserPort.class);
    private Wires wires;
    private Cems cems;
    private Pulse pulse;
    private Playing playing;
    private Setting setting;
    private long restNanos;
    /** Of a CEMS that is kept, what it wrote in scenarios before. */
    private long outBefore;

    private long errBefore;

    /** The moment that is being asked about, until it is written down. */
    private Optional<Moment> asked = Optional.empty();

    private LiveStage(Seat seat, Consumer<Recording> keeper) {
        this.seat = seat;
        this.keeper = keeper;
    }

    /** Brings CEMS and meter to life; the clock of the meter begins when somebody listens for each who has a seat. */
    static LiveStage open(Plan plan, Scene scene, Seat seat, Consumer<Recording> keeper) {
        LiveStage stage = new LiveStage(seat, keeper);
        boolean begun = false;
        try {
            stage.begin(plan, scene);
            begun = true;
            return stage;
        } catch (RuntimeException e) {
            throw stage.stopped(e);
        } finally {
            if (!begun) {
                stage.close();
            }
        }
    }

    /** Writes down what stopped the scenario; {@return it as a recording will tell it} */
    private RuntimeException stopped(RuntimeException e) {
        Step.Stopped step = Step.Stopped.of(e);
        steps.add(step);
        RuntimeException told = step.error();
        told.addSuppressed(e);
        return told;
    }

    private void begin(Plan plan, Scene scene) {
        seat.arrive();
        LineRate sampleLine = scene.sampleLine(plan.rig().s1BitRate());
        Setup setup = plan.setups().enter(scene.isSampled(), sampleLine, plan.silence());
        opened.push(() -> plan.setups().leave(setup));
        wires = setup.wires();
        cems = setup.cems();
        outBefore = cems.standardOutput().total();
        errBefore = cems.standardError().total();
        boolean listened = awaitReady(plan);
        scene.neighbours().forEach(port -> attach(plan, port, port == UserPort.P1 ? LineRate.P1 : sampleLine));
        opened.push(seat::leave);
        List<Outlet> outlets = new ArrayList<>(wires.outlets(ledger));
        neighbours.values().forEach(neighbour -> outlets.add(neighbour.outlet()));
        playing = seat.join(outlets, () -> meter(plan, scene, sampleLine), TimeScale.times(plan.timeScale()));
        neighbours.values().forEach(neighbour -> neighbour.plays(playing));
        pulse = Pulse.begin();
        opened.push(pulse::close);
        long nanos = System.nanoTime();
        Map<UserPort, String> addresses = wires.links().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().address()));
        restNanos = Display.of(plan.claims(), plan.timeScale()).pauseNanos();
        setting = new Setting(
                playing.simulatedAt(nanos),
                nanos,
                plan.timeScale(),
                listened,
                cems.observations().carried(),
                cems.mustBeAsked(),
                addresses);
        steps.add(new Step.Began(setting));
    }

    private void attach(Plan plan, UserPort port, LineRate rate) {
        RigPort there = plan.rig().port(port).orElseThrow(() -> NotClaimed.of("this rig has no " + port + " port"));
        Neighbour neighbour = Neighbour.on(port, there, rate, plan.timeScale());
        opened.push(neighbour::close);
        neighbours.put(port, neighbour);
        Waiting.until(
                System.nanoTime()
                        + Duration.ofMillis(plan.rig().patience().milliseconds())
                                .toNanos(),
                () -> neighbour.ready() ? Optional.of(true) : Optional.empty());
    }

    private Meter meter(Plan plan, Scene scene, LineRate sampleLine) {
        Meter meter = scene.meter(plan.seed(), sampleLine);
        meter.tell(new Command.Disturb(plan.rig().faults().on(wires.ports())));
        return meter;
    }

    /** {@return whether somebody listens on all ports that are claimed; false when the CEMS has ended before} */
    private boolean awaitReady(Plan plan) {
        long deadline = System.nanoTime()
                + Duration.ofMillis(plan.rig().patience().milliseconds()).toNanos();
        List<Link> awaited = wires.of(plan.claims()::reads);
        Optional<Boolean> ready = Waiting.until(
                deadline,
                () -> cems.unready().isEmpty() && awaited.stream().allMatch(Link::ready)
                        ? Optional.of(true)
                        : cems.ended().map(how -> false));
        if (ready.isEmpty()) {
            cems.unready().ifPresent(lacking -> {
                throw NotJudged.of("the CEMS did not become ready within "
                        + plan.rig().patience() + ": " + lacking + "; last words: " + new LastWords(cems.lastWords())
                        + "; see start.ready in its cems.yaml");
            });
        }
        return ready.orElse(false);
    }

    @Override
    public Setting setting() {
        return setting;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Observations observations() {
        return cems.observations();
    }

    @Override
    public Moment moment() {
        Moment moment = now();
        steps.add(new Step.Asked(moment));
        return moment;
    }

    @Override
    public <T> Optional<T> await(long deadlineNanos, Duration pause, Function<Moment, Optional<T>> question) {
        Asking<T> asking = new Asking<>(deadlineNanos, pause.toNanos(), restNanos, question);
        try {
            return Waiting.until(deadlineNanos, () -> asking.ask(now(), moment -> asked = Optional.of(moment)));
        } finally {
            writeDown();
        }
    }

    @Override
    public Instant tell(Command command) {
        try {
            Instant mark = seat.tell(command);
            steps.add(new Step.Told(mark, command.toString()));
            return mark;
        } catch (RuntimeException e) {
            throw stopped(e);
        }
    }

    @Override
    public void ask(List<Quantity> quantities) {
        asked(() -> cems.ask(quantities));
    }

    @Override
    public void askWhetherCurrent(Collection<UserPort> ports) {
        asked(() -> cems.askWhetherCurrent(ports));
    }

    private void asked(Runnable question) {
        try {
            question.run();
            steps.add(new Step.Answered());
        } catch (RuntimeException e) {
            throw stopped(e);
        }
    }

    @Override
    public void neighbour(UserPort port, Function<Neighbour, String> deed) {
        try {
            steps.add(new Step.Neighboured(port, deed.apply(neighbours.get(port))));
        } catch (RuntimeException e) {
            throw stopped(e);
        }
    }

    @Override
    public List<String> lastWords() {
        writeDown();
        List<String> words = cems.lastWords();
        steps.add(new Step.Heard(words));
        return words;
    }

    @Override
    public void close() {
        try {
            endAll();
        } finally {
            keeper.accept(recording());
        }
    }

    private void endAll() {
        if (!opened.isEmpty()) {
            try {
                opened.pop().run();
            } finally {
                endAll();
            }
        }
    }

    private Recording recording() {
        return cems == null
                ? new Recording(steps, List.of(), List.of(), Map.of())
                : new Recording(steps, ledger.since(0), cems.observations().since(0), outputs());
    }

    private Map<String, byte[]> outputs() {
        return Map.of(
                "stdout", cems.standardOutput().since(outBefore),
                "stderr", cems.standardError().since(errBefore));
    }

    private void writeDown() {
        asked.ifPresent(moment -> steps.add(new Step.Asked(moment)));
        asked = Optional.empty();
    }

    private Moment now() {
        Observations observations = cems.observations();
        Optional<String> broken = wires.failure(playing)
                .map(Throwable::getMessage)
                .or(wires::interrupted)
                .or(wires::interruption);
        return new Moment(
                System.nanoTime(),
                ledger.size(),
                observations.size(),
                pulse.longestNanos(),
                wires.heard(),
                observations.lost(),
                cems.ended(),
                broken.isPresent() ? broken : cems.broken());
    }
}
