package io.userports.bench;

import io.userports.grid.Household;
import io.userports.grid.MeterState;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.p1.DecodedTelegram;
import io.userports.p1.P1Codec;
import io.userports.p1.Telegram;
import io.userports.p1.TelegramSplitter;
import io.userports.wire.Emission;
import java.io.ByteArrayOutputStream;
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

/** What P1 costs one core, from the household to the octets and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = P1Benchmark.ONE_CORE)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class P1Benchmark {
    /** A collector that works on the core that is measured and on no other. */
    static final String ONE_CORE = "-XX:+UseSerialGC";
    /** Telegrams in the stream that is split. */
    static final int STREAM = 100;

    private static final int CHUNK = 4096;
    private static final int OFFSET = 7;

    private final byte[] octets = House.telegram();
    private final byte[] smallOctets = House.smallTelegram();
    private final byte[] stream = stream(octets);
    private final Household household = House.household(1);
    private final MeterState state = House.state(1);
    private final Telegram telegram = P1Codec.telegram(state);
    private final Meter meter = Meter.of(household, state, 1, Consent.GIVEN);
    private MeterState running = state;

    /** A telegram to its octets. */
    @Benchmark
    public byte[] encode(Core core) {
        return P1Codec.encode(telegram);
    }

    /** What the meter knows to its octets. */
    @Benchmark
    public byte[] encodeState(Core core) {
        return P1Codec.encode(P1Codec.telegram(state));
    }

    /** Octets to objects and findings, every rule asked. */
    @Benchmark
    public DecodedTelegram decode(Core core) {
        return P1Codec.decode(octets, 0, octets.length);
    }

    /** The same with a telegram of the size that others are measured with. */
    @Benchmark
    public DecodedTelegram decodeSmall(Core core) {
        return P1Codec.decode(smallOctets, 0, smallOctets.length);
    }

    /** The least that reading can cost. */
    @Benchmark
    public long scan(Core core) {
        return PlainScan.of(octets);
    }

    /** The least that reading the small telegram can cost. */
    @Benchmark
    public long scanSmall(Core core) {
        return PlainScan.of(smallOctets);
    }

    /** One second of the household. */
    @Benchmark
    public MeterState step(Core core) {
        running = household.after(running);
        return running;
    }

    /** One second of a whole meter: the household, the telegram and its octets. */
    @Benchmark
    public List<Emission> second(Core core) {
        return meter.step();
    }

    /** A stream in chunks to its telegrams. */
    @Benchmark
    @OperationsPerInvocation(STREAM)
    public void split(Core core, Blackhole pieces) {
        TelegramSplitter splitter = new TelegramSplitter();
        for (int from = 0; from < stream.length; from += CHUNK) {
            splitter.feed(stream, from, Math.min(from + CHUNK, stream.length), pieces::consume);
        }
        splitter.end(pieces::consume);
    }

    /** Begins within a telegram, as a reader does that has just been plugged in. */
    private static byte[] stream(byte[] octets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(octets, OFFSET, octets.length - OFFSET);
        for (int i = 0; i < STREAM; i++) {
            all.writeBytes(octets);
        }
        return all.toByteArray();
    }
}
