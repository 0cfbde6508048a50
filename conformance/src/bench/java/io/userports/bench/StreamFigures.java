package io.userports.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What P1 of many meters takes in a process of its own while this one reads all of it. */
final class StreamFigures {
    private static final int METERS = 1000;
    private static final int SETTLING_SECONDS = 10;
    private static final int SECONDS = 20;
    private static final double CORES = 0.5;
    private static final double MOST_LOST = 0.01;

    private StreamFigures() {}

    static List<Figure> measure() throws IOException {
        try (StreamProcess meters = StreamProcess.of(METERS, SETTLING_SECONDS, SECONDS, "tcp:0");
                StreamReaders readers = StreamReaders.of(meters.addresses())) {
            Taken taken = meters.play();
            return figures(taken, readers.telegrams());
        }
    }

    private static List<Figure> figures(Taken taken, long arrived) {
        boolean all = taken.left() >= METERS * SECONDS * (1 - MOST_LOST) && arrived >= taken.left();
        String sent = String.format(
                Locale.ROOT,
                "%d meters with a TCP port each in one process, spread over the second, 1370 octets a telegram at the"
                        + " pace of the line; %d s: %,d telegrams left, %d dropped; readers in another process",
                METERS,
                SECONDS,
                taken.left(),
                taken.dropped());
        return List.of(
                new Figure(
                        "1000 telegram streams",
                        String.format(Locale.ROOT, "%.2f core", taken.cores()),
                        "< 0.5 core",
                        taken.cores() < CORES && all,
                        sent),
                Figure.of("Their lateness", taken.lateness(), "their ledger"));
    }
}
