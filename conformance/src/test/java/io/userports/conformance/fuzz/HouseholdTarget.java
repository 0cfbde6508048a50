package io.userports.conformance.fuzz;

import io.userports.grid.Household;
import io.userports.grid.MeterState;
import io.userports.grid.Profile;
import io.userports.p1.P1Codec;
import io.userports.yaml.StrictYaml;

/** A household file: it is refused with an {@link io.userports.yaml.InputException}, or its meter runs. */
final class HouseholdTarget {
    private HouseholdTarget() {}

    static void take(byte[] octets) {
        ConfigurationFile.read(octets, (in, name) -> StrictYaml.read(in, name, Profile.class))
                .ifPresent(HouseholdTarget::run);
    }

    private static void run(Profile profile) {
        Household household = Household.of(profile, profile.seed());
        MeterState state = household.after(household.at(profile.startInstant()));
        P1Codec.encode(P1Codec.telegram(state));
    }
}
