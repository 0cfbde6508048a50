package io.userports.bench;

import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The figures of {@link FaultBenchmark}: medians of its iterations. */
final class FaultFigures {
    private static final double MOST_NANOS = 1000;

    private final CodeResults results;

    private FaultFigures(CodeResults results) {
        this.results = results;
    }

    static FaultFigures measure() throws RunnerException {
        return new FaultFigures(CodeResults.of(FaultBenchmark.class));
    }

    /** Prints the figures without measuring anything else. */
    public static void main(String[] none) throws RunnerException {
        measure().figures().forEach(figure -> System.out.println(figure.row()));
    }

    List<Figure> figures() {
        return List.of(
                bounded("No fault, a telegram of P1", "idleP1", "`Disturber.strike`, nothing told"),
                bounded("No fault, a batch of S1", "idleS1", "`Disturber.isIdle` and `pass`, 13 telegrams"),
                bounded("A fault that is not due, P1", "waitingP1", "`Disturber.strike`, one disturbance told"),
                bounded("A fault that is not due, a telegram of S1", "waitingS1", "the same"),
                Figure.of(
                        "A wrong CRC on 1370 octets",
                        text("strikingP1"),
                        "the telegram read as text, its CRC checked and written"),
                Figure.of("A wrong FCS on 45 octets", text("strikingS1"), "the FCS checked and written"));
    }

    private Figure bounded(String what, String name, String how) {
        return new Figure(what, text(name), "< 1 µs", results.nanos(name).median() < MOST_NANOS, how);
    }

    private String text(String name) {
        return results.time(name, 1, "%.0f", "ns");
    }
}
