package io.userports.conformance.loopback;

import io.userports.fault.Disturbances;
import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.s1.S1Layout;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The telegrams of a meter in a household in which everything goes on and off, at their real rate. */
final class TelegramFeed extends Feed {
    private static final String HOUSEHOLD = "stress";

    private final Meter meter;
    private final UserPort port;
    private final LineRate rate;
    private final Instant begin;

    private TelegramFeed(Meter meter, Instant begin, UserPort port, LineRate rate, Disturbances faults, long seed) {
        super(port, rate, faults, seed);
        this.meter = meter;
        this.port = port;
        this.rate = rate;
        this.begin = begin;
    }

    /**
     * {@return the telegrams of {@code port}}
     *
     * @param sampling how often S1 samples; as the household says when empty
     * @throws IllegalArgumentException when the line has no room for it
     */
    static TelegramFeed of(UserPort port, LineRate rate, Optional<Sampling> sampling, Disturbances faults, long seed) {
        Profile profile = Profile.of(HOUSEHOLD);
        Household household = Household.of(profile, seed);
        Instant begin = profile.startInstant();
        Meter plain = Meter.of(household, household.at(begin), seed, Consent.GIVEN);
        Meter meter = port == UserPort.P1
                ? plain
                : plain.withS1(sampling.map(s -> S1Settings.of(profile, s, rate))
                        .orElseGet(() -> S1Settings.of(profile, rate)));
        // Told to the meter, they would strike before anybody could see what was meant.
        meter.tell(new io.userports.meter.Command.Disturb(faults));
        meter.tell(new io.userports.meter.Command.Disturb(Disturbances.NONE));
        return new TelegramFeed(meter, begin, port, rate, faults, seed);
    }

    @Override
    Piece next() {
        List<Emission> batches = List.of();
        while (batches.isEmpty()) {
            batches = meter.step().stream()
                    .filter(e -> e.port() == port)
                    .map(e -> e.at(START.plus(Duration.between(begin, e.due()))))
                    .toList();
        }
        List<Emission> telegrams =
                batches.stream().flatMap(e -> telegrams(e).stream()).toList();
        int octets = telegrams.stream().mapToInt(e -> e.octets().length).sum();
        return new Piece(
                batches.get(0).due(),
                octets,
                telegrams.stream().map(Emission::octets).toList(),
                isDisturbed() ? joined(struck(telegrams)) : batches);
    }

    /** A batch of S1 holds several. */
    private List<Emission> telegrams(Emission batch) {
        if (port == UserPort.P1) {
            return List.of(batch);
        }
        int telegram = S1Layout.EMUCS_H_1_3.octets();
        List<Emission> telegrams = new ArrayList<>();
        for (int at = 0; at < batch.octets().length; at += telegram) {
            telegrams.add(batch.slice(at, at + telegram));
        }
        return telegrams;
    }

    /** What follows without a pause leaves at once, as the batch did before faults looked at each telegram of it. */
    private List<Emission> joined(List<Emission> units) {
        List<Emission> joined = new ArrayList<>();
        for (Emission next : units) {
            int last = joined.size() - 1;
            if (last >= 0 && follows(joined.get(last), next)) {
                joined.set(last, joined.get(last).followedBy(next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private boolean follows(Emission last, Emission next) {
        Instant end = last.due().plus(rate.timeOf(last.octets().length));
        return last.signal() == next.signal() && !next.due().isAfter(end);
    }
}
