package io.userports.conformance.doctor;

import io.userports.conformance.verdict.RigBroken;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that was looked at.
 *
 * @param checks in the order in which a person would look
 */
public record Examination(List<Checked> checks) {
    /** {@return this, unchangeable} */
    public Examination {
        checks = List.copyOf(checks);
    }

    /** {@return what makes the bench unfit} */
    public List<Checked> findings() {
        return checks.stream().filter(c -> c.result() instanceof Result.Finding).toList();
    }

    /** {@return whether nothing does} */
    public boolean isFit() {
        return findings().isEmpty();
    }

    /**
     * Goes on only on a bench that is fit.
     *
     * @throws RigBroken otherwise, with each finding and its remedy
     */
    public void requireFit() {
        if (!isFit()) {
            throw RigBroken.of("RIG-ERROR before any scenario: "
                    + findings().stream()
                            .map(c -> c.what() + ": " + c.result().found() + "; "
                                    + c.result().remedy())
                            .collect(Collectors.joining(". ")));
        }
    }
}
