package io.userports.bench;

import io.userports.fault.Disturbances;
import io.userports.fault.Disturber;
import io.userports.grid.Noise;
import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1Layout;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the place costs at which faults strike, a telegram each: when there are none, none is due, and one strikes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = P1Benchmark.ONE_CORE)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class FaultBenchmark {
    /** Never due within a measurement. */
    private static final String NOT_DUE = "every=999999999";

    private final Emission p1 = new Emission(Instant.EPOCH, UserPort.P1, House.telegram());
    private final Emission s1 = new Emission(Instant.EPOCH, UserPort.S1, sample());
    private final Disturber idleP1 = disturber(UserPort.P1);
    private final Disturber idleS1 = disturber(UserPort.S1);
    private final Disturber waitingP1 = disturber(UserPort.P1, "wrong-crc:" + NOT_DUE);
    private final Disturber waitingS1 = disturber(UserPort.S1, "wrong-fcs:" + NOT_DUE);
    private final Disturber strikingP1 = disturber(UserPort.P1, "wrong-crc");
    private final Disturber strikingS1 = disturber(UserPort.S1, "wrong-fcs");
    private long second;

    /** No fault on P1. */
    @Benchmark
    public List<Emission> idleP1(Core core) {
        return idleP1.strike(next(p1));
    }

    /** No fault on S1: a batch is counted and leaves as it is. */
    @Benchmark
    public boolean idleS1(Core core) {
        boolean idle = idleS1.isIdle();
        if (idle) {
            idleS1.pass(S1Benchmark.BATCH);
        }
        return idle;
    }

    /** A fault on P1 that does not strike this telegram. */
    @Benchmark
    public List<Emission> waitingP1(Core core) {
        return waitingP1.strike(next(p1));
    }

    /** A fault on S1 that does not strike this telegram. */
    @Benchmark
    public List<Emission> waitingS1(Core core) {
        return waitingS1.strike(next(s1));
    }

    /** A telegram of 1370 octets gets a wrong CRC. */
    @Benchmark
    public List<Emission> strikingP1(Core core) {
        return strikingP1.strike(next(p1));
    }

    /** A telegram of S1 gets a wrong FCS. */
    @Benchmark
    public List<Emission> strikingS1(Core core) {
        return strikingS1.strike(next(s1));
    }

    /** A second later each, as the line of a meter that is never late. */
    private Emission next(Emission emission) {
        return emission.at(Instant.ofEpochSecond(second++));
    }

    private static Disturber disturber(UserPort port, String... faults) {
        Disturber disturber = new Disturber(port, port == UserPort.P1 ? LineRate.P1 : LineRate.S1, new Noise(1));
        for (String fault : faults) {
            disturber.set(Disturbances.parse(fault).list());
        }
        return disturber;
    }

    private static byte[] sample() {
        S1Frame frame = new S1Frame(
                "1SAG3100000042", S1Info.POLYPHASE | S1Info.VALID_SAMPLES, 52, 50_000, 0, 9200, 1000, 0, 0, 0, 0, 0);
        return S1Codec.encode(S1Layout.EMUCS_H_1_3, frame);
    }
}
