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

    private Lines() {}

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
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                raw.add(chunk, n);
                int from = 0;
                for (int i = 0; i < n; i++) {
                    if (chunk[i] == '\n') {
                        add(line, chunk, from, i);
                        consumer.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
                        line.reset();
                        from = i + 1;
                    }
                }
                add(line, chunk, from, n);
            }
        } catch (IOException e) {
            // The process is gone; what it wrote before has been read.
        }
        if (line.size() > 0) {
            consumer.accept(line.toString(StandardCharsets.UTF_8));
        }
    }

    private static void add(ByteArrayOutputStream line, byte[] chunk, int from, int to) {
        line.write(chunk, from, Math.min(to - from, LONGEST - line.size()));
    }
}
