package io.userports.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Layout;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a meter lets out during one second. */
record Second(Instant begin, List<Emission> emissions) {
    /** {@return the next second of {@code meter}} */
    static Second of(Meter meter) {
        Instant begin = meter.nextStep();
        List<Emission> emissions = new ArrayList<>();
        while (meter.nextStep().isBefore(begin.plusSeconds(1))) {
            emissions.addAll(meter.step());
        }
        return new Second(begin, emissions);
    }

    List<Emission> on(UserPort port) {
        return emissions.stream().filter(e -> e.port() == port).toList();
    }

    byte[] octets(UserPort port) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        on(port).forEach(e -> octets.writeBytes(e.octets()));
        return octets.toByteArray();
    }

    /** {@return the samples; fails when the octets are anything but whole telegrams} */
    List<S1Frame> samples() {
        return samples(octets(UserPort.S1));
    }

    static List<S1Frame> samples(byte[] octets) {
        List<S1Frame> samples = new ArrayList<>();
        for (int at = 0; at < octets.length; at += 45) {
            List<S1Frame> one = S1Codec.decode(S1Layout.EMUCS_H_1_3, Arrays.copyOfRange(octets, at, at + 45));
            assertEquals(1, one.size(), "octets " + at + " to " + (at + 45) + " are no telegram");
            samples.addAll(one);
        }
        return samples;
    }

    /** {@return the value of the object {@code code} in the telegram of P1, without its unit} */
    String p1(String code) {
        return new String(octets(UserPort.P1), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith(code + "("))
                .map(line -> line.substring(code.length() + 1).replaceFirst("[*)].*", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code));
    }
}
