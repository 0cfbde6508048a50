package io.userports.conformance.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where Cucumber writes its messages: a file that, once it cannot be written, takes everything and keeps nothing. */
final class MessagesFile extends OutputStream {
    private final Path file;
    private final OutputStream out;
    private String lost = "";

    private MessagesFile(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    static MessagesFile at(Path file) throws IOException {
        return new MessagesFile(file, Files.newOutputStream(file));
    }

    /** {@return one that keeps nothing, and is missing nothing} */
    static MessagesFile none() {
        return new MessagesFile(Path.of("messages"), OutputStream.nullOutputStream());
    }

    /** {@return what is missing of it, a sentence; none when all is there} */
    List<String> lost() {
        return lost.isEmpty() ? List.of() : List.of(file + " cannot be written: " + lost);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        attempt(() -> out.write(octets, offset, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    @Override
    public void close() {
        attempt(out::close);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        if (lost.isEmpty()) {
            try {
                writing.run();
            } catch (IOException e) {
                lost = String.valueOf(e.getMessage());
            }
        }
    }
}
