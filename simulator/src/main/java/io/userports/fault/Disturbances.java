package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several disturbances in the order in which they strike, as a file or a command line writes them.
 *
 * @param list each on what the one before has left
 */
public record Disturbances(List<Disturbance> list) {
    /** Nothing. */
    public static final Disturbances NONE = new Disturbances(List.of());

    public Disturbances {
        list = List.copyOf(list);
    }

    /**
     * {@return what {@code text} writes: the name of a fault or a case, and its parameters: {@code
     * bit-flip:rate=1e-4,port=p1}, {@code m05:every=10}; a comma within a value is written with a backslash before it}
     */
    public static Disturbances parse(String text) {
        int colon = text.indexOf(':');
        Map<String, String> words = new LinkedHashMap<>();
        words.put("fault", colon < 0 ? text : text.substring(0, colon));
        if (colon >= 0) {
            for (String escaped : text.substring(colon + 1).split("(?<!\\\\),")) {
                String pair = escaped.replace("\\,", ",");
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw InputException.of(Quoted.of(pair)
                            + " is no parameter; write NAME:key=value,key=value, like wrong-crc:every=10");
                }
                if (words.put(
                                pair.substring(0, equals).strip(),
                                pair.substring(equals + 1).strip())
                        != null) {
                    throw InputException.of(Quoted.of(pair) + " is given twice");
                }
            }
        }
        return of(words);
    }

    /** {@return what the keys of a file write: {@code {fault: wrong-crc, every: 10}}} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Disturbances of(Map<String, String> words) {
        Map<String, String> rest = new LinkedHashMap<>(words);
        String name = rest.remove("fault");
        if (name == null) {
            throw InputException.of("fault is missing: the name of one that userports faults lists");
        }
        return FieldCase.find(name)
                .map(found -> found.disturbed(rest))
                .orElseGet(() -> new Disturbances(List.of(Schedule.of(FaultKind.of(name), rest))));
    }

    /** {@return these, in this order} */
    public static Disturbances of(Disturbance... disturbances) {
        return new Disturbances(List.of(disturbances));
    }

    /** {@return {@code fault} on every telegram of every port that it can strike} */
    public static Disturbances always(Fault fault) {
        return of(Disturbance.always(fault));
    }

    /** {@return these, then those of {@code more}} */
    public Disturbances and(Disturbances more) {
        List<Disturbance> all = new ArrayList<>(list);
        all.addAll(more.list);
        return new Disturbances(all);
    }

    /** Complains, by its name, about a fault that needs a whole telegram and stands behind one that may leave none. */
    public void checkOrder() {
        for (int i = 0; i < list.size(); i++) {
            Trial.checkOrder(list.get(i).fault(), metBy(i));
        }
    }

    /**
     * Complains, by its name, about a fault that cannot strike: because it needs a whole telegram and what strikes before
     * it may leave none, or because of what a telegram of this meter is.
     *
     * @param sample a telegram of the meter as it leaves without faults
     */
    public void check(Emission sample) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).ports().contains(sample.port())) {
                new Trial(sample).check(list.get(i).fault(), metBy(i));
            }
        }
    }

    /** {@return the faults before the one at {@code index} that may strike the same telegram} */
    private List<Fault> metBy(int index) {
        return list.subList(0, index).stream()
                .filter(list.get(index)::meets)
                .map(Disturbance::fault)
                .toList();
    }

    /** {@return those that concern one of {@code ports}} */
    public Disturbances on(Set<UserPort> ports) {
        return new Disturbances(list.stream()
                .filter(d -> d.ports().stream().anyMatch(ports::contains))
                .toList());
    }

    /** {@return the ports on which something strikes} */
    public List<UserPort> ports() {
        return Arrays.stream(UserPort.values())
                .filter(port -> list.stream().anyMatch(d -> d.ports().contains(port)))
                .toList();
    }
}
