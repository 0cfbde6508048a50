package io.userports.conformance.bench;

import io.userports.conformance.bench.CemsStarter.Sockets;
import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Display;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.SampleEvidence;
import io.userports.conformance.check.SampleWitness;
import io.userports.conformance.check.Waiting;
import io.userports.conformance.check.Witness;
import io.userports.conformance.verdict.NotJudged;
import io.userports.conformance.verdict.RigBroken;
import io.userports.fault.Disturbances;
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
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** One meter, one CEMS and the wire between them; made for one scenario, used by its thread. */
public final class Bench implements AutoCloseable {
    /** What a CEMS may take between the last octet of a telegram and its line, beside its own interval. */
    private static final Duration REACTION = Duration.ofMillis(1500);

    /** Over so long a CEMS may average what it reads from S1. */
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(5);

    /** Samples leave all the time; to look at all of them each time would leave no time for anything else. */
    private static final Duration SAMPLES_ASKED = Duration.ofMillis(20);

    /** So near the end of a span the last answer counts. */
    private static final Duration THE_END = Duration.ofMillis(10);

    /** Before the telegram that what is told now takes effect with, and after the one before it. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Plan plan;
    private final Display display;
    private final Scene scene = new Scene();
    private final Ledger ledger = Ledger.of();
    private final Witness witness = new Witness(ledger);
    private final SampleWitness samples = new SampleWitness(ledger);
    private Disturbances disturbances = Disturbances.NONE;
    /** What is to be ended, the last thing begun first, however far {@link #start} came. */
    private final Deque<Runnable> opened = new ArrayDeque<>();

    private Optional<Running> running = Optional.empty();
    private Instant mark = Instant.MIN;
    private Instant calm = Instant.MIN;

    private record Running(Wires wires, Cems cems, Meter meter, Playing playing, Blame blame) {}

    /** An empty bench for one scenario of {@code plan}. */
    public Bench(Plan plan) {
        this.plan = plan;
        this.display = Display.of(plan.claims(), plan.timeScale());
    }

    /** {@return the scene, to be composed before {@link #start}} */
    public Scene scene() {
        return scene;
    }

    /** {@return what this bench was planned with} */
    public Plan plan() {
        return plan;
    }

    /** Brings CEMS and meter to life; the clock of the meter begins when somebody listens. Does nothing if they live. */
    public void start() {
        if (running.isPresent()) {
            return;
        }
        scene.check(plan.claims());
        LineRate sampleLine = scene.sampleLine(plan.rig().s1BitRate());
        Wires wires = new Wires(plan.rig());
        opened.push(wires::close);
        wires.open(UserPort.P1, LineRate.P1);
        if (scene.isSampled()) {
            wires.open(UserPort.S1, sampleLine);
        }
        Cems cems = plan.starter()
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
        Meter meter = scene.meter(plan.seed(), sampleLine);
        meter.tell(new Command.Disturb(plan.rig().faults().on(wires.ports())));
        Player player = Player.of(TimeScale.times(plan.timeScale()));
        opened.push(player::close);
        Pulse pulse = Pulse.begin();
        opened.push(pulse::close);
        Playing playing = player.play(meter, wires.links(), ledger);
        Blame blame = new Blame(plan.timeScale(), ledger, pulse::longestNanos, wires.links(), cems, listened, playing);
        running = Optional.of(new Running(wires, cems, meter, playing, blame));
    }

    /** {@return the instant from which {@code command} is in effect; what is judged later is judged from there on} */
    public Instant tell(Command command) {
        if (command instanceof Command.SetEdition change) {
            Scene.check(change.edition(), plan.claims());
        }
        mark = running().meter().tell(command);
        calm = mark;
        return mark;
    }

    /** Adds faults from now on, each on what those before have left. */
    public void disturb(Disturbances more) {
        disturbances = disturbances.and(more);
        tell(new Command.Disturb(allDisturbances()));
    }

    /** Has faults strike for so many telegrams of P1, so many seconds, and ends all but those of the rig. */
    public void disturb(Disturbances more, int seconds) {
        disturb(more);
        passUntil(mark.plusSeconds(seconds).minus(BETWEEN));
        undisturbed();
    }

    /** Ends all faults but those of the rig. */
    public void undisturbed() {
        disturbances = Disturbances.NONE;
        tell(new Command.Disturb(allDisturbances()));
    }

    /** What the meter does comes before what the lines of the rig make of it. */
    private Disturbances allDisturbances() {
        return disturbances.and(plan.rig().faults()).on(running().wires().ports());
    }

    /** {@return when what was told last is in effect} */
    public Instant mark() {
        return mark;
    }

    /** Lets simulated time pass after a change, so that figures are no longer asked of what was on the way. */
    public void calmDown(Duration time) {
        Instant until = now().plus(time);
        passUntil(until);
        calm = until;
    }

    /** {@return from when on figures are asked: the last change, or later when time was let pass after it} */
    public Instant calm() {
        return calm;
    }

    /** {@return the simulated time} */
    public Instant now() {
        return running().playing().simulatedAt(System.nanoTime());
    }

    /** Lets simulated time pass until {@code instant}. */
    public void passUntil(Instant instant) {
        await(instant, Duration.ZERO, Duration.ZERO, Optional::empty);
    }

    /** Lets simulated time pass until {@code instant}; what is judged later is judged from there on. */
    public void reach(Instant instant) {
        passUntil(instant);
        mark = instant;
        calm = instant;
    }

    /** {@return both sides as they stand now} */
    public Evidence evidence() {
        long nanos = System.nanoTime();
        List<Stamped> observations = running().cems().observations().since(0);
        return new Evidence(witness.telegrams(), witness.rejected(), observations, nanos, display);
    }

    /** {@return both sides of S1 as they stand now} */
    public SampleEvidence sampleEvidence() {
        long nanos = System.nanoTime();
        List<Stamped> observations = running().cems().observations().since(0);
        return new SampleEvidence(
                samples.samples(),
                observations,
                nanos,
                reaction().toNanos(),
                LONGEST_WINDOW.dividedBy(plan.timeScale()).toNanos(),
                display);
    }

    /** Lets simulated time pass, asking for an answer meanwhile; as {@link #await}, of S1. */
    public <T> Optional<T> awaitSamples(
            Instant instant, Duration grace, Function<SampleEvidence, Optional<T>> question) {
        return await(instant, grace, SAMPLES_ASKED, () -> question.apply(sampleEvidence()));
    }

    /**
     * {@return the first answer of {@code question}, asked until the simulated {@code instant} and, beyond, for the
     * reaction time of a CEMS if {@code grace} is not zero}
     */
    public <T> Optional<T> await(Instant instant, Duration grace, Function<Evidence, Optional<T>> question) {
        return await(instant, grace, Duration.ZERO, () -> question.apply(evidence()));
    }

    /** Asks when something has left or was said, and {@code pause} has passed since the last time; and at the end. */
    private <T> Optional<T> await(Instant instant, Duration grace, Duration pause, Supplier<Optional<T>> question) {
        long deadline = running().playing().nanosAt(instant) + grace.toNanos();
        AtomicLong known = new AtomicLong(-1);
        AtomicLong asked = new AtomicLong(System.nanoTime() - pause.toNanos());
        return Waiting.until(deadline, () -> {
            running().blame().checkAlive();
            long nanos = System.nanoTime();
            long now = ledger.size() + running().cems().observations().size();
            boolean anew = now != known.get() && nanos - asked.get() >= pause.toNanos();
            if (!anew && deadline - nanos > THE_END.toNanos()) {
                return Optional.empty();
            }
            known.set(now);
            asked.set(nanos);
            return question.get();
        });
    }

    /** {@return how finely and how often the CEMS shows its values} */
    public Display display() {
        return display;
    }

    /** {@return how long a CEMS may take to show what it has received, in real time} */
    public Duration reaction() {
        return reaction(Set.of());
    }

    /** {@return how long it may take to show the slowest of {@code asked}, in real time} */
    public Duration reaction(Collection<Quantity> asked) {
        Duration interval = plan.claims().longestInterval(asked);
        Duration scaled = REACTION.plus(interval).dividedBy(plan.timeScale());
        return scaled.compareTo(plan.leastReaction()) < 0 ? plan.leastReaction() : scaled;
    }

    /**
     * {@return never: throws what it comes to that a check did not hold}
     *
     * @throws RigBroken when a link broke meanwhile
     * @throws NotJudged when nothing could leave or it left too late: then it may be our own doing
     * @throws Failure otherwise
     */
    public RuntimeException failed(Finding finding) {
        return running().blame().of(UserPort.P1, Blame.OWN_LATENESS, finding, mark);
    }

    /** {@return never: as {@link #failed}, of a check of S1} */
    public RuntimeException samplesFailed(Finding finding) {
        return running().blame().of(UserPort.S1, Blame.OWN_LATENESS, finding, mark);
    }

    /**
     * {@return never: as {@link #failed}, of telegrams of S1 that were miscounted}
     *
     * @param rounds whether by whole rounds of their number, which telegrams that come late may lead to
     */
    public RuntimeException countingFailed(Finding finding, boolean rounds) {
        Duration tolerance = rounds ? Blame.OWN_COUNTING_LATENESS : Blame.OWN_LATENESS;
        running().blame().checkTaken(UserPort.S1, finding);
        return running().blame().of(UserPort.S1, tolerance, finding, Instant.MIN);
    }

    /** {@return never: as {@link #failed}, of a check of both ports} */
    public RuntimeException bothFailed(Finding finding) {
        running().blame().checkOwn(UserPort.P1, Blame.OWN_LATENESS, finding, mark);
        return samplesFailed(finding);
    }

    /**
     * Asks whether anybody could know anything of what was sent since the last change.
     *
     * @throws NotJudged when no telegram could leave
     */
    public void checkSent() {
        running().blame().checkSent(evidence(), mark);
    }

    /**
     * Asks whether anybody could know a figure of what was sampled since {@code from}.
     *
     * @throws NotJudged when less than a second of samples could leave
     */
    public void checkSampled(Instant from) {
        running().blame().checkSampled(sampleEvidence(), from);
    }

    /**
     * Asks whether anybody could have read {@code port}.
     *
     * @throws NotJudged when nothing could leave
     */
    public void checkOpened(UserPort port) {
        running().blame().checkOpened(port);
    }

    /** {@return how many octets the CEMS sent to the ports, which lead one way} */
    public long heard() {
        return running().wires().heard();
    }

    /** {@return the last lines that the CEMS wrote for people, on one line} */
    public String lastWords() {
        return running().blame().lastWords();
    }

    @Override
    public void close() {
        running = Optional.empty();
        if (!opened.isEmpty()) {
            try {
                opened.pop().run();
            } finally {
                close();
            }
        }
    }

    private Running running() {
        return running.orElseThrow(() -> new IllegalStateException("the meter does not run yet"));
    }
}
