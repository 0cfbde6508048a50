package io.userports.bench;

import io.userports.link.LinkSpec;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The jar as a user starts it, each time in a new process. */
final class Jar {
    private static final double HELP_SECONDS = 0.6;
    private static final double FIRST_OCTET_SECONDS = 1.5;
    private static final double SUITE_SECONDS = 90;
    private static final int SUITE_SCENARIOS = 35;
    private static final int SUITE_PATIENCE_SECONDS = 180;
    private static final int JOBS = 8;

    private final Path jar;

    Jar(Path jar) {
        this.jar = jar;
    }

    Figure size() throws IOException {
        return Figure.of(
                "Size of the jar",
                String.format(Locale.ROOT, "%.1f MB", Files.size(jar) / 1e6),
                "`conformance/target/userports.jar`, about 15 MB expected");
    }

    Figure help() {
        Sample seconds = Sample.of(10, () -> {
            long began = System.nanoTime();
            Process process = start(ProcessBuilder.Redirect.DISCARD, "--help");
            awaitEnd(process, SUITE_PATIENCE_SECONDS);
            return secondsSince(began);
        });
        return new Figure(
                "`--help`",
                seconds.text("%.2f", "s"),
                "< 0.6 s",
                seconds.median() < HELP_SECONDS,
                "start to end of the process, 10 times");
    }

    Figure firstOctet() {
        String link = LinkSpec.Pty.supported() ? "pty" : "tcp:0";
        Sample seconds = Sample.of(5, () -> secondsToFirstOctet(link));
        return new Figure(
                "`emulate` to its first octet",
                seconds.text("%.2f", "s"),
                "≤ 1.5 s",
                seconds.median() <= FIRST_OCTET_SECONDS,
                "start of the process to the first octet that a reader gets who opens the printed address (`--p1 "
                        + link + "`), 5 times");
    }

    Figure suite() throws IOException {
        Path out = jar.resolveSibling("bench-out");
        long began = System.nanoTime();
        Process process = start(
                ProcessBuilder.Redirect.DISCARD, "test", "--jobs", Integer.toString(JOBS), "--out", out.toString());
        int exit = awaitEnd(process, SUITE_PATIENCE_SECONDS);
        double seconds = secondsSince(began);
        int scenarios = Files.readAllLines(out.resolve("results.ndjson")).size();
        double limit = SUITE_SECONDS * scenarios / SUITE_SCENARIOS;
        return new Figure(
                "The whole suite",
                String.format(Locale.ROOT, "%d scenarios in %.0f s, exit %d", scenarios, seconds, exit),
                String.format(Locale.ROOT, "35 in 90 s; so %d in %.0f s, exit 0", scenarios, limit),
                exit == 0 && seconds <= limit,
                "`test --jobs " + JOBS + "` against the reference CEMS over virtual serial ports, start to end");
    }

    private double secondsToFirstOctet(String link) {
        long began = System.nanoTime();
        Process process = start(ProcessBuilder.Redirect.PIPE, "emulate", "--p1", link);
        try (BufferedReader words = process.inputReader(StandardCharsets.UTF_8)) {
            String address = words.readLine().substring("P1 ".length());
            try (InputStream port = open(address)) {
                port.read();
                return secondsSince(began);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroy();
            awaitEnd(process, SUITE_PATIENCE_SECONDS);
        }
    }

    /** {@return what can be read at {@code address}: a device, or a host and its port} */
    static InputStream open(String address) throws IOException {
        if (address.startsWith("/")) {
            return new FileInputStream(address);
        }
        int colon = address.lastIndexOf(':');
        Socket socket = new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        return socket.getInputStream();
    }

    private Process start(ProcessBuilder.Redirect output, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(output)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the Java that runs this} */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** {@return the exit code of {@code process}, which is killed when it takes longer than {@code seconds}} */
    static int awaitEnd(Process process, int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a measured process ran", e);
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
