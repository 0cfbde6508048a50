package io.userports.conformance.verdict;

import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The failures that a vendor knows of, as they are on one day.
 *
 * <p>The file is a YAML list of {@code {scenario: p1-gas-on-channel-3, because: fixed in release 2.4}}; an entry may say
 * until which day ({@code until: 2026-12-31}) and with what the scenario must fail ({@code finding: value missing}).
 */
public final class KnownFailures {
    private static final KnownFailures NONE = new KnownFailures(Map.of(), LocalDate.MIN);

    private final Map<String, KnownFailure> failures;
    private final LocalDate day;

    private KnownFailures(Map<String, KnownFailure> failures, LocalDate day) {
        this.failures = failures;
        this.day = day;
    }

    /** {@return the empty list} */
    public static KnownFailures none() {
        return NONE;
    }

    /** {@return the list in {@code file} as it is on {@code day}}; a scenario listed twice is an {@link InputException}. */
    public static KnownFailures read(Path file, LocalDate day) {
        Map<String, KnownFailure> failures = new LinkedHashMap<>();
        for (KnownFailure.Entry entry : StrictYaml.read(file, KnownFailure.Entry[].class)) {
            if (failures.put(entry.scenario(), entry.failure()) != null) {
                throw InputException.at(
                        file.toString(), "scenario '" + entry.scenario() + "' is listed twice; keep one entry");
            }
        }
        return new KnownFailures(failures, day);
    }

    /** {@return why the scenario is known to fail; empty where it is not listed} */
    public Optional<String> because(String scenario) {
        return Optional.ofNullable(failures.get(scenario)).map(KnownFailure::because);
    }

    /**
     * {@return why a scenario that is listed is not excused all the same; empty where it is, or is not listed}
     *
     * @param facts what is known about how it failed
     */
    public Optional<String> refusal(String scenario, Collection<String> facts) {
        KnownFailure failure = failures.get(scenario);
        if (failure == null) {
            return Optional.empty();
        }
        if (failure.hasExpired(day)) {
            return Optional.of("was listed as known until " + failure.until().orElseThrow() + ": " + failure.because());
        }
        return failure.means(facts)
                ? Optional.empty()
                : Optional.of("listed as known with another finding, '"
                        + failure.finding().orElseThrow() + "': " + failure.because());
    }

    /** {@return the listed scenarios that are not among {@code ids}, in the order of the list} */
    public List<String> unmatched(Set<String> ids) {
        return failures.keySet().stream().filter(id -> !ids.contains(id)).toList();
    }

    /** {@return what the vendor should know of this list after a run of these scenarios, a sentence each} */
    public List<String> remarks(Set<String> ids) {
        List<String> remarks = new ArrayList<>();
        List<String> expired = failures.values().stream()
                .filter(failure -> failure.hasExpired(day))
                .map(failure -> failure.scenario() + " (" + failure.until().orElseThrow() + ")")
                .toList();
        if (!expired.isEmpty()) {
            remarks.add("listed as known, but no longer: " + String.join(", ", expired));
        }
        List<String> unmatched = unmatched(ids);
        if (!unmatched.isEmpty()) {
            remarks.add("listed as known, but not run: " + String.join(", ", unmatched));
        }
        return remarks;
    }
}
