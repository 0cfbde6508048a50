package io.userports.conformance.check;

import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.MemoryLink;
import io.userports.link.Player;
import io.userports.link.TimeScale;
import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Layout;
import io.userports.wire.Emission;
import io.userports.wire.EmissionSource;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.DoubleFunction;

/** A stream of S1 in batches of 13 telegrams, telegram by telegram as a test tells, played into a ledger. */
final class S1Sent {
    static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");
    static final String METER = "1SAG3100000047";
    static final int SINGLE_PHASE = 0x08;
    static final int STAR = 0x0D;
    static final int DELTA = 0x09;
    static final int PER_PERIOD = 0x02;
    static final int VALID = 0x08;
    static final int NEUTRAL = 0x10;

    private static final int BATCH = 13;

    private final List<Emission> emissions = new ArrayList<>();
    private ByteArrayOutputStream batch = new ByteArrayOutputStream();
    private int inBatch;
    private String meterId = METER;
    private int info = STAR;
    private int rate = 26;
    private int milliHertz = 50_000;
    private int sequence;
    private double seconds;
    private double periods;
    private DoubleFunction<double[]> wave = angle -> new double[7];

    S1Sent meter(String id, int first) {
        meterId = id;
        sequence = first;
        return this;
    }

    S1Sent info(int bits) {
        info = bits;
        return this;
    }

    S1Sent rate(int field) {
        rate = field;
        return this;
    }

    S1Sent milliHertz(int frequency) {
        milliHertz = frequency;
        return this;
    }

    /** From now on volts and amperes u1, i1, u2, i2, u3, i3, iN are a function of the angle in radians. */
    S1Sent wave(DoubleFunction<double[]> channels) {
        wave = channels;
        return this;
    }

    /** A sine of that root mean square, {@code degrees} ahead. */
    static double sine(double rms, double angle, double degrees) {
        return Math.sqrt(2) * rms * Math.sin(angle + Math.toRadians(degrees));
    }

    S1Sent send(int telegrams) {
        return each(telegrams, S1Layout.EMUCS_H_1_3, octets -> octets);
    }

    /** So many telegrams of another layout, each in the place of one. */
    S1Sent send(int telegrams, String layout) {
        S1Layout other = S1Layout.LIST.stream()
                .filter(l -> l.name().equals(layout))
                .findFirst()
                .orElseThrow();
        return each(telegrams, other, octets -> octets);
    }

    /** So many telegrams that nobody hears of. */
    S1Sent lose(int telegrams) {
        return each(telegrams, S1Layout.EMUCS_H_1_3, octets -> new byte[0]);
    }

    /** Octets between telegrams. */
    S1Sent octets(byte... octets) {
        batch.writeBytes(octets);
        return this;
    }

    private interface Change {
        byte[] of(byte[] octets);
    }

    private S1Sent each(int telegrams, S1Layout layout, Change change) {
        for (int n = 0; n < telegrams; n++) {
            S1Frame[] samples = new S1Frame[layout.samplesPerTelegram()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = frame(layout.version());
            }
            batch.writeBytes(change.of(S1Codec.encode(layout, samples)));
            sequence++;
            double perSecond = samples[0].samplesPerSecond();
            seconds += 1 / perSecond;
            periods += milliHertz / 1000.0 / perSecond;
            if (++inBatch == BATCH) {
                flush();
            }
        }
        return this;
    }

    private S1Frame frame(int version) {
        double[] c = wave.apply(2 * Math.PI * periods);
        int bits = info | version << 5;
        return new S1Frame(
                meterId,
                bits,
                rate,
                milliHertz,
                sequence & 0xFF,
                volts(c[0]),
                amperes(c[1]),
                volts(c[2]),
                amperes(c[3]),
                volts(c[4]),
                amperes(c[5]),
                amperes(c[6]));
    }

    private static int volts(double volts) {
        return (int) Math.rint(volts / 0.025);
    }

    private static int amperes(double amperes) {
        return (int) Math.rint(amperes * 1000);
    }

    private void flush() {
        if (batch.size() > 0) {
            emissions.add(new Emission(NOON.plusNanos(Math.round(seconds * 1e9)), UserPort.S1, batch.toByteArray()));
        }
        batch = new ByteArrayOutputStream();
        inBatch = 0;
    }

    /** {@return all of it so far, as it left} */
    SentSamples samples() {
        return samples(MemoryLink.of(8_000_000, LineRate.S1));
    }

    /** {@return what left of it by {@code link}} */
    SentSamples samples(Link link) {
        flush();
        Ledger ledger = Ledger.of();
        try (link;
                Player player = Player.of(TimeScale.MAX)) {
            player.play(new Listed(new ArrayDeque<>(emissions)), Map.of(UserPort.S1, link), ledger)
                    .awaitEnd();
        }
        return new SampleWitness(ledger).samples(ledger.size());
    }

    private record Listed(Queue<Emission> rest) implements EmissionSource {
        @Override
        public Instant nextStep() {
            return rest.isEmpty() ? Instant.MAX : rest.peek().due();
        }

        @Override
        public List<Emission> step() {
            return List.of(rest.remove());
        }
    }
}
