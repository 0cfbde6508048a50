package io.userports.conformance.fuzz;

import io.userports.grid.Profile;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What octets are thrown at. */
enum Target {
    P1_DECODE(P1DecodeTarget::take, 12_000) {
        @Override
        Map<String, byte[]> seeds() {
            return Seeds.p1Telegrams();
        }
    },
    P1_STREAM(P1StreamTarget::take, 20_000) {
        @Override
        Map<String, byte[]> seeds() {
            return Seeds.streams(Seeds.p1Telegrams(), 47);
        }
    },
    S1_DECODE(S1DecodeTarget::take, 2_100) {
        @Override
        Map<String, byte[]> seeds() {
            return Seeds.s1Telegrams();
        }
    },
    S1_STREAM(S1StreamTarget::take, 5_000) {
        @Override
        Map<String, byte[]> seeds() {
            return Seeds.streams(Seeds.s1Telegrams(), 47);
        }
    },
    TELNET(TelnetTarget::take, 1_000) {
        @Override
        Map<String, byte[]> seeds() {
            return TelnetTarget.seeds();
        }
    },
    HOUSEHOLD(HouseholdTarget::take, 5_000) {
        @Override
        Map<String, byte[]> seeds() {
            return Seeds.resources("/profiles/", Profile.BUILT_IN);
        }
    },
    RIG(RigTarget::take, 2_000) {
        @Override
        Map<String, byte[]> seeds() {
            return Seeds.resources("/rigs/", Seeds.RIGS);
        }
    },
    CEMS(CemsTarget::take, 4_000) {
        @Override
        Map<String, byte[]> seeds() {
            return Seeds.resources("/cems/", Seeds.CEMS);
        }
    },
    MAPPING(MappingTarget::take, 4_000) {
        @Override
        Map<String, byte[]> seeds() {
            return Seeds.resources("/mappings/", Seeds.MAPPINGS);
        }
    },
    VECTORS(VectorsTarget::take, 6_000) {
        @Override
        Map<String, byte[]> seeds() {
            return Seeds.vectorFiles();
        }
    };

    private final Consumer<byte[]> taker;
    private final int maxOctets;

    Target(Consumer<byte[]> taker, int maxOctets) {
        this.taker = taker;
        this.maxOctets = maxOctets;
    }

    /** {@return inputs to begin with, by name} */
    abstract Map<String, byte[]> seeds();

    /** Throws {@code octets} at it; throws what escapes, or an {@link AssertionError} for what must not be. */
    void take(byte[] octets) {
        taker.accept(octets);
    }

    /** {@return the longest input worth a try, in octets: somewhat more than whatever limit the reader has} */
    int maxOctets() {
        return maxOctets;
    }

    /** {@return its name, that of the folder of its saved inputs too} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
