package io.userports.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The figures of {@link P1Benchmark}: medians of its iterations, in nanoseconds on a core. */
final class CodeFigures {
    private static final double TELEGRAMS_A_SECOND = 100_000;

    private final Map<String, Sample> nanos = new TreeMap<>();

    private CodeFigures(Collection<RunResult> results) {
        for (RunResult result : results) {
            double[] iterations = result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .mapToDouble(CodeFigures::nanosOnCore)
                    .toArray();
            nanos.put(result.getPrimaryResult().getLabel(), Sample.of(iterations));
        }
    }

    private static double nanosOnCore(IterationResult iteration) {
        double share = iteration.getSecondaryResults().get("share").getScore();
        return iteration.getPrimaryResult().getScore() * share;
    }

    static CodeFigures measure() throws RunnerException {
        return new CodeFigures(new Runner(new OptionsBuilder()
                        .include(P1Benchmark.class.getName())
                        .build())
                .run());
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
                ratio("Strict decode to plain scan, 1370 octets", "decode", "scan"),
                ratio("Strict decode to plain scan, 803 octets", "decodeSmall", "scanSmall"),
                ratio("Encode to plain scan, 1370 octets", "encode", "scan"),
                ratio("Split to plain scan, 1370 octets", "split", "scan"));
    }

    private Figure throughput(String what, String name, String how) {
        double aSecond = 1e9 / nanos.get(name).median();
        String value = text(name) + ", " + String.format(Locale.ROOT, "%,.0f/s", aSecond);
        return new Figure(what, value, "≥ 100,000/s", aSecond >= TELEGRAMS_A_SECOND, how);
    }

    private Figure time(String what, String name, String how) {
        return Figure.of(what, text(name), how);
    }

    private Figure ratio(String what, String of, String to) {
        double ratio = nanos.get(of).median() / nanos.get(to).median();
        return Figure.of(what, String.format(Locale.ROOT, "%.1f", ratio), "medians of this run");
    }

    private String text(String name) {
        double[] micros = nanos.get(name).values().clone();
        for (int i = 0; i < micros.length; i++) {
            micros[i] /= 1000;
        }
        return Sample.of(micros).text("%.2f", "µs");
    }
}
