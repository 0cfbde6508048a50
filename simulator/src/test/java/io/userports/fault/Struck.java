package io.userports.fault;

import io.userports.grid.Noise;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a known telegram, once or several times, under faults as a command line writes them. */
final class Struck {
    static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");

    private Struck() {}

    /** {@return the text that leaves instead of the telegram of P1} */
    static String p1(String faults) {
        return Known.text(joined(emissions(UserPort.P1, Known.p1(), faults, 1)));
    }

    /** {@return the octets that leave instead of the telegram of S1} */
    static String s1(String faults) {
        return Known.hex(joined(emissions(UserPort.S1, Known.s1(), faults, 1)));
    }

    /** {@return what leaves instead of {@code telegrams} telegrams, one a second from noon; faults are parted by plus signs} */
    static List<Emission> emissions(UserPort port, byte[] telegram, String faults, int telegrams) {
        Disturber disturber = disturber(port, 1, faults);
        List<Emission> all = new ArrayList<>();
        for (int second = 0; second < telegrams; second++) {
            all.addAll(disturber.strike(new Emission(NOON.plusSeconds(second), port, telegram)));
        }
        return all;
    }

    static Disturber disturber(UserPort port, long seed, String faults) {
        Disturber disturber = new Disturber(port, port == UserPort.P1 ? LineRate.P1 : LineRate.S1, new Noise(seed));
        disturber.set(parsed(faults).list());
        return disturber;
    }

    static Disturbances parsed(String faults) {
        Disturbances all = Disturbances.NONE;
        for (String fault : faults.split(" \\+ ")) {
            all = all.and(Disturbances.parse(fault));
        }
        return all;
    }

    static byte[] joined(List<Emission> emissions) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        emissions.forEach(emission -> all.writeBytes(emission.octets()));
        return all.toByteArray();
    }
}
