package io.userports.conformance.cli;

import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.RigBroken;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * A run that has all that it needs.
 *
 * @param run of whom, on what
 * @param selection the scenarios
 * @param folder where its evidence goes
 * @param named the zone, where whoever runs it again must name it
 * @param zone the time zone of the CEMS
 * @param everything whether the vectors were selected from too
 */
record PlannedRun(
        TestRun run, Selection selection, Path folder, Optional<ZoneId> named, ZoneId zone, boolean everything) {
    /** {@return the same, by another run} */
    PlannedRun by(TestRun other) {
        return new PlannedRun(other, selection, folder, named, zone, everything);
    }

    /** {@return the ports that it opens} */
    Set<UserPort> ports() {
        return run.ports(selection);
    }

    /** {@return how it ended} */
    ExitCode exit() {
        try {
            return run.in(zone, named, selection, folder, everything);
        } catch (IOException e) {
            throw RigBroken.of(
                    "--out " + folder + ": cannot be written (" + e + "); choose a directory of your own", e);
        }
    }
}
