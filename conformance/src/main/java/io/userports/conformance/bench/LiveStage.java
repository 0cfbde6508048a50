package io.userports.conformance.bench;

import io.userports.conformance.bench.CemsStarter.Sockets;
import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Waiting;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.Player;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A stage that runs; what happens on it is written down. Used by the thread of its scenario. */
final class LiveStage implements Stage {
    /** So near the end of a span the last answer counts. */
    private static final Duration THE_END = Duration.ofMillis(10);

    private final Ledger ledger = Ledger.of();
    private final List<Step> steps = new ArrayList<>();
    private final Consumer<Recording> keeper;
    /** What is to be ended, the last thing begun first, however far {@link #begin} came. */
    private final Deque<Runnable> opened = new ArrayDeque<>();

    private Wires wires;
    private Cems cems;
    private Meter meter;
    private Pulse pulse;
    private Playing playing;
    private Setting setting;
    /** The moment that is being asked about, until it is written down. */
    private Optional<Moment> asked = Optional.empty();

    private LiveStage(Consumer<Recording> keeper) {
        this.keeper = keeper;
    }

    /** Brings CEMS and meter to life; the clock of the meter begins when somebody listens. */
    static LiveStage open(Plan plan, Scene scene, Consumer<Recording> keeper) {
        LiveStage stage = new LiveStage(keeper);
        try {
            stage.begin(plan, scene);
            return stage;
        } catch (RuntimeException e) {
            stage.steps.add(Step.Stopped.of(e));
            stage.close();
            throw e;
        }
    }

    private void begin(Plan plan, Scene scene) {
        LineRate sampleLine = scene.sampleLine(plan.rig().s1BitRate());
        wires = new Wires(plan.rig());
        opened.push(wires::close);
        wires.open(UserPort.P1, LineRate.P1);
        if (scene.isSampled()) {
            wires.open(UserPort.S1, sampleLine);
        }
        cems = plan.starter()
                .start(new Sockets(wires.reader(UserPort.P1), wires.reader(UserPort.S1), sampleLine.bitsPerSecond()));
        opened.push(cems::close);
        long deadline = System.nanoTime()
                + Duration.ofMillis(plan.rig().patience().milliseconds()).toNanos();
        List<Link> awaited = wires.of(plan.claims()::reads);
        boolean listened = Waiting.until(
                        deadline,
                        () -> awaited.stream().allMatch(Link::ready)
                                ? Optional.of(true)
                                : cems.ended().map(how -> false))
                .orElse(false);
        meter = scene.meter(plan.seed(), sampleLine);
        meter.tell(new Command.Disturb(plan.rig().faults().on(wires.ports())));
        Player player = Player.of(TimeScale.times(plan.timeScale()));
        opened.push(player::close);
        pulse = Pulse.begin();
        opened.push(pulse::close);
        playing = player.play(meter, wires.links(), ledger);
        long nanos = System.nanoTime();
        Map<UserPort, String> addresses = wires.links().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().address()));
        setting = new Setting(playing.simulatedAt(nanos), nanos, plan.timeScale(), listened, addresses);
        steps.add(new Step.Began(setting));
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
        Asking<T> asking = new Asking<>(deadlineNanos, pause.toNanos(), question);
        try {
            return Waiting.until(deadlineNanos, asking::ask);
        } finally {
            writeDown();
        }
    }

    /** One question, put again when something has left or was observed, and some time has passed; and at the end. */
    private final class Asking<T> {
        private final long deadlineNanos;
        private final long pauseNanos;
        private final Function<Moment, Optional<T>> question;
        private long known = -1;
        private long last;

        Asking(long deadlineNanos, long pauseNanos, Function<Moment, Optional<T>> question) {
            this.deadlineNanos = deadlineNanos;
            this.pauseNanos = pauseNanos;
            this.question = question;
            this.last = System.nanoTime() - pauseNanos;
        }

        Optional<T> ask() {
            Moment now = now();
            boolean halted = now.ended().isPresent() || now.broken().isPresent() || now.lost() > 0;
            boolean anew = now.entries() + now.observations() != known && now.nanos() - last >= pauseNanos;
            if (!halted && !anew && deadlineNanos - now.nanos() > THE_END.toNanos()) {
                return Optional.empty();
            }
            known = now.entries() + now.observations();
            last = now.nanos();
            asked = Optional.of(now);
            return question.apply(now);
        }
    }

    @Override
    public Instant tell(Command command) {
        Instant mark = meter.tell(command);
        steps.add(new Step.Told(mark, command.toString()));
        return mark;
    }

    @Override
    public void ask(Collection<Quantity> quantities) {
        try {
            cems.ask(quantities);
            steps.add(new Step.Answered());
        } catch (RuntimeException e) {
            steps.add(Step.Stopped.of(e));
            throw e;
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
                : new Recording(steps, ledger.since(0), cems.observations().since(0), cems.outputs());
    }

    private void writeDown() {
        asked.ifPresent(moment -> steps.add(new Step.Asked(moment)));
        asked = Optional.empty();
    }

    private Moment now() {
        Observations observations = cems.observations();
        Optional<String> broken = playing.failure().map(Throwable::getMessage);
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
