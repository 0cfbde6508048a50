package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.grid.Noise;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The telegram of P1 has 222 octets: 19.270833 ms at 115,200 bit/s. That of S1 has 45: 0.3 ms at 1.5 Mbit/s. */
final class TimingFaultTest {
    @Test
    void aDelayedTelegramIsDueLater() {
        assertEquals(List.of("0 +222 300ms"), p1("delay:by=300ms", 1));
    }

    @Test
    void aStalledTelegramStopsAndGoesOn() {
        // 216 octets take 18.75 ms
        assertEquals(List.of("0 +216 0ms", "0 +6 168.75ms"), p1("stall", 1));
        assertEquals(List.of("0 +20 0ms", "0 +202 11.736111ms"), p1("stall:at=20,pause=10ms", 1));
        assertEquals(List.of("0 +222 0ms"), p1("stall:at=0", 1));
    }

    @Test
    void slicesFollowEachOtherWithPauses() {
        assertEquals(
                List.of("0 +100 0ms", "0 +100 13.680555ms", "0 +22 27.36111ms"), p1("slices:octets=100,pause=5ms", 1));
        assertEquals(List.of("0 +222 0ms"), p1("slices:octets=222", 1));
    }

    @Test
    void theSameTelegramComesAgainRightBehindItself() {
        assertEquals(
                List.of("0 +222 0ms", "0 +222 19.270833ms", "0 +222 38.541666ms", "1 +222 0ms"),
                p1("again:copies=2,times=1", 2));
    }

    @Test
    void twoTelegramsAndTwoAreGluedTogether() {
        // each pair is glued half a second after the second of its latter one, when that one is due for certain
        assertEquals(
                List.of("1 +222 480.729167ms", "1 +222 500ms", "3 +222 480.729167ms", "3 +222 500ms"), p1("glue", 4));
        assertEquals(
                List.of("0 +222 0ms", "2 +222 480.729167ms", "2 +222 500ms", "4 +222 480.729167ms", "4 +222 500ms"),
                p1("glue:every=2", 5));
    }

    @Test
    void anAdapterHandsOverAtItsTicks() {
        Disturber disturber = Struck.disturber(UserPort.S1, 1, "latency:tick=16ms");
        List<String> told = new ArrayList<>();
        for (int batch = 0; batch < 5; batch++) {
            Instant due = Struck.NOON.plusMillis(5L * batch);
            disturber.strike(new Emission(due, UserPort.S1, Known.s1())).forEach(e -> told.add(told(e)));
        }
        // what follows on a line that is not free yet waits for it
        assertEquals(List.of("0 +45 0ms", "0 +45 16ms", "0 +45 16.3ms", "0 +45 16.6ms", "0 +45 32ms"), told);
    }

    /** 16 ms do not divide a second; a tick of an adapter does not know of seconds. */
    @Test
    void ticksGoOnFromOneSecondToTheNext() {
        long tick = Duration.ofMillis(16).toNanos();
        for (Emission emission : Struck.emissions(UserPort.P1, Known.p1(), "latency", 20)) {
            Instant due = emission.due();
            assertEquals(0, (due.getEpochSecond() * 1_000_000_000 + due.getNano()) % tick);
        }
    }

    @Test
    void aStrayingTelegramIsLateByLessThanItMay() {
        List<Emission> emissions = Struck.emissions(UserPort.S1, Known.s1(), "stray:by=56µs", 1000);
        long[] late =
                emissions.stream().mapToLong(e -> e.due().getNano()).sorted().toArray();
        assertTrue(late[0] >= 0 && late[0] < 1000, () -> "earliest " + late[0]);
        assertTrue(late[999] <= 56_000 && late[999] > 55_000, () -> "latest " + late[999]);
    }

    @Test
    void pausesAreThoseOfTheLineThatIsUsed() {
        Disturber fast = new Disturber(UserPort.S1, LineRate.S1_EMUCS, new Noise(1));
        fast.set(Struck.parsed("stall:at=20,pause=1ms").list());
        assertEquals(
                List.of("0 +20 0ms", "0 +25 1.1ms"),
                fast.strike(new Emission(Struck.NOON, UserPort.S1, Known.s1())).stream()
                        .map(TimingFaultTest::told)
                        .toList());
    }

    @Test
    void whatIsHeldUpHoldsUpWhatFollowsUntilTheLineIsFreeAgain() {
        assertEquals(
                List.of("0 +222 0ms", "0 +222 19.270833ms", "1 +222 800ms", "2 +222 0ms", "3 +222 0ms"),
                p1("again:times=1 + delay:by=800ms,after=1,times=1", 4));
    }

    /** Of 0.4 ms from one telegram to the next the line needs 0.3, so that it makes good a tenth of 1 ms each time. */
    @Test
    void afterTheFaultsHaveEndedEverythingIsAsBefore() {
        Disturber disturber = Struck.disturber(UserPort.S1, 1, "delay:by=1ms,times=1");
        List<String> told = new ArrayList<>();
        List<Boolean> idle = new ArrayList<>();
        for (int telegram = 0; telegram < 13; telegram++) {
            if (telegram == 1) {
                disturber.set(List.of());
            }
            Instant due = Struck.NOON.plusNanos(400_000L * telegram);
            disturber.strike(new Emission(due, UserPort.S1, Known.s1())).forEach(e -> told.add(told(e)));
            idle.add(disturber.isIdle());
        }
        assertEquals(
                "1 1.3 1.6 1.9 2.2 2.5 2.8 3.1 3.4 3.7 4 4.4 4.8",
                String.join(" ", told).replace("0 +45 ", "").replace("ms", ""));
        assertEquals(10, idle.indexOf(true));
        assertEquals(List.of(true, true, true), idle.subList(10, 13));
    }

    /** A line that is always full would be late for ever: telegrams of a second, each twice. */
    @Test
    void whatWouldHaveToWaitOverASecondIsLost() {
        List<Emission> emissions = Struck.emissions(UserPort.P1, new byte[11_520], "again", 5);
        assertEquals(
                List.of(
                        "0 +11520 0ms",
                        "1 +11520 0ms",
                        "2 +11520 0ms",
                        "3 +11520 0ms",
                        "4 +0 0ms",
                        "4 +0 0ms",
                        "4 +11520 0ms",
                        "5 +11520 0ms",
                        "6 +0 0ms",
                        "6 +0 0ms"),
                emissions.stream().map(TimingFaultTest::told).toList());
        assertEquals(List.of("again"), emissions.get(4).faults());
    }

    private static List<String> p1(String faults, int telegrams) {
        return Struck.emissions(UserPort.P1, Known.p1(), faults, telegrams).stream()
                .map(TimingFaultTest::told)
                .toList();
    }

    /** The second, how many octets, and how much later than the second. */
    private static String told(Emission emission) {
        long second = emission.due().getEpochSecond() - Struck.NOON.getEpochSecond();
        Duration late = Duration.between(Struck.NOON.plusSeconds(second), emission.due());
        return second + " +" + emission.octets().length + " "
                + BigDecimal.valueOf(late.toNanos(), 6).stripTrailingZeros().toPlainString() + "ms";
    }
}
