package io.userports.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.fault.Disturbances;
import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the telegrams of a whole meter leave that faults are told of. */
final class DisturbedTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"wrong-crc:every=1000", "wrong-fcs:every=100000", "delay:by=1ms,after=100000", "lose:share=0"})
    void aFaultThatIsNotDueChangesNothing(String fault) {
        assertEquals(Second.of(meter()).emissions(), Second.of(told(fault)).emissions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delay:by=7ms,every=3",
                "stray:by=5ms",
                "latency:tick=16ms",
                "stall:at=20,pause=3ms,every=50",
                "slices:octets=10,pause=100µs,every=5",
                "again:every=4",
                "glue:port=p1",
                "framing-error:every=3",
                "break:every=9,octets=100",
                "noise:every=2,count=10"
            })
    void aPortCarriesOneOctetAfterTheOtherAndIsAsBeforeWhenTheFaultsEnd(String fault) {
        Meter plain = meter();
        Meter meter = told(fault);
        List<Emission> struck = new ArrayList<>(Second.of(meter).emissions());
        struck.addAll(Second.of(meter).emissions());
        assertFalse(struck.stream().allMatch(emission -> emission.faults().isEmpty()), fault);
        meter.tell(new Command.Disturb(Disturbances.NONE));
        struck.addAll(Second.of(meter).emissions());
        struck.addAll(Second.of(meter).emissions());
        for (UserPort port : UserPort.values()) {
            LineRate line = port == UserPort.P1 ? LineRate.P1 : LineRate.S1;
            Instant free = Instant.MIN;
            for (Emission emission : struck) {
                if (emission.port() == port) {
                    Instant begin = emission.due();
                    assertTrue(!begin.isBefore(free.equals(Instant.MIN) ? begin : free.minusNanos(20)), fault);
                    free = begin.plus(line.timeOf(emission.octets().length));
                }
            }
        }
        Stream.generate(() -> Second.of(plain)).limit(4).toList();
        assertEquals(Second.of(plain).emissions(), Second.of(meter).emissions());
    }

    /** Nothing lies between them but a few nanoseconds of rounding. */
    @Test
    void whatFollowsWithoutAPauseLeavesAtOnce() {
        List<Emission> batches = Second.of(meter()).on(UserPort.S1);
        List<Emission> swapped = Second.of(told("swap-phases")).on(UserPort.S1);
        assertEquals(
                batches.stream().map(Emission::due).toList(),
                swapped.stream().map(Emission::due).toList());
        assertEquals(
                batches.stream().map(batch -> batch.octets().length).toList(),
                swapped.stream().map(batch -> batch.octets().length).toList());
        Emission first = swapped.get(0);
        assertEquals(first.octets().length / 45, first.faults().size());
    }

    private static Meter told(String fault) {
        Meter meter = meter();
        meter.tell(new Command.Disturb(Disturbances.parse(fault)));
        return meter;
    }

    private static Meter meter() {
        Profile profile = Profile.of("three-phase");
        Household household = Household.of(profile, 1);
        return Meter.of(household, household.at(profile.startInstant()), 1, Consent.GIVEN)
                .withS1(S1Settings.of(Sampling.FIRST_GENERATION));
    }
}
