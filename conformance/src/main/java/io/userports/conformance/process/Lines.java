package io.userports.conformance.process;

import io.userports.conformance.cems.Ring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The lines of a stream that may hold anything; long ones are cut, so that a flood without an end costs no memory. */
final class Lines {
    /** The longest honest line is a text of 1024 characters with its frame. */
    static final int LONGEST = 16 * 1024;

    private final Consumer<String> consumer;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean handedOver;

    private Lines(Consumer<String> consumer) {
        this.consumer = consumer;
    }

    /** {@return the last {@code most} lines of {@code octets}} */
    static List<String> last(byte[] octets, int most) {
        int from = octets.length;
        int ends = 0;
        while (from > 0 && ends <= most) {
            from--;
            ends += octets[from] == '\n' ? 1 : 0;
        }
        List<String> all = new ArrayList<>();
        read(new ByteArrayInputStream(octets, from, octets.length - from), new Ring(), all::add);
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    /** Reads to the end; keeps what comes in {@code raw}, and tells each line. */
    static void read(InputStream in, Ring raw, Consumer<String> consumer) {
        byte[] chunk = new byte[8192];
        Lines lines = new Lines(consumer);
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                raw.add(chunk, n);
                lines.take(chunk, n);
            }
        } catch (IOException e) {
            // The process is gone; what it wrote before has been read.
        }
        if (lines.line.size() > 0) {
            lines.end();
        }
    }

    private void take(byte[] chunk, int n) {
        int from = 0;
        for (int i = 0; i < n; i++) {
            if (chunk[i] == '\n') {
                add(chunk, from, i);
                end();
                from = i + 1;
            }
        }
        add(chunk, from, n);
    }

    /** A line that is too long is handed over at once, cut off: it may never end. */
    private void add(byte[] chunk, int from, int to) {
        line.write(chunk, from, Math.min(to - from, LONGEST - line.size()));
        if (line.size() == LONGEST && !handedOver) {
            consumer.accept(line.toString(StandardCharsets.UTF_8));
            handedOver = true;
        }
    }

    private void end() {
        if (!handedOver) {
            consumer.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
        }
        line.reset();
        handedOver = false;
    }
}
