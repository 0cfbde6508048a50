package io.userports.conformance.cli;

import io.userports.conformance.cems.CemsSpec;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command that runs one scenario again with the same choices. */
record Rerun(String rig, List<String> cems, long seed, int timeScale, Optional<ZoneId> zone) {
    String of(String scenario) {
        return "userports test"
                + (cems.equals(List.of(CemsSpec.REFERENCE))
                        ? ""
                        : cems.stream().map(each -> " --cems " + quoted(each)).collect(Collectors.joining()))
                + (rig.equals("virtual") ? "" : " --rig " + quoted(rig))
                + (timeScale == 1 ? "" : " --time-scale " + timeScale)
                + zone.map(z -> " --time-zone " + z).orElse("")
                + " --scenario " + scenario + " --seed " + seed;
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_.:/=-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
