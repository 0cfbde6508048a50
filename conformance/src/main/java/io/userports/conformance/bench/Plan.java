package io.userports.conformance.bench;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.rig.Rig;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all scenarios of a run have in common.
 *
 * @param rig what is plugged in where
 * @param claims what the CEMS says it does
 * @param starter how it is brought to life
 * @param seed where all chance comes from
 * @param timeScale how much faster than real time simulated time passes, 1 for real time
 */
public record Plan(Rig rig, Claims claims, CemsStarter starter, long seed, int timeScale) {
    private static final String HARNESS = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    private static final AtomicLong STARTS = new AtomicLong();

    /** {@return a run in real time of the CEMS that {@code spec} declares, as a process for each scenario} */
    public static Plan of(Rig rig, CemsSpec spec, long seed) {
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
                        "1",
                        Placeholders.RUN,
                        HARNESS + "x" + STARTS.incrementAndGet())));
        return new Plan(rig, spec.claims(), starter, seed, 1);
    }
}
