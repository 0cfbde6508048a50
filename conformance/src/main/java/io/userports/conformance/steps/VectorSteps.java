package io.userports.conformance.steps;

import io.cucumber.java.en.When;
import io.userports.conformance.bench.Bench;
import io.userports.conformance.bench.Played;
import io.userports.fault.Disturbances;
import io.userports.wire.UserPort;

/** The vectors as they are played to a CEMS: in the place of telegrams of a running meter. */
public final class VectorSteps {
    private final Bench bench;

    public VectorSteps(Bench bench) {
        this.bench = bench;
    }

    @When("every telegram is the vector {string}")
    public void every(String id) {
        bench.disturb(Played.instead(id));
    }

    @When("{int} telegrams are the vector {string}")
    public void some(int telegrams, String id) {
        bench.disturb(Played.instead(id), telegrams);
    }

    @When("the vectors of {string} about {string} come on S1, each in the place of a telegram")
    public void ofSamples(String file, String flag) {
        Played played = Played.about(file, flag);
        bench.disturb(new Disturbances(
                played.disturbances().stream().map(d -> d.on(UserPort.S1)).toList()));
        bench.passUntil(bench.mark().plus(played.lasting()));
        bench.undisturbed();
    }
}
