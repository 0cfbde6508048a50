package io.userports.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@link Streams} takes in a process of its own while this one reads all of it. */
final class StreamFigures {
    private static final int METERS = 1000;
    private static final int SECONDS = 20;
    private static final int PATIENCE_SECONDS = 30;
    private static final double CORES = 0.5;
    private static final double MOST_LOST = 0.01;

    private StreamFigures() {}

    static List<Figure> measure() throws IOException {
        Process process = new ProcessBuilder(
                        Jar.java(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Streams.class.getName(),
                        Integer.toString(METERS),
                        Integer.toString(SECONDS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
                OutputStream go = process.getOutputStream()) {
            List<String> addresses = new ArrayList<>();
            for (int i = 0; i < METERS; i++) {
                addresses.add(words.readLine());
            }
            try (StreamReaders readers = StreamReaders.of(addresses)) {
                go.write('\n');
                go.flush();
                String[] result = words.readLine().split(" ");
                return figures(result, readers.telegrams());
            }
        } finally {
            process.destroy();
            Jar.awaitEnd(process, PATIENCE_SECONDS);
        }
    }

    private static List<Figure> figures(String[] result, long arrived) {
        double cores = Double.parseDouble(result[0]);
        long left = Long.parseLong(result[1]);
        long dropped = Long.parseLong(result[2]);
        boolean all = left >= METERS * SECONDS * (1 - MOST_LOST) && arrived >= left;
        String sent = String.format(
                Locale.ROOT,
                "%d meters with a TCP port each in one process, spread over the second, 1370 octets a telegram at the"
                        + " pace of the line; %d s: %,d telegrams left, %d dropped; readers in another process",
                METERS,
                SECONDS,
                left,
                dropped);
        return List.of(
                new Figure(
                        "1000 telegram streams",
                        String.format(Locale.ROOT, "%.2f core", cores),
                        "< 0.5 core",
                        cores < CORES && all,
                        sent),
                Figure.of("Their lateness", "p50 " + result[3] + " ms, p99 " + result[4] + " ms", "their ledger"));
    }
}
