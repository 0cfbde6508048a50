package io.userports.grid;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A sag, a swell or an interruption of the voltage, as a profile writes it (EN 50160).
 *
 * @param time the civil time of day at which it begins, {@code 12:00:03.250}
 * @param lasting 10 ms to 1 min
 * @param to what is left of the voltage; below 5 % it is interrupted; 100 % when left out, for a phase jump alone
 * @param at which voltages; all when left out
 * @param phaseJump by how many degrees they lead meanwhile; 0 when left out
 * @param every how often it comes again, from its time until the end of the day; once a day when left out
 */
public record VoltageEvent(String time, Amount lasting, Amount to, List<Tap> at, Integer phaseJump, Amount every) {
    private static final long SHORTEST = 10;
    private static final long LONGEST = 60_000;
    private static final long A_DAY = 24 * 3_600_000L;
    private static final double HIGHEST = 140;

    /** When it happens once: milliseconds of the epoch. */
    record Occurrence(VoltageEvent event, long begin, long end) {}

    public VoltageEvent {
        KeyException.require(time, "time", "when it begins, like 12:00:03.250");
        KeyException.require(lasting, "lasting", "how long it lasts, like 200 ms");
        String begin = time;
        KeyException.at("time", () -> parse(begin));
        to = to == null ? Amount.parse("100 %") : to;
        at = at == null ? List.of() : List.copyOf(at);
        phaseJump = phaseJump == null ? 0 : phaseJump;
        every = every == null ? Amount.parse("24 h") : every;
        long length = KeyException.at("lasting", lasting::milliseconds);
        if (length < SHORTEST || length > LONGEST) {
            throw KeyException.of("lasting", "'" + lasting + "' is not 10 ms to 1 min");
        }
        double left = KeyException.at("to", to::percent);
        if (left < 0 || left > HIGHEST) {
            throw KeyException.of("to", "'" + to + "' is not 0 to 140 %");
        }
        if (phaseJump < -180 || phaseJump > 180) {
            throw KeyException.of("phase-jump", "'" + phaseJump + "' is not -180 to 180 degrees");
        }
        long period = KeyException.at("every", every::milliseconds);
        if (period < 1000 || period > A_DAY || period <= length) {
            throw KeyException.of(
                    "every", "'" + every + "' is not 1 s to 24 h and longer than " + lasting + ", which it lasts");
        }
    }

    /** {@return the voltages that can change on their own: in delta the third follows from two} */
    static Set<Tap> taps(Wiring wiring) {
        Set<Tap> taps = EnumSet.copyOf(Tap.of(wiring));
        taps.removeAll(EnumSet.of(Tap.ALL, Tap.L1_L3));
        return taps;
    }

    /** {@return whether it changes the voltage of {@code phase} (0 is L1)} */
    boolean changes(int phase) {
        return at.isEmpty() || at.stream().anyMatch(tap -> tap.phase() == phase);
    }

    /** {@return the voltage meanwhile, in parts of the usual} */
    double factor() {
        return to.percent() / 100;
    }

    /** {@return the occurrences that touch the time from {@code from} until {@code until}, milliseconds of the epoch} */
    List<Occurrence> between(long from, long until) {
        List<Occurrence> occurrences = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(Instant.ofEpochMilli(until), Brussels.ZONE);
        for (LocalDate day : List.of(last.minusDays(1), last)) {
            long first = millis(ZonedDateTime.of(day, parse(time), Brussels.ZONE));
            long end = millis(day.plusDays(1).atStartOfDay(Brussels.ZONE));
            long period = every.milliseconds();
            long skipped = Math.max(0, Math.floorDiv(from - lasting.milliseconds() - first, period));
            for (long begin = first + skipped * period; begin < Math.min(end, until); begin += period) {
                if (begin + lasting.milliseconds() > from) {
                    occurrences.add(new Occurrence(this, begin, begin + lasting.milliseconds()));
                }
            }
        }
        return occurrences;
    }

    private static long millis(ZonedDateTime time) {
        return time.toInstant().toEpochMilli();
    }

    private static LocalTime parse(String text) {
        try {
            LocalTime time = LocalTime.parse(text);
            if (time.getNano() % 1_000_000 == 0) {
                return time;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new IllegalArgumentException(
                Quoted.of(text) + " is no time of day in milliseconds; write it like 12:00:03.250");
    }
}
