package io.userports.conformance.bench;

import io.userports.grid.Edition;
import io.userports.grid.Household;
import io.userports.grid.MeterState;
import io.userports.grid.Profile;
import io.userports.grid.SubMeterProfile;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a scenario composes before its meter runs: a household, its time, its consent. */
public final class Scene {
    private Profile profile = Profile.of("three-phase");
    private Instant start = profile.startInstant();
    private Consent consent = Consent.GIVEN;
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

    Meter meter(long seed) {
        Household household = Household.of(profile, seed);
        MeterState state = household.at(start);
        for (UnaryOperator<MeterState> change : changes) {
            state = change.apply(state);
        }
        return Meter.of(household, state, seed, consent);
    }
}
