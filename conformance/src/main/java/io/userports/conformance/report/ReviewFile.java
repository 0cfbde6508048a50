package io.userports.conformance.report;

import io.userports.conformance.cems.Review;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code review.json}: what the CEMS claims, and what was remarked about that before any scenario ran. */
public final class ReviewFile implements Report {
    /** Its name in the folder of the evidence. */
    public static final String NAME = "review.json";

    private final Path file;
    private final Review review;

    private ReviewFile(Path file, Review review) {
        this.file = file;
        this.review = review;
    }

    /** {@return a report that writes {@code review} to {@code file} when the run begins} */
    public static ReviewFile at(Path file, Review review) {
        return new ReviewFile(file, review);
    }

    @Override
    public void started(int scenarios) {
        try {
            Files.writeString(file, review.json() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void ended(ScenarioResult result) {}

    @Override
    public void finished(Summary summary) {}

    @Override
    public String toString() {
        return file.toString();
    }
}
