package io.userports.conformance.cli;

import io.userports.conformance.cems.CemsSpec;

/** The command that runs one scenario again with the same choices. */
record Rerun(String rig, String cems, long seed, int timeScale) {
    String of(String scenario) {
        return "userports test"
                + (cems.equals(CemsSpec.REFERENCE) ? "" : " --cems " + quoted(cems))
                + (rig.equals("virtual") ? "" : " --rig " + quoted(rig))
                + (timeScale == 1 ? "" : " --time-scale " + timeScale)
                + " --scenario " + scenario + " --seed " + seed;
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_.:/=-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
