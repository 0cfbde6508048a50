package io.userports.conformance.verdict;

import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The failures that a vendor knows of: scenario id to the reason given.
 *
 * <p>The file is a YAML list of {@code {scenario: p1-gas-on-channel-3, because: fixed in release 2.4}}.
 */
public final class KnownFailures {
    private static final KnownFailures NONE = new KnownFailures(Map.of());

    private final Map<String, String> reasons;

    private KnownFailures(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    /** {@return the empty list} */
    public static KnownFailures none() {
        return NONE;
    }

    /** {@return the list in {@code file}}; a scenario that is listed twice is an {@link InputException}. */
    public static KnownFailures read(Path file) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Entry entry : StrictYaml.read(file, Entry[].class)) {
            if (reasons.put(entry.scenario(), entry.because()) != null) {
                throw InputException.at(
                        file.toString(), "scenario '" + entry.scenario() + "' is listed twice; keep one entry");
            }
        }
        return new KnownFailures(reasons);
    }

    /** {@return why the scenario is known to fail; empty where it is not listed} */
    public Optional<String> because(String scenario) {
        return Optional.ofNullable(reasons.get(scenario));
    }

    /** {@return the listed scenarios that are not among {@code ids}, in the order of the list} */
    public List<String> unmatched(Set<String> ids) {
        return reasons.keySet().stream().filter(id -> !ids.contains(id)).toList();
    }

    private record Entry(String scenario, String because) {
        Entry {
            if (scenario == null || scenario.isBlank()) {
                throw new IllegalArgumentException("'scenario' is missing; write the id of the scenario");
            }
            if (because == null || because.isBlank()) {
                throw new IllegalArgumentException("'because' is missing; say why the scenario is known to fail");
            }
        }
    }
}
