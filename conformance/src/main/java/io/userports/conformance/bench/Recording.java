package io.userports.conformance.bench;

import io.userports.conformance.cems.Observations;
import io.userports.link.Ledger;
import java.util.List;
import java.util.Map;

/**
 * Everything that a verdict was made from: whoever has it can make the verdict again.
 *
 * @param steps what passed between the scenario and its stage, in order
 * @param entries what left
 * @param observations what was observed, in order
 * @param outputs what the CEMS wrote, by the name of the stream: the end of it where it was too much
 */
public record Recording(
        List<Step> steps,
        List<Ledger.Entry> entries,
        List<Observations.Stamped> observations,
        Map<String, byte[]> outputs) {
    public Recording {
        steps = List.copyOf(steps);
        entries = List.copyOf(entries);
        observations = List.copyOf(observations);
        outputs = Map.copyOf(outputs);
    }

    /** {@return the same with all nanoseconds counted from when the meter began; as it is where none did} */
    public Recording fromItsBeginning() {
        return steps.stream()
                .filter(Step.Began.class::isInstance)
                .findFirst()
                .map(began -> since(((Step.Began) began).setting().startNanos()))
                .orElse(this);
    }

    private Recording since(long nanos) {
        return new Recording(
                steps.stream().map(step -> step.since(nanos)).toList(),
                entries.stream().map(e -> since(nanos, e)).toList(),
                observations.stream()
                        .map(s -> new Observations.Stamped(s.nanos() - nanos, s.observation()))
                        .toList(),
                outputs);
    }

    private static Ledger.Entry since(long nanos, Ledger.Entry e) {
        return new Ledger.Entry(
                e.number(),
                e.port(),
                e.due(),
                e.octets(),
                e.startedNanos() - nanos,
                e.endedNanos() - nanos,
                e.latenessNanos(),
                e.fate(),
                e.faults());
    }
}
