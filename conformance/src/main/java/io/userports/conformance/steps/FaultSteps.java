package io.userports.conformance.steps;

import io.cucumber.java.en.When;
import io.userports.conformance.bench.Bench;
import io.userports.fault.Disturbance;
import io.userports.fault.Disturbances;
import io.userports.fault.FaultKind;
import io.userports.fault.Share;
import io.userports.wire.UserPort;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every fault of the catalogue in a sentence: by what it does, or by its name and parameters, or as a case. */
public final class FaultSteps {
    private static final Pattern NAMED = Pattern.compile("suffers? \"(.+)\"");

    private final Bench bench;

    public FaultSteps(Bench bench) {
        this.bench = bench;
    }

    @When("^every (?:(\\d+)(?:st|nd|rd|th) )?telegram (of S1 )?(?!carries|is the|of S1)(.+)$")
    public void every(String nth, String ofS1, String fault) {
        int every = nth == null ? 1 : Integer.parseInt(nth);
        bench.disturb(narrowed(faults(fault), ofS1, d -> d.oftenBy(every)));
    }

    @When("^(\\d+) telegrams? (suffers? \".+\")$")
    public void during(int telegrams, String fault) {
        bench.disturb(narrowed(faults(fault), null, d -> d), telegrams);
    }

    @When("^(\\d+) telegrams of S1, each (\\d+)(?:st|nd|rd|th), (suffer \".+\")$")
    public void ofSamples(int telegrams, int every, String fault) {
        // What a case does by turns is shared out; what strikes one telegram together is not.
        Disturbances faults = faults(fault);
        bench.disturb(narrowed(faults, "of S1", d -> d.oftenBy(every).times(Math.max(1, telegrams / d.every()))));
    }

    @When("^for (\\d+) s every telegram (of S1 )?(suffers \".+\")$")
    public void forSomeTime(int seconds, String ofS1, String fault) {
        bench.disturb(narrowed(faults(fault), ofS1, d -> d), seconds);
    }

    @When("^for (\\d+) s (\\d+ ?%) of the telegrams (of S1 )?(suffer \".+\")$")
    public void forSomeTimeByChance(int seconds, String share, String ofS1, String fault) {
        bench.disturb(narrowed(faults(fault), ofS1, d -> d.in(Share.parse(share))), seconds);
    }

    private static Disturbances faults(String words) {
        Matcher named = NAMED.matcher(words);
        if (named.matches()) {
            Disturbances all = Disturbances.NONE;
            for (String one : named.group(1).split(" \\+ ")) {
                all = all.and(Disturbances.parse(one));
            }
            return all;
        }
        return FaultKind.told(words)
                .map(kind -> Disturbances.always(kind.make(Map.of())))
                .orElseThrow(() -> new IllegalArgumentException("'" + words
                        + "' is nothing that a telegram does; write suffers \"NAME\", as userports faults lists them"));
    }

    private static Disturbances narrowed(Disturbances faults, String ofS1, UnaryOperator<Disturbance> more) {
        UserPort port = ofS1 == null ? UserPort.P1 : UserPort.S1;
        return new Disturbances(
                faults.list().stream().map(d -> more.apply(d.on(port))).toList());
    }
}
