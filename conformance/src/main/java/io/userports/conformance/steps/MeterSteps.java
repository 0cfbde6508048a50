package io.userports.conformance.steps;

import io.cucumber.java.en.When;
import io.userports.conformance.bench.Bench;
import io.userports.fault.CrcFault;
import io.userports.fault.CutFault;
import io.userports.fault.Disturbances;
import io.userports.fault.Fault;
import io.userports.fault.ObjectFault;
import io.userports.fault.TextFault;
import io.userports.fault.Where;
import io.userports.grid.Edition;
import io.userports.grid.Profile;
import io.userports.grid.SwitchState;
import io.userports.meter.Command;
import io.userports.meter.Consent;
import io.userports.p1.ObisCode;
import io.userports.yaml.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** What happens to the meter while it runs. */
public final class MeterSteps {
    /** Between two telegrams, so that what is told takes effect with the second of them. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Bench bench;

    public MeterSteps(Bench bench) {
        this.bench = bench;
    }

    @When("the telegrams carry {string} first")
    public void first(String object) {
        add(object, Where.FIRST, Optional.empty());
    }

    @When("the telegrams carry {string} last")
    public void last(String object) {
        add(object, Where.LAST, Optional.empty());
    }

    @When("the telegrams carry {string} before {string}")
    public void before(String object, String anchor) {
        add(object, Where.BEFORE, Optional.of(ObisCode.of(anchor)));
    }

    @When("the telegrams carry {string} after {string}")
    public void after(String object, String anchor) {
        add(object, Where.AFTER, Optional.of(ObisCode.of(anchor)));
    }

    @When("the telegrams carry an unknown object with a value of {int} characters before {string}")
    public void longValue(int characters, String anchor) {
        add("0-0:96.99.1(" + "5A".repeat(characters / 2) + ")", Where.BEFORE, Optional.of(ObisCode.of(anchor)));
    }

    @When("the telegrams carry {string} instead of {string}")
    public void instead(String object, String code) {
        disturb(new ObjectFault.ReplaceObject(ObisCode.of(code), object));
    }

    @When("the objects come in reverse order")
    public void reversed() {
        disturb(new ObjectFault.ReverseObjects());
    }

    @When("the objects come in another order in every telegram")
    public void shuffled() {
        disturb(new ObjectFault.ShuffleObjects());
    }

    @When("the sub-meters come before everything else")
    public void subMetersFirst() {
        disturb(new ObjectFault.SubMetersFirst());
    }

    @When("the telegrams grow to {int} octets")
    public void grow(int octets) {
        disturb(new ObjectFault.Grow(octets));
    }

    @When("{int} telegrams have a wrong CRC")
    public void wrongCrc(int telegrams) {
        during(telegrams, new CrcFault.WrongCrc());
    }

    @When("the first digit of {string} is wrong in {int} telegrams")
    public void wrongDigit(String code, int telegrams) {
        during(telegrams, new TextFault.WrongDigit(ObisCode.of(code)));
    }

    @When("{int} telegrams end after {int} percent of their octets")
    public void truncated(int telegrams, int percent) {
        during(telegrams, new CutFault.Truncate(percent));
    }

    @When("the telegrams are as before")
    public void asBefore() {
        bench.undisturbed();
    }

    @When("the firmware changes to edition {word}")
    public void edition(String number) {
        bench.tell(new Command.SetEdition(Edition.of(number)));
    }

    @When("the customer withdraws consent")
    public void withdraw() {
        bench.tell(new Command.SetConsent(Consent.WITHHELD, Duration.ZERO));
    }

    @When("the customer withdraws consent {int} ms into a telegram")
    public void withdrawWithin(int milliseconds) {
        bench.tell(new Command.SetConsent(Consent.WITHHELD, Duration.ofMillis(milliseconds)));
    }

    @When("the customer gives consent")
    public void give() {
        bench.tell(new Command.SetConsent(Consent.GIVEN, Duration.ZERO));
    }

    @When("the customer withdraws and gives consent {int} times, a second each")
    public void toggle(int times) {
        for (int i = 0; i < times; i++) {
            withdraw();
            bench.passUntil(bench.mark().plus(BETWEEN));
            give();
            bench.passUntil(bench.mark().plus(BETWEEN));
        }
    }

    @When("^the breaker becomes \"(disconnected|connected|ready to reconnect)\"$")
    public void breaker(String state) {
        bench.tell(new Command.SetBreaker(state(state)));
    }

    @When("^the gas valve becomes \"(disconnected|connected|ready to reconnect)\"$")
    public void valve(String state) {
        bench.tell(new Command.SetValve(state(state)));
    }

    @When("the limiter is set to {string}")
    public void limiter(String power) {
        bench.tell(new Command.SetLimiter(
                OptionalInt.of((int) Math.round(Amount.parse(power).watts()))));
    }

    @When("the limiter is switched off")
    public void limiterOff() {
        bench.tell(new Command.SetLimiter(OptionalInt.empty()));
    }

    @When("the fuse is set to {string}")
    public void fuse(String current) {
        bench.tell(new Command.SetFuse(
                OptionalInt.of((int) Math.round(Amount.parse(current).amperes() * 100))));
    }

    @When("the fuse is switched off")
    public void fuseOff() {
        bench.tell(new Command.SetFuse(OptionalInt.empty()));
    }

    @When("the operator writes {string}")
    public void text(String text) {
        bench.tell(new Command.SetText(text));
    }

    @When("the operator writes a text of {int} characters")
    public void longText(int characters) {
        bench.tell(new Command.SetText("Congestion between 17:00 and 20:00. "
                .repeat(characters / 36 + 1)
                .substring(0, characters)));
    }

    @When("the operator takes the text back")
    public void noText() {
        bench.tell(new Command.SetText(""));
    }

    @When("^the clock reaches ([0-9T:+-]+)$")
    public void clock(String text) {
        Instant instant = Profile.instant(text);
        bench.reach(instant);
    }

    private void add(String object, Where place, Optional<ObisCode> beside) {
        disturb(new ObjectFault.AddObject(object, place, beside));
    }

    private void disturb(Fault fault) {
        bench.disturb(Disturbances.always(fault));
    }

    private void during(int telegrams, Fault fault) {
        bench.disturb(Disturbances.always(fault), telegrams);
    }

    private static SwitchState state(String text) {
        return Arrays.stream(SwitchState.values())
                .filter(s -> s.toString().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
