package io.userports.conformance.bench;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.rig.Rig;
import java.time.ZoneId;

/**
 * What all scenarios of a run have in common.
 *
 * @param rig what is plugged in where
 * @param claims what the CEMS says it does
 * @param setups where scenarios get their wires and their CEMS
 * @param seed where all chance comes from
 * @param timeScale how much faster than real time simulated time passes, 1 for real time
 */
public record Plan(Rig rig, Claims claims, Setups setups, long seed, int timeScale) implements AutoCloseable {
    /** A run in which every scenario gets a CEMS of its own from {@code starter}. */
    public Plan(Rig rig, Claims claims, CemsStarter starter, long seed, int timeScale) {
        this(rig, claims, Setups.anew(rig, starter), seed, timeScale);
    }

    /** {@return a run in real time of the CEMS that {@code spec} declares, which runs in {@code zone}} */
    public static Plan of(Rig rig, CemsSpec spec, long seed, ZoneId zone) {
        CemsStarter starter = new DeclaredStarter(spec, zone, 1);
        Setups setups = spec.start().process().isWholeRun() ? Setups.once(rig, starter) : Setups.anew(rig, starter);
        return new Plan(rig, spec.claims(), setups, seed, 1);
    }

    /** Ends what was kept for the whole run. */
    @Override
    public void close() {
        setups.close();
    }
}
