package io.userports.conformance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.userports.conformance.bench.Bench;
import io.userports.wire.UserPort;
import java.time.Duration;

/** What another device on a port of the same meter does. */
public final class NeighbourSteps {
    private final Bench bench;

    public NeighbourSteps(Bench bench) {
        this.bench = bench;
    }

    @Given("^another device is on (P1|S1)$")
    public void another(String port) {
        bench.scene().neighbour(UserPort.valueOf(port));
    }

    @When("^the other device on (P1|S1) takes nothing until nothing has left for it during (\\d+) s$")
    public void takesNothing(String port, int seconds) {
        bench.neighbourTakesNothing(UserPort.valueOf(port), Duration.ofSeconds(seconds));
    }

    @When("^the other device on (P1|S1) leaves, and returns when it has missed (\\d+) (?:telegrams|batches)$")
    public void leavesAndReturns(String port, int units) {
        bench.neighbourLeavesAndReturns(UserPort.valueOf(port), units);
    }

    @When("^the other device on (P1|S1) sends (\\d+) octets to the meter, and goes on$")
    public void sends(String port, int octets) {
        bench.neighbourSends(UserPort.valueOf(port), octets);
    }

    @Then("^the other device on (P1|S1) has all that has left$")
    public void hasEverything(String port) {
        bench.neighbourHasEverything(UserPort.valueOf(port));
    }

    @Then("^the other device on (P1|S1) gets nothing either$")
    public void getsNothing(String port) {
        bench.neighbourGetsNothing(UserPort.valueOf(port));
    }
}
