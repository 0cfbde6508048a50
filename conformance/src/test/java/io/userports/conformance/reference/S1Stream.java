package io.userports.conformance.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** A stream into the reference, telegram by telegram, each at its time, and what the reference says of it. */
final class S1Stream {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> lines = new ArrayList<>();
    private final ReferenceCems cems;
    private double nanos = 1e9;
    /** The angle of the network in periods. */
    private double angle;

    private int sequence;

    S1Stream(Defect defect) {
        cems = new ReferenceCems(defect, 1, lines::add);
        cems.start(UserPort.S1);
    }

    /** Values at an angle in radians, in steps. */
    interface Wave extends DoubleFunction<int[]> {}

    /** Voltages of 230 V and a current of 10 A, in phase. */
    static int[] plain(double angle) {
        return new int[] {volts(230, angle), amperes(10, angle)};
    }

    static int volts(double rms, double angle) {
        return (int) Math.rint(Math.sqrt(2) * rms / 0.025 * Math.sin(angle));
    }

    static int amperes(double rms, double angle) {
        return (int) Math.rint(Math.sqrt(2) * rms / 0.001 * Math.sin(angle));
    }

    static double degrees(double degrees) {
        return Math.toRadians(degrees);
    }

    S1Stream from(int first) {
        sequence = first & 0xFF;
        return this;
    }

    S1Stream atAngle(double degrees) {
        angle = degrees / 360;
        return this;
    }

    /** Sends so many telegrams. */
    S1Stream send(S1Maker maker, int telegrams, Wave wave) {
        for (int n = 0; n < telegrams; n++) {
            octets(maker.telegram(sequence, wave.apply(2 * Math.PI * angle)));
            pass(maker, 1);
        }
        return this;
    }

    /** Sends bursts of so many telegrams, each when its last one is due. */
    S1Stream inBursts(S1Maker maker, int telegrams, int bursts, Wave wave) {
        for (int n = 0; n < bursts; n++) {
            ByteArrayOutputStream burst = new ByteArrayOutputStream();
            for (int i = 0; i < telegrams; i++) {
                burst.writeBytes(maker.telegram(sequence, wave.apply(2 * Math.PI * angle)));
                pass(maker, 1);
            }
            octets(burst.toByteArray());
        }
        return this;
    }

    /** Lets the time of so many telegrams pass in which nothing arrives, though the meter sends. */
    S1Stream lose(S1Maker maker, int telegrams) {
        pass(maker, telegrams);
        return this;
    }

    /** Nothing is sent. */
    S1Stream silence(double seconds) {
        for (int tick = 0; tick < seconds * 10; tick++) {
            nanos += 1e8;
            cems.tick(UserPort.S1, (long) nanos);
        }
        return this;
    }

    S1Stream octets(byte[] octets) {
        cems.octets(UserPort.S1, octets, octets.length, (long) nanos);
        cems.tick(UserPort.S1, (long) nanos);
        return this;
    }

    private void pass(S1Maker maker, int telegrams) {
        boolean perPeriod = (maker.info() & ~S1Maker.PER_SECOND) != 0;
        double hertz = maker.millihertz() / 1000.0;
        double rate = perPeriod ? maker.rate() * hertz : maker.rate() * 100.0;
        nanos += telegrams * 1e9 / rate;
        angle += telegrams * hertz / rate;
        sequence = sequence + telegrams & 0xFF;
    }

    int sequence() {
        return sequence;
    }

    /** {@return the last value of each quantity, {@code s1-} left out, the status and the number of events} */
    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        for (String line : lines) {
            JsonNode node = read(line);
            if (node.has("status")) {
                shown.put("status", node.get("status").asText());
            } else if (node.has("event")) {
                shown.put("event", node.get("event").asText());
            } else if (node.get("value").isNull()) {
                shown.remove(node.get("quantity").asText().substring(3));
            } else {
                shown.put(
                        node.get("quantity").asText().substring(3),
                        node.get("value").asText());
            }
        }
        return shown;
    }

    String shown(String quantity) {
        return shown().getOrDefault(quantity, "nothing");
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
