package io.userports.conformance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

/** Writes {@link RunFile} when the run is over; until then there is none. */
public final class RunReport implements Report {
    private final Path file;
    private final Function<Summary, RunFile> run;

    private RunReport(Path file, Function<Summary, RunFile> run) {
        this.file = file;
        this.run = run;
    }

    /**
     * {@return a report that writes {@code run.json} in {@code folder}, and takes away that of an earlier run}
     *
     * @param run what to write, once it is known how the run ended
     */
    public static RunReport in(Path folder, Function<Summary, RunFile> run) {
        try {
            Files.deleteIfExists(folder.resolve(RunFile.NAME));
            return new RunReport(folder.resolve(RunFile.NAME), run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void ended(ScenarioResult result) {}

    @Override
    public void finished(Summary summary) {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(unfinished, run.apply(summary).text());
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
