package io.userports.conformance.steps;

import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.userports.conformance.bench.Bench;
import io.userports.conformance.bench.Judge;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.requirement.ScenarioTags;
import io.userports.conformance.verdict.NotClaimed;
import java.util.stream.Collectors;

/** What is asked of the CEMS. */
public final class CemsSteps {
    private final Bench bench;
    private final Judge judge;
    private Scenario scenario;

    public CemsSteps(Bench bench) {
        this.bench = bench;
        this.judge = new Judge(bench);
    }

    @Before
    public void claims(Scenario scenario) {
        this.scenario = scenario;
        bench.scenario(ScenarioTags.of(scenario.getSourceTagNames(), scenario.getName())
                .id());
        for (String tag : scenario.getSourceTagNames()) {
            String need = tag.startsWith("@needs:") ? tag.substring("@needs:".length()) : "";
            if (!need.isEmpty() && !bench.plan().claims().ports().contains(need)) {
                throw NotClaimed.of(need + " not claimed");
            }
        }
    }

    @When("the CEMS is started")
    public void started() {
        bench.start();
    }

    @Given("the CEMS is reading P1")
    public void reading() {
        bench.start();
        judge.isReading();
        if (!judge.wrongBefore().isEmpty()) {
            scenario.log(
                    judge.wrongBefore().stream().map(Quantity::slug).sorted().collect(Collectors.joining(", ")));
        }
    }

    @Given("P1 has a data request line")
    public void dataRequest() {
        if (!bench.plan().rig().p1().request().isWired()) {
            throw NotClaimed.of("this rig has no data request line");
        }
    }

    @Then("the CEMS asks for telegrams")
    public void asks() {
        judge.asksForTelegrams();
    }

    @Then("the CEMS shows every value as sent")
    public void everyValue() {
        judge.showsEverythingAsSent();
    }

    @Then("the CEMS shows every value as sent within {int} telegrams")
    public void everyValueWithin(int telegrams) {
        judge.showsEverythingAsSent(telegrams);
    }

    @Then("the CEMS shows every value as sent within {int} telegrams, {int} times in a row")
    public void everyValueTimes(int telegrams, int times) {
        for (int i = 0; i < times; i++) {
            judge.showsEverythingAsSent(telegrams);
            bench.reach(bench.now());
        }
    }

    @Then("^the CEMS shows (?!every value)([a-z0-9, -]+?) as sent$")
    public void values(String list) {
        judge.showsAsSent(Quantities.in(list));
    }

    @Then("^the CEMS shows no ([a-z0-9-]+)$")
    public void noValue(String name) {
        judge.showsNo(Quantities.of(name));
    }

    @Then("the CEMS presents nothing as current")
    public void nothing() {
        judge.presentsNothing();
    }

    @Then("the CEMS has shown nothing that was not sent")
    public void nothingInvented() {
        judge.inventsNothing();
    }

    @Then("the CEMS sends nothing to the meter during {int} telegrams")
    public void sendsNothing(int telegrams) {
        judge.sendsNothing(telegrams);
    }

    @Then("the CEMS raises no alarm about a sensor")
    public void noAlarm() {
        judge.raisesNo("sensor-fault");
    }
}
