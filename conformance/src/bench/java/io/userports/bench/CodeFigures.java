package io.userports.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** The figures of {@link P1Benchmark}: medians of its iterations. */
final class CodeFigures {
    private static final double TELEGRAMS_A_SECOND = 100_000;
    private static final double NANOS_PER_MICRO = 1000;

    private final CodeResults results;

    private CodeFigures(CodeResults results) {
        this.results = results;
    }

    static CodeFigures measure() throws RunnerException {
        return new CodeFigures(CodeResults.of(P1Benchmark.class));
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(throughput("Encode a telegram of 1370 octets", "encode", "`P1Codec.encode`, objects to octets"));
        figures.add(time("The state of its meter to octets", "encodeState", "`P1Codec.telegram`, then `encode`"));
        figures.add(throughput("Decode it strictly", "decode", "`P1Codec.decode`, every rule asked"));
        figures.add(time("Decode 803 octets strictly", "decodeSmall", "the same with an edition of fewer objects"));
        figures.add(time("Plain scan of 1370 octets", "scan", "lines, groups and CRC found, nothing kept"));
        figures.add(time("Plain scan of 803 octets", "scanSmall", "the same"));
        figures.add(time("Split a stream, a telegram", "split", "`TelegramSplitter` in chunks of 4096 octets"));
        figures.add(time("Household, a second", "step", "`Household.after`, five loads and gas"));
        figures.add(time("Meter, a second", "second", "`Meter.step`: household, telegram, octets"));
        return figures;
    }

    List<Figure> ratios() {
        return List.of(
                results.ratio("Strict decode to plain scan, 1370 octets", "decode", "scan"),
                results.ratio("Strict decode to plain scan, 803 octets", "decodeSmall", "scanSmall"),
                results.ratio("Encode to plain scan, 1370 octets", "encode", "scan"),
                results.ratio("Split to plain scan, 1370 octets", "split", "scan"));
    }

    private Figure throughput(String what, String name, String how) {
        double aSecond = results.aSecond(name);
        String value = text(name) + ", " + String.format(Locale.ROOT, "%,.0f/s", aSecond);
        return new Figure(what, value, "≥ 100,000/s", aSecond >= TELEGRAMS_A_SECOND, how);
    }

    private Figure time(String what, String name, String how) {
        return Figure.of(what, text(name), how);
    }

    private String text(String name) {
        return results.time(name, NANOS_PER_MICRO, "%.2f", "µs");
    }
}
