package io.userports.bench;

import io.userports.grid.Cycle;
import io.userports.grid.Spectrum;
import io.userports.grid.Waves;
import io.userports.grid.Wiring;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.s1.FrameKind;
import io.userports.s1.FrameSplitter;
import io.userports.s1.S1Layout;
import io.userports.s1.S1Settings;
import io.userports.s1.S1View;
import io.userports.s1.SampleStream;
import io.userports.s1.Sampling;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What S1 costs one core, a telegram each: from the waveforms to the octets and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = P1Benchmark.ONE_CORE)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class S1Benchmark {
    /** Telegrams of a second at 52 a period and 50 Hz. */
    static final int TELEGRAMS = 2600;
    /** Telegrams of a second at the highest rate that the brochure names. */
    static final int MOST_TELEGRAMS = 4000;
    /** Telegrams in a batch of 5 ms at 2600 Hz. */
    static final int BATCH = 13;

    private static final int BATCHES = 200;
    private static final int ID_AT = 5;
    private static final String ID = "1SAG3100000042";
    private static final byte[] ID_OCTETS = ID.getBytes(StandardCharsets.US_ASCII);

    private final Waves waves = waves();
    private final SampleStream perPeriod = SampleStream.of(settings(Sampling.FIRST_GENERATION));
    private final SampleStream perSecond = SampleStream.of(settings(new Sampling.PerSecond(MOST_TELEGRAMS)));
    private final byte[] stream = stream();
    private final FrameSplitter splitter = FrameSplitter.strict();
    private final Reader reader = new Reader();
    private final GuruxReader gurux = GuruxReader.of(TELEGRAMS);
    private final Meter meter =
            Meter.of(House.household(1), House.state(1), 1, Consent.GIVEN).withS1(settings(Sampling.FIRST_GENERATION));

    /** Begins both streams, and makes sure that all that is to be read is read. */
    public S1Benchmark() {
        perPeriod.enter(waves, ID);
        perSecond.enter(waves, ID);
        if (readAll() != TELEGRAMS) {
            throw new IllegalStateException("only " + reader.telegrams + " telegrams were read");
        }
    }

    /** Seven channels of 25 harmonics and their telegrams, 52 a period, in batches of 5 ms. */
    @Benchmark
    @OperationsPerInvocation(TELEGRAMS)
    public void synthesize(Core core, Blackhole batches) {
        second(perPeriod, batches);
    }

    /** The same at 4000 Hz. */
    @Benchmark
    @OperationsPerInvocation(MOST_TELEGRAMS)
    public void synthesizeMost(Core core, Blackhole batches) {
        second(perSecond, batches);
    }

    /** Octets to frames, FCS, and every field. */
    @Benchmark
    @OperationsPerInvocation(TELEGRAMS)
    public long read(Core core) {
        readAll();
        return reader.sum;
    }

    /** What another library takes for frames of the same length. */
    @Benchmark
    @OperationsPerInvocation(TELEGRAMS)
    public long readByGurux(Core core) throws GeneralSecurityException {
        return gurux.readAll();
    }

    /** A second of a whole meter: the household, its waveforms, all telegrams of both ports. */
    @Benchmark
    public List<Emission> meterSecond(Core core) {
        List<Emission> emissions = new ArrayList<>();
        Instant end = meter.nextStep().plusSeconds(1);
        while (meter.nextStep().isBefore(end)) {
            emissions.addAll(meter.step());
        }
        return emissions;
    }

    private void second(SampleStream samples, Blackhole batches) {
        for (int batch = 1; batch <= BATCHES; batch++) {
            batches.consume(samples.until((double) batch / BATCHES));
        }
        samples.enter(waves, ID);
    }

    private long readAll() {
        reader.telegrams = 0;
        splitter.feed(stream, 0, stream.length, reader);
        return reader.telegrams;
    }

    private byte[] stream() {
        SampleStream samples = SampleStream.of(settings(Sampling.FIRST_GENERATION));
        samples.enter(waves, ID);
        return samples.until(1);
    }

    private static S1Settings settings(Sampling sampling) {
        return S1Settings.of(Sampling.FIRST_GENERATION)
                .with(sampling, LineRate.S1_EMUCS)
                .withNeutral(true);
    }

    /** Every order in every channel, so that nothing can be left out. */
    private static Waves waves() {
        List<Spectrum> voltages = new ArrayList<>();
        List<Spectrum> currents = new ArrayList<>();
        for (int phase = 0; phase < 3; phase++) {
            Spectrum voltage = Spectrum.sine(230, -phase * 2 * Math.PI / 3);
            Spectrum current = Spectrum.sine(10 + phase, -phase * 2 * Math.PI / 3);
            for (int order = 2; order <= Spectrum.ORDERS; order++) {
                voltage = voltage.with(order, 10.0 / order, order + phase);
                current = current.with(order, 5.0 / order, order - phase);
            }
            voltages.add(voltage);
            currents.add(current);
        }
        return Waves.steady(Wiring.STAR, Cycle.steady(50), voltages, currents);
    }

    /** Takes every field of every telegram. */
    private static final class Reader implements FrameSplitter.Sink {
        private final S1View view = S1View.of(S1Layout.EMUCS_H_1_3);
        private long telegrams;
        private long sum;

        @Override
        public void frame(byte[] buffer, int at, int length, long offset) {
            if (view.kind(buffer, at, length) != FrameKind.TELEGRAM) {
                return;
            }
            if (Arrays.equals(buffer, at + ID_AT, at + ID_AT + ID_OCTETS.length, ID_OCTETS, 0, ID_OCTETS.length)) {
                telegrams++;
            }
            sum += view.info() ^ view.rate() ^ view.frequency() ^ view.sequence();
            for (int channel = 0; channel < S1View.CHANNELS; channel++) {
                sum += view.channel(channel);
            }
        }

        @Override
        public void noise(byte[] buffer, int at, int count, long offset) {
            throw new IllegalStateException(count + " octets outside telegrams at " + offset);
        }
    }
}
