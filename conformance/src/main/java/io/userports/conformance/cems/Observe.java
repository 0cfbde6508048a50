package io.userports.conformance.cems;

import io.userports.yaml.Amount;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One way in which a CEMS is observed: where it shows its values, in exactly one group, and what they stand for.
 *
 * @param stdout what it writes to its standard output
 * @param mqtt what it publishes to an MQTT broker
 * @param operator what a person sees it display
 * @param mapping the name of a built-in mapping, or its file
 * @param pattern see {@link Mapping}, as all that follow; they are added to the mapping that is named
 */
public record Observe(
        Stdout stdout,
        Mqtt mqtt,
        Operator operator,
        String mapping,
        String pattern,
        List<Meaning> values,
        List<String> absent,
        Mapping.Missing missing,
        Amount silence,
        Pointer stamp) {
    /** The lines of the adapter contract on standard output. */
    public static final Observe CONTRACT =
            new Observe(new Stdout(), null, null, null, null, null, null, null, null, null);

    /** What it writes to its standard output, line by line. */
    public record Stdout() {}

    public Observe {
        values = values == null ? List.of() : List.copyOf(values);
        absent = absent == null ? List.of() : List.copyOf(absent);
        List<Object> given = Stream.<Object>of(stdout, mqtt, operator)
                .filter(Objects::nonNull)
                .toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException("says in " + given.size()
                    + " ways where the CEMS shows its values; write one of stdout, mqtt, operator");
        }
    }

    /** {@return what the texts stand for; by default they are lines of the contract} */
    public Mapping meaning() {
        Mapping own = new Mapping(pattern, values, absent, missing, silence, stamp);
        Mapping all = mapping == null ? own : Mapping.of(mapping).and(own);
        all.checkGroups();
        return all;
    }

    /** {@return whether each text is all that the CEMS shows there, because it was asked for it} */
    public boolean polled() {
        return false;
    }

    /** {@return whether two runs of the CEMS at the same time could not be told apart there} */
    public boolean alone() {
        return operator != null || mqtt != null && mqtt.alone();
    }

    /** {@return whether a person is asked, so that there must be a terminal} */
    public boolean asksSomebody() {
        return operator != null;
    }
}
