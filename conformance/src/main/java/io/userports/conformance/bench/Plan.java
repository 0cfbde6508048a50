package io.userports.conformance.bench;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.rig.Rig;
import java.time.Duration;
import java.util.Map;

/**
 * What all scenarios of a run have in common.
 *
 * @param rig what is plugged in where
 * @param claims what the CEMS says it does
 * @param starter how it is brought to life
 * @param seed where all chance comes from
 * @param timeScale how much faster than real time simulated time passes, 1 for real time
 * @param leastReaction what the CEMS is given to react, in real time, however fast simulated time passes
 */
public record Plan(Rig rig, Claims claims, CemsStarter starter, long seed, int timeScale, Duration leastReaction) {
    /** A thread of this process is soon awake. */
    private static final Duration OF_A_THREAD = Duration.ofMillis(400);

    /** What a process that shows every telegram gets in real time: its machine does not become faster. */
    private static final Duration OF_A_PROCESS = Duration.ofMillis(2500);

    /** A run of a CEMS that {@code starter} has within this process. */
    public Plan(Rig rig, Claims claims, CemsStarter starter, long seed, int timeScale) {
        this(rig, claims, starter, seed, timeScale, OF_A_THREAD);
    }

    /** {@return a run of the CEMS that {@code spec} declares, as a process for each scenario} */
    public static Plan of(Rig rig, CemsSpec spec, long seed, int timeScale) {
        CemsStarter starter = sockets -> DeclaredCems.start(
                spec,
                new Placeholders(Map.of(
                        "{p1}",
                        sockets.p1(),
                        "{s1}",
                        sockets.s1(),
                        "{s1-bit-rate}",
                        Integer.toString(sockets.s1BitRate()),
                        "{java}",
                        System.getProperty("java.home") + "/bin/java",
                        "{classpath}",
                        System.getProperty("java.class.path"),
                        "{time-scale}",
                        Integer.toString(timeScale))));
        return new Plan(rig, spec.claims(), starter, seed, timeScale, OF_A_PROCESS);
    }
}
