package io.userports.conformance.bench;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.rig.Rig;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;

/**
 * What all scenarios of a run have in common.
 *
 * @param rig what is plugged in where
 * @param claims what the CEMS says it does
 * @param setups where scenarios get their wires and their CEMS
 * @param seed where all chance comes from
 * @param timeScale how much faster than real time simulated time passes, 1 for real time
 * @param leastReaction what the CEMS is given to react, in real time, however fast simulated time passes
 * @param scaled whether the CEMS knows how fast that is, so that its timers follow
 */
public record Plan(
        Rig rig, Claims claims, Setups setups, long seed, int timeScale, Duration leastReaction, boolean scaled)
        implements AutoCloseable {
    /** What a CEMS may take between the last octet of a telegram and its line, beside its own interval. */
    private static final Duration REACTION = Duration.ofMillis(1500);

    /** A thread of this process is soon awake. */
    private static final Duration OF_A_THREAD = Duration.ofMillis(400);

    /** What a process that shows every telegram gets in real time: its machine does not become faster. */
    private static final Duration OF_A_PROCESS = Duration.ofMillis(2500);

    /** A run in which every scenario gets a CEMS of its own from {@code starter}, within this process. */
    public Plan(Rig rig, Claims claims, CemsStarter starter, long seed, int timeScale) {
        this(rig, claims, Setups.anew(rig, starter), seed, timeScale, OF_A_THREAD, true);
    }

    /** {@return a run of the CEMS that {@code spec} declares, which runs in {@code zone}} */
    public static Plan of(Rig rig, CemsSpec spec, long seed, int timeScale, ZoneId zone) {
        return of(rig, spec, seed, timeScale, zone, Lines.own());
    }

    /** {@return the same, on {@code lines}} */
    static Plan of(Rig rig, CemsSpec spec, long seed, int timeScale, ZoneId zone, Lines lines) {
        CemsStarter starter = new DeclaredStarter(spec, zone, timeScale);
        Setups setups = spec.start().process().isWholeRun()
                ? Setups.once(rig, starter, lines)
                : Setups.anew(rig, starter, lines);
        boolean scaled = spec.start().mentions(Placeholders.TIME_SCALE);
        return new Plan(rig, spec.claims(), setups, seed, timeScale, OF_A_PROCESS, scaled);
    }

    /** {@return the plan of a run that is over, as {@link #of} has made it; nothing can be started by it} */
    public static Plan past(Rig rig, Claims claims, long seed, int timeScale, boolean scaled) {
        CemsStarter nobody = sockets -> {
            throw new IllegalStateException("the run is over");
        };
        return new Plan(rig, claims, Setups.anew(rig, nobody), seed, timeScale, OF_A_PROCESS, scaled);
    }

    /** {@return how long a CEMS may take to show the slowest of {@code asked} once it has received it, in real time} */
    Duration reaction(Collection<Quantity> asked) {
        Duration scaled = REACTION.plus(claims.longestInterval(asked)).dividedBy(timeScale);
        return scaled.compareTo(leastReaction) < 0 ? leastReaction : scaled;
    }

    /** {@return after how long without a telegram a CEMS should present nothing as current, in real time} */
    Duration silence() {
        return freshness().dividedBy(timeScale).plus(reaction(Set.of()));
    }

    /** {@return how long after the last telegram the CEMS may present values as current, in simulated time} */
    Duration freshness() {
        Duration own = Duration.ofMillis(claims.freshness().milliseconds());
        return scaled ? own : own.multipliedBy(timeScale);
    }

    /** Ends what was kept for the whole run. */
    @Override
    public void close() {
        setups.close();
    }
}
