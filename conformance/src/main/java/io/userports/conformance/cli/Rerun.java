package io.userports.conformance.cli;

import io.userports.conformance.cems.CemsSpec;
import java.time.ZoneId;
import java.util.Optional;

/** The command that runs one scenario again with the same choices. */
record Rerun(String rig, String cems, long seed, int timeScale, Optional<ZoneId> zone) {
    String of(String scenario) {
        return "userports test"
                + (cems.equals(CemsSpec.REFERENCE) ? "" : " --cems " + quoted(cems))
                + (rig.equals("virtual") ? "" : " --rig " + quoted(rig))
                + (timeScale == 1 ? "" : " --time-scale " + timeScale)
                + zone.map(z -> " --time-zone " + z).orElse("")
                + " --scenario " + scenario + " --seed " + seed;
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_.:/=-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
