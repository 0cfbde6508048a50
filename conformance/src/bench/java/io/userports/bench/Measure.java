package io.userports.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and writes it down: {@code Measure JAR DOCUMENT}. */
public final class Measure {
    private Measure() {}

    /** Takes about nine minutes, in which the machine should have nothing else to do. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Jar jar = new Jar(Path.of(arguments[0]));
        Path document = Path.of(arguments[1]);
        double load = Machine.load();
        List<Figure> processes = new ArrayList<>();
        say(processes, jar.size());
        say(processes, jar.help());
        say(processes, jar.firstOctet());
        say(processes, Idle.lateness());
        SampleFigures.measure().forEach(figure -> say(processes, figure));
        StreamFigures.measure().forEach(figure -> say(processes, figure));
        say(processes, jar.suite());
        CodeFigures code = CodeFigures.measure();
        SampleCodeFigures samples = SampleCodeFigures.measure();
        FaultFigures faults = FaultFigures.measure();
        String text = text(load, code, samples, faults, processes);
        Files.createDirectories(document.toAbsolutePath().getParent());
        Files.writeString(document, text);
        System.out.println(text);
    }

    private static void say(List<Figure> figures, Figure figure) {
        System.out.println(figure.row());
        figures.add(figure);
    }

    private static String text(
            double load, CodeFigures code, SampleCodeFigures samples, FaultFigures faults, List<Figure> processes)
            throws IOException {
        return """
                # Performance

                Written by `mvn -Pbench verify`; everything on this page comes from one run.

                %s; %s; load average %.1f when it began.

                ## The code, one core

                Time of the measuring thread on its core, without what other programs took of it: medians, with the
                fastest and the slowest iteration in parentheses. JMH, 2 forks, 2 iterations to warm up and 3 to measure
                in each, a second each, with `%s`.

                ### P1

                %s
                ### S1

                %s
                ### Faults

                %s
                ## Ratios

                %s%s
                ## Whole processes

                Medians, with the fastest and the slowest in parentheses; each process is a new JVM.

                %s"""
                .formatted(
                        Machine.description(),
                        LocalDate.now(ZoneOffset.UTC),
                        load,
                        P1Benchmark.ONE_CORE,
                        table(code.figures()),
                        table(samples.figures()),
                        table(faults.figures()),
                        table(code.ratios()),
                        rows(samples.ratios()),
                        table(processes));
    }

    private static String table(List<Figure> figures) {
        return "| What | Figure | Target | Met | How measured |\n|---|---|---|---|---|\n" + rows(figures);
    }

    private static String rows(List<Figure> figures) {
        return figures.stream().map(figure -> figure.row() + "\n").collect(Collectors.joining());
    }
}
