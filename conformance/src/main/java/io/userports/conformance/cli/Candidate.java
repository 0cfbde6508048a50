package io.userports.conformance.cli;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Lifetime;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.rig.Rig;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A CEMS that is to be tested on a bench, and what of that cannot be.
 *
 * @param name as the user wrote it
 * @param spec what it declares
 * @param bench what is plugged in where
 */
record Candidate(String name, CemsSpec spec, Rig bench) {
    /** {@return the one of that name on {@code bench}} */
    static Candidate of(String name, Rig bench) {
        if (name.startsWith(CemsSpec.DEFECT)) {
            Defect.of(name.substring(CemsSpec.DEFECT.length()));
        }
        return new Candidate(name, CemsSpec.of(name), bench);
    }

    /** Complains where it runs already and cannot know the ports of {@code rig}, as the user wrote it. */
    void requireFindable(String rig) {
        if (spec.start().process() == Lifetime.EXTERNAL && bench.madeAnew()) {
            throw InputException.at(
                    "--rig",
                    Quoted.of(rig) + " makes its ports anew, and a CEMS that runs already cannot know where; give a rig"
                            + " whose links are serial:DEVICE, pty:PATH or tcp:PORT");
        }
    }

    /** {@return whether several scenarios may have one each at the same time} */
    boolean mayGoSideBySide() {
        return bench.madeAnew()
                && !spec.start().process().isWholeRun()
                && spec.alone().isEmpty();
    }

    /** {@return how much faster than real time it is fed}; complains where that is more than it or the bench bears. */
    int faster(long timeScale) {
        if (timeScale < 1) {
            throw InputException.at("--time-scale", "'" + timeScale + "' is not 1 or more");
        }
        int fastest = spec.claims().fastest();
        if (timeScale > fastest) {
            throw InputException.at(
                    "--time-scale",
                    "'" + timeScale + "' is more than 'claims.fastest: " + fastest + "' of " + name
                            + "; a CEMS is fed no faster than it claims to bear");
        }
        if (timeScale > 1 && bench.isPaced()) {
            throw InputException.at(
                    "--time-scale",
                    "'" + timeScale
                            + "' on a serial line, whose bit rate leaves no room; use 1, or a rig of pty or tcp");
        }
        return (int) timeScale;
    }

    /** {@return the time zones under which it runs}: the one of that name, or those it declares. */
    static List<ZoneId> zones(CemsSpec spec, Optional<String> zone) {
        return zone.map(name -> {
                    if (!ZoneId.getAvailableZoneIds().contains(name)) {
                        throw InputException.at(
                                "--time-zone",
                                Quoted.of(name) + " is no time zone; write a name like UTC or Europe/Brussels");
                    }
                    return List.of(ZoneId.of(name));
                })
                .orElseGet(() -> spec.start().zones());
    }
}
