package io.userports.conformance.steps;

import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.userports.conformance.bench.Bench;
import io.userports.conformance.bench.SampleJudge;
import io.userports.conformance.cems.Quantity;
import io.userports.fault.BitFault;
import io.userports.fault.CutFault;
import io.userports.fault.Disturbance;
import io.userports.fault.Disturbances;
import io.userports.fault.Fault;
import io.userports.fault.FaultKind;
import io.userports.fault.FieldFault;
import io.userports.fault.OctetFault;
import io.userports.fault.Octets;
import io.userports.meter.Command;
import io.userports.s1.S1Layout;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The words for S1: how the meter samples, what happens to its stream, and what is asked of the CEMS about it. */
public final class SampleSteps {
    private static final int TELEGRAM = S1Layout.EMUCS_H_1_3.octets();
    private static final int CURRENT_OF_L1 = S1Layout.EMUCS_H_1_3.offsetOf("i1", 0);

    private final Bench bench;
    private final SampleJudge judge;
    private Scenario scenario;

    public SampleSteps(Bench bench) {
        this.bench = bench;
        this.judge = new SampleJudge(bench);
    }

    @Before
    public void remember(Scenario running) {
        scenario = running;
        if (running.getSourceTagNames().contains("@needs:s1")) {
            bench.scene().sampled();
        }
    }

    @Given("its meter samples at {}")
    public void samples(String sampling) {
        bench.scene().sampling(Sampling.parse(sampling));
    }

    @Given("^its S1 line has (\\d+) bit/s$")
    public void bitRate(int bitsPerSecond) {
        bench.scene().bitRate(bitsPerSecond);
    }

    @Given("^its meter (measures|does not measure) the current of the neutral conductor$")
    public void neutral(String measures) {
        bench.scene().neutral(measures.equals("measures"));
    }

    @Given("its first telegram of S1 has number {int}")
    public void firstNumber(int number) {
        bench.scene().firstSequence(number);
    }

    @Given("its meter sends nothing on S1")
    public void silent() {
        bench.scene().silentOnS1();
    }

    @Given("the CEMS is reading S1")
    public void reading() {
        bench.start();
        judge.isReading();
        if (!judge.wrongBefore().isEmpty()) {
            scenario.log(
                    judge.wrongBefore().stream().map(Quantity::slug).sorted().collect(Collectors.joining(", ")));
        }
    }

    @When("a heater of {string} is switched on")
    public void heater(String power) {
        bench.tell(new Command.SetHeater(Amount.parse(power).watts()));
    }

    @When("^(\\d+) telegrams? of S1 (?:is|are) lost$")
    public void lost(int telegrams) {
        strike(telegrams, 1, new CutFault.Lose());
    }

    @When("{int} telegrams of S1 in a row say that their samples are invalid")
    public void invalid(int telegrams) {
        strike(telegrams, 1, new FieldFault.Invalidate());
    }

    @When("{int} telegrams of S1, each {int}th, have a wrong bit")
    public void wrongBit(int telegrams, int every) {
        strike(telegrams, every, new BitFault.BitFlipAt(CURRENT_OF_L1, 6));
    }

    @When("{int} telegrams of S1, each {int}th, are of the layout {word}")
    public void layout(int telegrams, int every, String layout) {
        strike(telegrams, every, FaultKind.of("layout").make(Map.of("name", layout)));
    }

    @When("{int} telegrams of S1, each {int}th, come after {string}")
    public void noise(int telegrams, int every, String hex) {
        strike(telegrams, every, new OctetFault.Noise(Optional.of(Octets.parse(hex)), OptionalInt.empty()));
    }

    @When("the stream of S1 breaks off and begins anew at every octet of a telegram in turn")
    public void everyOffset() {
        strike(TELEGRAM - 1, TELEGRAM, new CutFault.BeginAt(OptionalInt.empty()));
    }

    @When("every telegram of S1 carries what this one does, {string}")
    public void golden(String hex) {
        disturb(Disturbance.always(new FieldFault.Imitate(Octets.parse(hex))));
    }

    @When("all samples of S1 stand at the limits of their fields")
    public void extremes() {
        disturb(Disturbance.always(new FieldFault.Saturate()));
    }

    @When("the meter samples at {}")
    public void change(String sampling) {
        bench.tell(new Command.SetSampling(Sampling.parse(sampling)));
    }

    @When("the current of the neutral conductor is measured from now on")
    public void neutralFromNowOn() {
        bench.tell(new Command.SetNeutral(true));
    }

    @When("the frequency of the network moves to {string} within {int} s")
    public void frequency(String frequency, int seconds) {
        bench.tell(new Command.SetFrequency(Amount.parse(frequency).hertz(), Duration.ofSeconds(seconds)));
        bench.passUntil(bench.mark().plusSeconds(seconds));
    }

    @When("S1 leaves in bursts of {int} ms")
    public void bursts(int milliseconds) {
        bench.tell(new Command.SetPacing(Duration.ofMillis(milliseconds), Duration.ZERO));
    }

    @When("the batches of S1 stray by {int} µs")
    public void jitter(int microseconds) {
        bench.tell(new Command.SetPacing(S1Settings.LEAST_BATCH, Duration.ofNanos(microseconds * 1000L)));
    }

    @When("the meter is exchanged for one with the id {word}")
    public void exchanged(String meterId) {
        bench.tell(new Command.ExchangeMeter(meterId, 99));
    }

    @When("{int} s pass")
    public void pass(int seconds) {
        bench.calmDown(Duration.ofSeconds(seconds));
    }

    @Then("the CEMS shows every figure of S1 as sampled")
    public void everyFigure() {
        judge.showsEverythingAsSampled();
    }

    @Then("the CEMS shows every figure of S1 as sampled within {int} s")
    public void everyFigureWithin(int seconds) {
        judge.showsEverythingAsSampled(seconds);
    }

    @Then("^the CEMS shows (s1-[a-z0-9, -]+?) as sampled$")
    public void figures(String list) {
        judge.showsAsSampled(Quantities.in(list));
    }

    @Then("^the CEMS shows the (s1-[a-z0-9-]+) \"([^\"]*)\"$")
    public void exactly(String name, String value) {
        judge.shows(Quantities.of(name), value);
    }

    @Then("the CEMS shows nothing of S1 as current")
    public void nothing() {
        judge.presentsNothing();
    }

    @Then("^the CEMS shows (s1-[a-z0-9-]+) near \"([0-9.-]+)\"$")
    public void near(String name, String value) {
        judge.showsNear(Quantities.of(name), value);
    }

    @Then("^the CEMS shows none of (s1-[a-z0-9, -]+)$")
    public void none(String list) {
        Quantities.in(list).forEach(judge::showsNo);
    }

    @Then("the CEMS has shown no figure of S1 that was not sampled")
    public void nothingInvented() {
        judge.inventsNothing();
    }

    @Then("^the CEMS has counted every (lost|invalid|skipped) telegram of S1 and no other$")
    public void counted(String which) {
        judge.countsExactly(Set.of(Quantities.of("s1-" + which)));
    }

    @Then("what the CEMS shows of P1 and of S1 agrees")
    public void bothAgree() {
        judge.agreesWithP1();
    }

    private void strike(int telegrams, int every, Fault fault) {
        disturb(Disturbance.every(every, fault).on(UserPort.S1).times(telegrams));
    }

    private void disturb(Disturbance disturbance) {
        bench.disturb(Disturbances.of(disturbance));
    }
}
