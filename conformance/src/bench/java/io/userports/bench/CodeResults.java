package io.userports.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What the benchmarks of one class gave, by their names: time on the core, and memory. */
final class CodeResults {
    private final Map<String, Sample> nanos = new TreeMap<>();
    private final Map<String, Sample> allocated = new TreeMap<>();

    private CodeResults(Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            nanos.put(name, sample(result, CodeResults::nanosOnCore));
            allocated.put(name, sample(result, i -> secondary(i, "gc.alloc.rate.norm")));
        }
    }

    /** {@return the results of {@code benchmarks}, which are run now, with the profiler of the collector} */
    static CodeResults of(Class<?> benchmarks) throws RunnerException {
        return new CodeResults(new Runner(new OptionsBuilder()
                        .include(benchmarks.getName())
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run());
    }

    /** {@return nanoseconds on a core, a value an iteration} */
    Sample nanos(String name) {
        return nanos.get(name);
    }

    /** {@return octets of memory that one of what is measured takes, median of the iterations} */
    double allocated(String name) {
        return allocated.get(name).median();
    }

    /** {@return the time that {@code name} takes, in units of so many nanoseconds} */
    String time(String name, double unit, String format, String symbol) {
        return Sample.of(Arrays.stream(nanos(name).values())
                        .map(nanos -> nanos / unit)
                        .toArray())
                .text(format, symbol);
    }

    /** {@return how many a second one core does, from the median} */
    double aSecond(String name) {
        return 1e9 / nanos(name).median();
    }

    /** {@return how many times the median of {@code to} the median of {@code of} is} */
    Figure ratio(String what, String of, String to) {
        double ratio = nanos(of).median() / nanos(to).median();
        return Figure.of(what, String.format(Locale.ROOT, "%.1f", ratio), "medians of this run");
    }

    private static double nanosOnCore(IterationResult iteration) {
        return iteration.getPrimaryResult().getScore() * secondary(iteration, "share");
    }

    private static double secondary(IterationResult iteration, String name) {
        return iteration.getSecondaryResults().get(name).getScore();
    }

    private static Sample sample(RunResult result, ToDoubleFunction<IterationResult> value) {
        return Sample.of(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(value)
                .toArray());
    }
}
