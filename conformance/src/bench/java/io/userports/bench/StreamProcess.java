package io.userports.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@link Streams} in a process of its own, so that its processor time is that of the meters alone. */
final class StreamProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedReader words;
    private final OutputStream go;
    private final List<String> addresses = new ArrayList<>();

    private StreamProcess(Process process) {
        this.process = process;
        this.words = process.inputReader(StandardCharsets.UTF_8);
        this.go = process.getOutputStream();
    }

    /** {@return the process with all ports open and nothing sent; {@code port} is empty for P1} */
    static StreamProcess of(int meters, int settling, int seconds, String link, String... port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Jar.java(),
                "-classpath",
                System.getProperty("java.class.path"),
                Streams.class.getName(),
                Integer.toString(meters),
                Integer.toString(settling),
                Integer.toString(seconds),
                link));
        command.addAll(List.of(port));
        StreamProcess streams = new StreamProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        for (int i = 0; i < meters; i++) {
            streams.addresses.add(streams.words.readLine());
        }
        return streams;
    }

    /** {@return where the ports can be read} */
    List<String> addresses() {
        return addresses;
    }

    /** {@return what it took when everything has been sent} */
    Taken play() throws IOException {
        go.write('\n');
        go.flush();
        return Taken.parse(words.readLine());
    }

    @Override
    public void close() throws IOException {
        go.close();
        words.close();
        Jar.awaitEnd(process, PATIENCE_SECONDS);
    }
}
