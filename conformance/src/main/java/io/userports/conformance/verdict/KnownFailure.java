package io.userports.conformance.verdict;

import io.userports.yaml.KeyException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * One failure that a vendor knows of.
 *
 * @param scenario the id of the scenario that fails
 * @param because the reason given
 * @param until the last day on which it is excused; empty: without an end
 * @param finding a part of what it must fail with, like {@code value missing}; empty: whatever it fails with
 */
public record KnownFailure(String scenario, String because, Optional<LocalDate> until, Optional<String> finding) {
    /** {@return whether {@code day} comes after the last on which it is excused} */
    boolean hasExpired(LocalDate day) {
        return until.filter(day::isAfter).isPresent();
    }

    /** {@return whether a failure with these facts is the one that is meant} */
    boolean means(Collection<String> facts) {
        return finding.map(KnownFailure::plain)
                .map(part -> facts.stream().anyMatch(fact -> plain(fact).contains(part)))
                .orElse(true);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** An entry as the file has it; a key that is left out is null. */
    record Entry(String scenario, String because, String until, String finding) {
        Entry {
            if (scenario == null || scenario.isBlank()) {
                throw new IllegalArgumentException("'scenario' is missing; write the id of the scenario");
            }
            if (because == null || because.isBlank()) {
                throw new IllegalArgumentException("'because' is missing; say why the scenario is known to fail");
            }
            if (finding != null && finding.isBlank()) {
                throw new IllegalArgumentException(
                        "'finding' is empty; write a part of what it fails with, like 'value missing', or leave it out");
            }
            KeyException.at("until", () -> day(until));
        }

        KnownFailure failure() {
            return new KnownFailure(scenario, because, day(until), Optional.ofNullable(finding));
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return Optional.ofNullable(text).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no day; write the last on which it is excused, like 2026-12-31", e);
            }
        }
    }
}
