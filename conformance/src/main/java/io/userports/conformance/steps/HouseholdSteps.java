package io.userports.conformance.steps;

import io.cucumber.java.en.Given;
import io.userports.conformance.bench.Bench;
import io.userports.grid.Edition;
import io.userports.grid.MeterState;
import io.userports.grid.Profile;
import io.userports.grid.Registers;
import io.userports.grid.SubMeter;
import io.userports.grid.SubMeterProfile;
import io.userports.meter.Consent;
import io.userports.yaml.Amount;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the meter is before it runs. */
public final class HouseholdSteps {
    private static final Pattern SUB_METER =
            Pattern.compile("(gas|water|heat) on channel (\\d)( never heard| last heard yesterday)?");

    private final Bench bench;

    public HouseholdSteps(Bench bench) {
        this.bench = bench;
    }

    @Given("a {word} household")
    public void household(String profile) {
        bench.scene().household(Profile.of(profile));
    }

    @Given("^its sub-meters are (.+)$")
    public void subMeters(String list) {
        bench.scene()
                .subMeters(Arrays.stream(list.split(" and "))
                        .map(HouseholdSteps::subMeter)
                        .toList());
    }

    @Given("it has no sub-meters")
    public void noSubMeters() {
        bench.scene().subMeters(List.of());
    }

    @Given("its meter follows edition {word}")
    public void edition(String number) {
        bench.scene().edition(Edition.of(number));
    }

    @Given("its meter remembers {int} month(s)")
    public void history(int months) {
        bench.scene().history(months);
    }

    @Given("^the time is ([0-9T:+-]+)$")
    public void time(String instant) {
        bench.scene().start(Profile.instant(instant));
    }

    @Given("consent was never given")
    public void neverGiven() {
        bench.scene().consent(Consent.WITHHELD);
    }

    @Given("the register of energy imported by day stands at {string}")
    public void register(String energy) {
        long units = Math.round(Amount.parse(energy).wattHours() * Registers.WATT_HOUR);
        bench.scene()
                .change((MeterState s) -> s.with(new Registers(
                        units,
                        s.registers().importNight(),
                        s.registers().exportDay(),
                        s.registers().exportNight())));
    }

    private static SubMeterProfile subMeter(String text) {
        Matcher m = SUB_METER.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no sub-meter; write 'gas on channel 1', or water or heat,"
                            + " and 'never heard' or 'last heard yesterday' after it");
        }
        String kind = m.group(1);
        String heard = m.group(3) == null ? "live" : m.group(3).contains("never") ? "never" : "lost";
        String reading = heard.equals("lost") ? "0" : kind.equals("water") ? "872.234" : "4321.567";
        int channel = Integer.parseInt(m.group(2));
        return new SubMeterProfile(
                SubMeter.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                channel,
                (kind.equals("water") ? "8SET000000005" : kind.equals("heat") ? "6SET000000005" : "7FLO210000005")
                        + channel,
                "",
                Amount.parse(reading + (kind.equals("heat") ? " GJ" : " m3")),
                Amount.parse(kind.equals("heat") ? "4 kW" : "900 l/h"),
                List.of(),
                Amount.parse("5 min"),
                SubMeterProfile.Heard.valueOf(heard.toUpperCase(Locale.ROOT)));
    }
}
