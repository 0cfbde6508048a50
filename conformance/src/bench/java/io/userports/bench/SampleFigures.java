package io.userports.bench;

import io.userports.link.LinkSpec;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What S1 of one meter and of several takes in a process of its own while this one reads it. */
final class SampleFigures {
    /** Until then the compilers of the machine take more than the meter. */
    private static final int WARMING_SECONDS = 20;
    /** With the warming, a minute. */
    private static final int SECONDS = 40;

    private static final int SETTLING_SECONDS = 5;
    private static final int METERS = 20;
    private static final int SECONDS_OF_MANY = 10;
    private static final int TELEGRAM = 45;
    private static final double PERCENT = 3;
    private static final double LATE_MILLIS = 2;

    private SampleFigures() {}

    static List<Figure> measure() throws IOException {
        String link = LinkSpec.Pty.supported() ? "pty" : "tcp:0";
        Run usual = one(link, "52/period", "1500000");
        Run most = one(link, "4000", "2000000");
        return List.of(
                new Figure(
                        "S1 of one meter at 2600 Hz",
                        String.format(Locale.ROOT, "%.1f %% of a core", 100 * usual.taken.cores()),
                        "≤ 3 %",
                        100 * usual.taken.cores() <= PERCENT,
                        "processor time of its process, household and all, after " + WARMING_SECONDS + " s, for "
                                + SECONDS + " s; 52 a period in batches of 5 ms to a reader of `" + link + "`"),
                new Figure(
                        "Lateness of its batches",
                        usual.taken.lateness(),
                        "p99 ≤ 2 ms",
                        usual.taken.p99() <= LATE_MILLIS,
                        "its own ledger"),
                usual.complete("S1 at 2600 Hz", "1.5 Mbit/s"),
                most.complete("S1 at 4000 Hz", "2 Mbit/s"),
                Figure.of(
                        "Lateness of those batches",
                        most.taken.lateness(),
                        String.format(
                                Locale.ROOT,
                                "its own ledger; %.1f %% of a core at this rate",
                                100 * most.taken.cores())),
                many());
    }

    /** One meter and what the reader of its port made of it. */
    private record Run(Taken taken, long telegrams, long lost, long outside) {
        Figure complete(String what, String rate) {
            boolean all =
                    telegrams * TELEGRAM == taken.octets() && taken.octetsDropped() == 0 && lost == 0 && outside == 0;
            return new Figure(
                    what + ", nothing lost",
                    String.format(
                            Locale.ROOT, "%,d telegrams read, %d lost, %d octets outside", telegrams, lost, outside),
                    "all of 60 s",
                    all,
                    String.format(
                            Locale.ROOT,
                            "%,d sent, %d not taken, at %s, from the first octet to the last; a reader of its own in"
                                    + " another process",
                            taken.octets() / TELEGRAM,
                            taken.octetsDropped() / TELEGRAM,
                            rate));
        }
    }

    private static Run one(String link, String sampling, String bits) throws IOException {
        try (StreamProcess meter = StreamProcess.of(1, WARMING_SECONDS, SECONDS, link, sampling, bits);
                SampleReader reader = SampleReader.of(meter.addresses().get(0))) {
            Taken taken = meter.play();
            reader.awaitEnd();
            return new Run(taken, reader.telegrams(), reader.lost(), reader.outside());
        }
    }

    private static Figure many() throws IOException {
        try (StreamProcess meters =
                        StreamProcess.of(METERS, SETTLING_SECONDS, SECONDS_OF_MANY, "tcp:0", "52/period", "1500000");
                StreamReaders readers = StreamReaders.of(meters.addresses())) {
            Taken taken = meters.play();
            return Figure.of(
                    "S1 of " + METERS + " meters at 2600 Hz",
                    String.format(Locale.ROOT, "%.2f core, %s", taken.cores(), taken.lateness()),
                    String.format(
                            Locale.ROOT,
                            "a TCP port each in one process, %d s: %,d batches left, %d dropped; %,d octets sent in"
                                    + " all, %,d read in another process",
                            SECONDS_OF_MANY,
                            taken.left(),
                            taken.dropped(),
                            taken.octets(),
                            readers.octets()));
        }
    }
}
