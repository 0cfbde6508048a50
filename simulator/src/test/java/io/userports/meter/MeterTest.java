package io.userports.meter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.fault.CrcFault;
import io.userports.fault.Disturbance;
import io.userports.fault.Disturbances;
import io.userports.fault.ObjectFault;
import io.userports.fault.Where;
import io.userports.grid.Edition;
import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.grid.SwitchState;
import io.userports.p1.ObisCode;
import io.userports.wire.Emission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MeterTest {
    private static final Profile PROFILE = Profile.of("three-phase");

    private static Meter meter(long seed) {
        Household household = Household.of(PROFILE, seed);
        return Meter.of(household, household.at(PROFILE.startInstant()), seed, Consent.GIVEN);
    }

    private static String text(List<Emission> emissions) {
        assertEquals(1, emissions.size());
        return new String(emissions.get(0).octets(), StandardCharsets.ISO_8859_1);
    }

    private static List<String> lines(List<Emission> emissions) {
        return text(emissions).lines().toList();
    }

    @Test
    void aSecondIsATelegramThatStartsAtMostTheJitterLate() {
        Meter meter = meter(1);
        for (int second = 0; second < 50; second++) {
            Instant due = meter.step().get(0).due();
            Duration late = Duration.between(PROFILE.startInstant().plusSeconds(second), due);
            assertTrue(late.toMillis() >= 0 && late.toMillis() <= 50, "second " + second + ": " + late);
        }
    }

    @Test
    void theSameSeedGivesTheSameOctetsAndAnotherSeedOthers() {
        Disturbances faults = Disturbances.of(
                Disturbance.always(new ObjectFault.ShuffleObjects()), Disturbance.every(3, new CrcFault.WrongCrc()));
        Stream.of(1L, 2L).forEach(seed -> {
            Meter a = meter(seed);
            Meter b = meter(seed);
            Meter other = meter(seed + 10);
            List.of(a, b, other).forEach(m -> m.tell(new Command.Disturb(faults)));
            boolean differs = false;
            for (int second = 0; second < 20; second++) {
                byte[] octets = a.step().get(0).octets();
                assertArrayEquals(octets, b.step().get(0).octets());
                differs |= !Arrays.equals(octets, other.step().get(0).octets());
            }
            assertTrue(differs);
        });
    }

    @Test
    void withoutConsentTheMeterIsSilentAndItsRegistersRunOn() {
        Meter watched = meter(1);
        Meter silent = meter(1);
        silent.tell(new Command.SetConsent(Consent.WITHHELD, Duration.ZERO));
        for (int second = 0; second < 5; second++) {
            watched.step();
            assertEquals(List.of(), silent.step());
        }
        silent.tell(new Command.SetConsent(Consent.GIVEN, Duration.ZERO));
        assertEquals(text(watched.step()), text(silent.step()));
    }

    @Test
    void consentWithdrawnWithinATelegramCutsItThere() {
        Meter whole = meter(1);
        Meter cut = meter(1);
        cut.tell(new Command.SetConsent(Consent.WITHHELD, Duration.ofMillis(40)));
        // 40 ms at 115 200 bit/s and ten bits an octet
        assertEquals(text(whole.step()).substring(0, 460), text(cut.step()));
        assertEquals(List.of(), cut.step());
    }

    @Test
    void aCommandTakesEffectAtTheTimeThatWasSaidAndIsNoted() {
        Meter meter = meter(1);
        meter.step();
        Command open = new Command.SetBreaker(SwitchState.READY);
        Instant effect = meter.tell(open);
        assertTrue(lines(meter.step()).contains("0-0:96.3.10(2)"));
        assertEquals(PROFILE.startInstant().plusSeconds(1), effect);
        assertEquals(List.of(new Meter.Note(effect, open)), meter.notes());
    }

    @Test
    void anEditionBringsItsObjectsAndItsWidths() {
        Meter meter = meter(1);
        meter.tell(new Command.SetLimiter(OptionalInt.of(4600)));
        meter.tell(new Command.SetFuse(OptionalInt.of(2500)));
        meter.tell(new Command.SetEdition(Edition.E50213));
        List<String> first = lines(meter.step());
        assertTrue(first.contains("0-0:17.0.0(004.6*kW)") && first.contains("1-0:31.4.0(025*A)"));
        assertFalse(first.stream().anyMatch(l -> l.startsWith("1-0:1.4.0") || l.startsWith("1-0:21.7.0")));
        meter.tell(new Command.SetEdition(Edition.E50221));
        List<String> second = lines(meter.step());
        assertTrue(second.contains("0-0:17.0.0(04.600*kW)") && second.contains("1-0:31.4.0(025.00*A)"));
        assertTrue(second.contains("1-0:94.32.1(400)") && second.contains("0-4:96.3.10(0)"));
    }

    @Test
    void objectsAreAddedWhereTheyAreAskedFor() {
        Meter meter = meter(1);
        String unknown = "1-0:199.7.0(00.123*kW)";
        Optional<ObisCode> power = Optional.of(ObisCode.of("1-0:1.7.0"));
        meter.tell(new Command.Disturb(Disturbances.of(
                Disturbance.always(new ObjectFault.AddObject(unknown, Where.BEFORE, power)),
                Disturbance.always(new ObjectFault.AddObject(unknown, Where.FIRST, Optional.empty())))));
        List<String> lines = lines(meter.step());
        assertEquals(unknown, lines.get(2));
        int at = lines.lastIndexOf(unknown);
        assertTrue(lines.get(at + 1).startsWith("1-0:1.7.0("));
    }

    @Test
    void aTelegramGrowsToExactlyTheOctetsAskedFor() {
        Meter meter = meter(1);
        meter.tell(new Command.Disturb(Disturbances.always(new ObjectFault.Grow(4371))));
        assertEquals(4371, meter.step().get(0).octets().length);
    }

    @Test
    void aMeterThatEndsHasNoNextStep() {
        Meter meter = meter(1).until(PROFILE.startInstant().plusSeconds(1));
        meter.step();
        assertEquals(Instant.MAX, meter.nextStep());
    }
}
