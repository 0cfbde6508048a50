package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.meter.Command;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldCaseTest {
    @Test
    void everyCaseThatTheSpecificationsAndTheFieldKnowIsThereInOrder() {
        List<String> expected = new ArrayList<>();
        IntStream.rangeClosed(1, 35).forEach(n -> expected.add("M%02d".formatted(n)));
        IntStream.rangeClosed(1, 54).forEach(n -> expected.add("S%02d".formatted(n)));
        assertEquals(expected, FieldCase.LIST.stream().map(FieldCase::id).toList());
    }

    @Test
    void eachIsMadeByFaultsOrSaysHowElse() {
        for (FieldCase one : FieldCase.LIST) {
            assertEquals(one.faults().isEmpty(), !one.otherwise().isEmpty(), one.id());
            assertTrue(one.says().length() > 5 && one.receiver().length() > 2, one.id());
            assertFalse((one.says() + one.receiver() + one.otherwise()).contains("|"), one.id());
        }
    }

    /** As {@code emulate --fault m05} does it, on the household that is emulated unless another is asked for. */
    @Test
    void everyFaultOfACaseOfP1StrikesWithinTwentyTelegrams() {
        for (FieldCase one : made("M")) {
            assertEquals(named(one), struck(one, "three-phase", Duration.ofSeconds(20)), one.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-phase", "three-phase", "delta"})
    void everyFaultOfACaseOfS1StrikesWithinATenthOfASecond(String household) {
        for (FieldCase one : made("S")) {
            Set<String> struck = struck(one, household, Duration.ofMillis(100));
            Set<String> still = named(one);
            still.removeAll(struck);
            // Bits of the network and voltages may be so already, and one phase cannot rotate.
            assertTrue(
                    still.isEmpty()
                            || one.id().matches("S3[0-3]") && still.size() == 1
                            || one.id().equals("S43") && household.equals("single-phase"),
                    () -> household + " " + one.id() + ": " + still + " never struck");
        }
    }

    @Test
    void aCaseIsNarrowedAsAFaultIs() {
        assertEquals(
                Disturbances.parse("bang-inside:object=0-0:96.13.0,every=10,times=3"),
                Disturbances.parse("m05:every=10,times=3"));
        assertEquals(
                Struck.parsed("line-ends:by=lf,every=6,after=1 + line-ends:by=cr,every=6,after=2"
                        + " + line-ends:by=lf,crc=right,every=6,after=3"),
                Disturbances.parse("M10:every=2,after=1"));
        assertEquals(Disturbances.parse("S16"), Disturbances.parse("s16"));
    }

    @Test
    void whatACaseCannotDoIsRefused() {
        assertEquals(
                "M05: [object]: a case has no parameters but every, after, times, share, port",
                refused("m05:object=1-0:1.7.0"));
        assertEquals("M05: port=s1: it is a case of p1", refused("m05:port=s1"));
        assertEquals(
                "S54: no fault of a telegram makes it: no --s1 is given, or the scenario says that the meter sends nothing on"
                        + " S1",
                refused("s54"));
    }

    private static String refused(String text) {
        return assertThrows(InputException.class, () -> Disturbances.parse(text))
                .getMessage();
    }

    private static List<FieldCase> made(String port) {
        return FieldCase.LIST.stream()
                .filter(one -> one.id().startsWith(port) && !one.faults().isEmpty())
                .toList();
    }

    private static Set<String> named(FieldCase one) {
        Set<String> names = new TreeSet<>();
        one.disturbances()
                .list()
                .forEach(disturbance -> names.add(disturbance.fault().named()));
        return names;
    }

    /** {@return the names of the faults that struck a telegram} */
    private static Set<String> struck(FieldCase one, String household, Duration time) {
        Profile profile = Profile.of(household);
        Household home = Household.of(profile, 1);
        Meter plain = Meter.of(home, home.at(profile.startInstant()), 1, Consent.GIVEN);
        UserPort port = one.id().startsWith("M") ? UserPort.P1 : UserPort.S1;
        Meter meter = port == UserPort.S1 ? plain.withS1(S1Settings.of(Sampling.FIRST_GENERATION)) : plain;
        meter.tell(new Command.Disturb(one.disturbances()));
        Set<String> struck = new TreeSet<>();
        while (meter.nextStep().isBefore(profile.startInstant().plus(time))) {
            Stream<Emission> left = meter.step().stream().filter(emission -> emission.port() == port);
            left.forEach(emission -> struck.addAll(emission.faults()));
        }
        return struck;
    }
}
