package io.userports.bench;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** The figures of {@link S1Benchmark}: medians of its iterations. */
final class SampleCodeFigures {
    private static final double WRITTEN_A_SECOND = 1.5e6;
    private static final double READ_A_SECOND = 8e6;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int TELEGRAM_OCTETS = 45;
    /** What the profiler itself and the beginning of an invocation leave behind is less, a telegram. */
    private static final double NOTHING = 0.1;
    /** An object's header, the length of an array, rounding to eight octets. */
    private static final double ARRAY_OCTETS = 24;

    private final CodeResults results;

    private SampleCodeFigures(CodeResults results) {
        this.results = results;
    }

    static SampleCodeFigures measure() throws RunnerException {
        return new SampleCodeFigures(CodeResults.of(S1Benchmark.class));
    }

    List<Figure> figures() {
        return List.of(
                throughput(
                        "Make a telegram of S1",
                        "synthesize",
                        "≥ 1,500,000/s",
                        WRITTEN_A_SECOND,
                        "`SampleStream`: 7 channels of 25 harmonics, FCS; star with neutral, 52 a period, batches of 5"
                                + " ms"),
                throughput("The same at 4000 Hz", "synthesizeMost", "≥ 1,500,000/s", WRITTEN_A_SECOND, "the same"),
                throughput(
                        "Read a telegram of S1",
                        "read",
                        "≥ 8,000,000/s",
                        READ_A_SECOND,
                        "`FrameSplitter` and `S1View`, FCS and every field; 2600 telegrams in one buffer"),
                Figure.of(
                        "Gurux reads a frame of 45 octets",
                        rate("readByGurux"),
                        "`GXDLMSClient.getData` (gurux.dlms 4.0.47) on 2600 HDLC data notifications in one buffer: HCS,"
                                + " FCS and one octet string of 23 octets"),
                Figure.of(
                        "A second of a whole meter at 2600 Hz",
                        results.time("meterSecond", NANOS_PER_MILLI, "%.2f", "ms"),
                        "`Meter.step`: household, waveforms, 2600 telegrams of S1 and one of P1"),
                memory(
                        "Memory for a telegram that is made",
                        "synthesize",
                        TELEGRAM_OCTETS + ARRAY_OCTETS / S1Benchmark.BATCH,
                        "nothing but an array a batch",
                        "profiler of the collector; the batch of 13 telegrams is the array that is handed over"),
                memory("Memory for a telegram that is read", "read", 0, "nothing", "profiler of the collector"),
                Figure.of("Memory for a frame that Gurux reads", octets("readByGurux"), "profiler of the collector"));
    }

    List<Figure> ratios() {
        return List.of(
                results.ratio("Gurux, a frame, to S1 read, 45 octets each", "readByGurux", "read"),
                results.ratio("S1 made to S1 read", "synthesize", "read"));
    }

    private Figure throughput(String what, String name, String target, double least, String how) {
        return new Figure(what, rate(name), target, results.aSecond(name) >= least, how);
    }

    private Figure memory(String what, String name, double most, String target, String how) {
        return new Figure(what, octets(name), target, results.allocated(name) <= most + NOTHING, how);
    }

    private String rate(String name) {
        return results.time(name, 1, "%.0f", "ns") + String.format(Locale.ROOT, ", %,.0f/s", results.aSecond(name));
    }

    private String octets(String name) {
        return String.format(Locale.ROOT, "%.2f octets", results.allocated(name));
    }
}
