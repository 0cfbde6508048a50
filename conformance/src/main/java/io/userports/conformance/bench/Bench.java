package io.userports.conformance.bench;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Display;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.SampleEvidence;
import io.userports.conformance.check.SampleWitness;
import io.userports.conformance.check.Witness;
import io.userports.conformance.verdict.NotJudged;
import io.userports.conformance.verdict.RigBroken;
import io.userports.fault.Disturbances;
import io.userports.meter.Command;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One meter, one CEMS and the wire between them; made for one scenario, used by its thread. */
public final class Bench implements AutoCloseable {
    /** Over so long a CEMS may average what it reads from S1. */
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(5);

    /** Samples leave all the time; to look at all of them each time would leave no time for anything else. */
    private static final Duration SAMPLES_ASKED = Duration.ofMillis(20);

    /** Before the telegram that what is told now takes effect with, and after the one before it. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Plan plan;
    private final Stages stages;
    private final Display display;
    private final Scene scene = new Scene();
    private String scenario = "";
    private Disturbances disturbances = Disturbances.NONE;
    private Optional<Running> running = Optional.empty();
    private Instant mark = Instant.MIN;
    private Instant calm = Instant.MIN;

    /** A stage, what is known of what left by it, and who is to blame. */
    private record Running(Stage stage, Witness witness, SampleWitness samples, Blame blame) {}

    /** An empty bench for one scenario of {@code plan}; nothing is kept of what happens. */
    public Bench(Plan plan) {
        this(plan, Stages.LIVE);
    }

    /** An empty bench for one scenario of {@code plan}. */
    public Bench(Plan plan, Stages stages) {
        this.plan = plan;
        this.stages = stages;
        this.display = Display.of(plan.claims(), plan.timeScale());
    }

    /** Says the id of the scenario, under which is kept what happens. */
    public void scenario(String id) {
        scenario = id;
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
        if (running.isEmpty()) {
            scene.check(plan.claims());
            Stage stage = stages.open(scenario, plan, scene);
            running = Optional.of(new Running(
                    stage,
                    new Witness(stage.ledger()),
                    new SampleWitness(stage.ledger()),
                    new Blame(stage, plan.rig().p1().request())));
        }
    }

    /** {@return the instant from which {@code command} is in effect; what is judged later is judged from there on} */
    public Instant tell(Command command) {
        if (command instanceof Command.SetEdition change) {
            Scene.check(change.edition(), plan.claims());
        }
        mark = stage().tell(command);
        calm = mark;
        return mark;
    }

    /** Has another device on {@code port} take nothing until nothing has left for it so long; judged is what follows. */
    public void neighbourTakesNothing(UserPort port, Duration time) {
        neighbour(port, other -> other.takesNothing(time));
    }

    /** Has it leave, and return when it has missed so many units; judged is what follows. */
    public void neighbourLeavesAndReturns(UserPort port, int units) {
        neighbour(port, other -> other.leavesAndReturns(units));
    }

    /** Has it send so many octets to the meter, and more and more; judged is what follows. */
    public void neighbourSends(UserPort port, int octets) {
        neighbour(port, other -> other.sends(octets));
    }

    /**
     * Asks whether it has got everything.
     *
     * @throws NotJudged when it has not: that says nothing of the CEMS
     */
    public void neighbourHasEverything(UserPort port) {
        stage().neighbour(port, Neighbour::hasEverything);
    }

    /**
     * Asks whether it has got nothing since the last change.
     *
     * @throws RigBroken when it has
     */
    public void neighbourGetsNothing(UserPort port) {
        stage().neighbour(port, other -> other.hasNothingSince(mark));
    }

    private void neighbour(UserPort port, Function<Neighbour, String> deed) {
        stage().neighbour(port, deed);
        reach(now());
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
        Set<UserPort> ports = stage().setting().addresses().keySet();
        return disturbances.and(plan.rig().faults()).on(ports);
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
        return stage().setting().simulatedAt(stage().moment().nanos());
    }

    /** Lets simulated time pass until {@code instant}. */
    public void passUntil(Instant instant) {
        await(instant, Duration.ZERO, Duration.ZERO, moment -> Optional.empty());
    }

    /** Lets simulated time pass until {@code instant}; what is judged later is judged from there on. */
    public void reach(Instant instant) {
        passUntil(instant);
        mark = instant;
        calm = instant;
    }

    /** {@return both sides as they stand now} */
    public Evidence evidence() {
        return evidence(stage().moment());
    }

    private Evidence evidence(Moment moment) {
        Witness witness = running().witness();
        return new Evidence(
                witness.telegrams(moment.entries()), witness.rejected(), observations(moment), moment.nanos(), display);
    }

    /** {@return both sides of S1 as they stand now} */
    public SampleEvidence sampleEvidence() {
        return sampleEvidence(stage().moment());
    }

    private SampleEvidence sampleEvidence(Moment moment) {
        return new SampleEvidence(
                running().samples().samples(moment.entries()),
                observations(moment),
                moment.nanos(),
                reaction().toNanos(),
                LONGEST_WINDOW.dividedBy(plan.timeScale()).toNanos(),
                display);
    }

    private List<Stamped> observations(Moment moment) {
        return stage().observations().first(moment.observations());
    }

    /** Lets simulated time pass, asking for an answer meanwhile; as {@link #await}, of S1. */
    public <T> Optional<T> awaitSamples(
            Instant instant, Duration grace, Function<SampleEvidence, Optional<T>> question) {
        return await(instant, grace, SAMPLES_ASKED, moment -> question.apply(sampleEvidence(moment)));
    }

    /**
     * {@return the first answer of {@code question}, asked until the simulated {@code instant} and, beyond, for the
     * reaction time of a CEMS if {@code grace} is not zero}
     */
    public <T> Optional<T> await(Instant instant, Duration grace, Function<Evidence, Optional<T>> question) {
        return await(instant, grace, Duration.ZERO, moment -> question.apply(evidence(moment)));
    }

    private <T> Optional<T> await(
            Instant instant, Duration grace, Duration pause, Function<Moment, Optional<T>> question) {
        long deadline = stage().setting().nanosAt(instant) + grace.toNanos();
        return stage().await(deadline, pause, moment -> {
            running().blame().checkAlive(moment);
            return question.apply(moment);
        });
    }

    /**
     * Asks a CEMS that shows something only when it is asked for {@code quantities}, once it has had until {@code due} and
     * its interval for them.
     *
     * @return how much longer than until {@code due} it may therefore take to show them; zero for others
     * @throws NotJudged when nobody could tell
     */
    public Duration ask(Set<Quantity> quantities, Instant due) {
        Comparator<Quantity> tracersLast = Comparator.comparing(Evidence.TRACERS::contains);
        List<Quantity> inOrder = quantities.stream().sorted(tracersLast).toList();
        return asked(due, () -> stage().ask(inOrder));
    }

    /** Asks such a CEMS whether it presents what it reads from {@code ports} as current. */
    public void askWhetherCurrent(Collection<UserPort> ports) {
        Set<UserPort> claimed = EnumSet.copyOf(ports);
        claimed.removeIf(port -> !plan.claims().reads(port));
        if (!claimed.isEmpty() && stage().setting().asked()) {
            asked(now(), () -> stage().askWhetherCurrent(claimed));
        }
    }

    private Duration asked(Instant due, Runnable question) {
        if (!stage().setting().asked()) {
            return Duration.ZERO;
        }
        passUntil(due.plusMillis(plan.claims().interval().milliseconds()));
        try {
            question.run();
        } finally {
            running().blame().checkAlive(stage().moment());
        }
        return Duration.between(due, now());
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
        return plan.reaction(asked);
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

    /** {@return how many observations were made before this scenario, of a CEMS that is kept} */
    public int carried() {
        return stage().setting().carried();
    }

    /** {@return what a CEMS that is kept showed of {@code quantity} before this scenario, if anything} */
    public Optional<String> carried(Quantity quantity) {
        return stage().observations().first(carried()).stream()
                .map(Stamped::observation)
                .filter(o -> o instanceof Observation.Value value && value.quantity() == quantity)
                .findFirst()
                .flatMap(o -> ((Observation.Value) o).value());
    }

    /**
     * Asks whether that nothing of {@code port} is shown could be seen.
     *
     * @throws NotJudged when nobody was looking, or there was nothing to look at
     */
    public void checkAbsence(UserPort port) {
        running().blame().checkAbsence(port);
    }

    /** {@return how many octets the CEMS sent to the ports, which lead one way} */
    public long heard() {
        return stage().moment().heard();
    }

    /** {@return the last lines that the CEMS wrote for people, on one line} */
    public String lastWords() {
        return running().blame().lastWords();
    }

    @Override
    public void close() {
        Optional<Running> ended = running;
        running = Optional.empty();
        try {
            ended.map(Running::stage).ifPresent(Stage::close);
        } finally {
            stages.over(scenario);
        }
    }

    private Stage stage() {
        return running().stage();
    }

    private Running running() {
        return running.orElseThrow(() -> new IllegalStateException("the meter does not run yet"));
    }
}
