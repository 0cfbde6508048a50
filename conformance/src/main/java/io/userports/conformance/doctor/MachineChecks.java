package io.userports.conformance.doctor;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What does not depend on a port. */
record MachineChecks(Machine machine) {
    /** A scenario on S1 leaves up to 60 kB a second, one on P1 next to nothing: all scenarios and vectors fit in. */
    private static final long LEAST_OCTETS = 200_000_000;

    private static final long PLENTY_OCTETS = 1_000_000_000;

    List<Checked> libraries(boolean serial, boolean pty) {
        return List.of(
                new Checked("jSerialComm", library(machine.jSerialComm(), "java.io.tmpdir", serial)),
                new Checked("JNA", library(machine.jna(), "jna.tmpdir", pty)));
    }

    /** A temporary folder from which nothing may run is the usual reason. */
    private static Result library(Supplier<String> version, String property, boolean used) {
        try {
            return new Result.Fine(version.get() + ", its native part runs");
        } catch (LinkageError e) {
            String remedy = "start java with -D" + property + "=FOLDER, a folder from which programs may run";
            String found = "its native part cannot be loaded from " + System.getProperty("java.io.tmpdir");
            return used
                    ? new Result.Finding(found, remedy)
                    : new Result.Note(found + ", and this rig does without", remedy);
        }
    }

    List<Checked> pacing(boolean sampled, boolean real) {
        Machine.Pacing pacing = machine.pacing().get();
        return List.of(
                new Checked("monotonic clock", pacing.clock().result()),
                new Checked("scheduling", pacing.lateness().result(sampled, real)));
    }

    /** Evidence that cannot be written whole is worth nothing. */
    Checked disk(Path out) {
        Path folder = out.toAbsolutePath().normalize();
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return new Checked("free disk", disk(folder, out));
    }

    private Result disk(Path folder, Path out) {
        try {
            long free = machine.usableOctets().applyAsLong(folder);
            String found = String.format(Locale.ROOT, "%.1f GB for the evidence in %s", free / 1e9, out);
            String remedy = "make room there, or name another folder by --out";
            if (free < LEAST_OCTETS) {
                return new Result.Finding(found + ", less than the 0.2 GB that a run may take", remedy);
            }
            return free < PLENTY_OCTETS
                    ? new Result.Note(found + ", enough for a run or two", remedy)
                    : new Result.Fine(found);
        } catch (UncheckedIOException e) {
            return new Result.Note("not known for " + out + " (" + e.getMessage() + ")", "look at it yourself");
        }
    }
}
