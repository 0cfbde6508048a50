package io.userports.conformance.bench;

import io.userports.conformance.cems.Claims;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.grid.Edition;
import io.userports.grid.Household;
import io.userports.grid.MeterState;
import io.userports.grid.Profile;
import io.userports.grid.SubMeterProfile;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a scenario composes before its meter runs: a household, its time, its consent. */
public final class Scene {
    private Profile profile = Profile.of("three-phase");
    private Instant start = profile.startInstant();
    private Consent consent = Consent.GIVEN;
    private boolean sampled;
    private boolean silentOnS1;
    private Optional<Sampling> sampling = Optional.empty();
    private OptionalInt bitRate = OptionalInt.empty();
    private Optional<Boolean> neutral = Optional.empty();
    private int firstSequence;
    private final Set<UserPort> neighbours = EnumSet.noneOf(UserPort.class);
    private final List<UnaryOperator<MeterState>> changes = new ArrayList<>();

    /** Chooses the household. */
    public void household(Profile chosen) {
        profile = chosen;
        start = chosen.startInstant();
    }

    /** Gives it these sub-meters and no others. */
    public void subMeters(List<SubMeterProfile> meters) {
        profile = profile.withSubMeters(meters);
    }

    /** Sets the edition of its meter. */
    public void edition(Edition edition) {
        profile = profile.withEdition(edition);
    }

    /** Sets how many past months its meter remembers. */
    public void history(int months) {
        profile = profile.withHistory(months);
    }

    /** Sets when it begins. */
    public void start(Instant instant) {
        start = instant;
    }

    /** Sets whether its customer has given consent before it begins. */
    public void consent(Consent given) {
        consent = given;
    }

    /** Changes what its meter knows when it begins. */
    public void change(UnaryOperator<MeterState> change) {
        changes.add(change);
    }

    /** Asks for the S1 port beside P1. */
    public void sampled() {
        sampled = true;
    }

    /** Chooses how its meter samples. */
    public void sampling(Sampling chosen) {
        sampling = Optional.of(chosen);
    }

    /** Chooses the bit rate of its S1 line, whatever the rig usually has. */
    public void bitRate(int bitsPerSecond) {
        bitRate = OptionalInt.of(bitsPerSecond);
    }

    /** Chooses whether its meter measures the current of the neutral conductor. */
    public void neutral(boolean measured) {
        neutral = Optional.of(measured);
    }

    /** Sets the sequence number of the first telegram of S1. */
    public void firstSequence(int number) {
        firstSequence = number;
    }

    /** Lets the port be there and say nothing, as that of a meter that has none. */
    public void silentOnS1() {
        silentOnS1 = true;
    }

    /** Asks for another device on {@code port}. */
    public void neighbour(UserPort port) {
        neighbours.add(port);
    }

    /** {@return the ports on which there is another device} */
    Set<UserPort> neighbours() {
        return Set.copyOf(neighbours);
    }

    /** Asks whether the CEMS claims to read such a meter. */
    void check(Claims claims) {
        check(profile.edition(), claims);
        if (!claims.wirings().contains(profile.wiring())) {
            throw NotClaimed.of(profile.wiring() + " not claimed");
        }
    }

    /** Asks whether the CEMS claims to read this edition. */
    static void check(Edition edition, Claims claims) {
        if (!claims.editions().contains(edition)) {
            throw NotClaimed.of("edition " + edition + " not claimed");
        }
    }

    /** {@return whether somebody has asked for S1} */
    boolean isSampled() {
        return sampled;
    }

    /** {@return the rate of the S1 line, {@code usual} unless the scenario has chosen another} */
    LineRate sampleLine(int usual) {
        return new LineRate(bitRate.orElse(usual));
    }

    Meter meter(long seed, LineRate sampleLine) {
        Household household = Household.of(profile, seed);
        MeterState state = household.at(start);
        for (UnaryOperator<MeterState> change : changes) {
            state = change.apply(state);
        }
        Meter meter = Meter.of(household, state, seed, consent);
        return sampled && !silentOnS1 ? meter.withS1(samples(sampleLine)) : meter;
    }

    private S1Settings samples(LineRate line) {
        S1Settings settings = sampling.map(chosen -> S1Settings.of(profile, chosen, line))
                .orElseGet(() -> S1Settings.of(profile, line));
        return settings.withNeutral(neutral.orElse(settings.neutral())).withFirstSequence(firstSequence);
    }
}
