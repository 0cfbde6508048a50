package io.userports.conformance.observe;

import io.userports.conformance.cems.Observe.Followed;
import io.userports.conformance.cems.Placeholders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The lines that are added to a file, which may come later, be moved aside and made anew, or be emptied.
 *
 * <p>What stood in it when this began was written by an earlier run and is not read.
 */
final class FileFollower implements Observer, Repeating.Look {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int LONGEST_LINE = 16 * 1024;

    private final Path path;
    private final Interpreter interpreter;
    private final LineCutter lines;
    private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST_LINE);
    private Optional<Opened> opened = Optional.empty();
    private Optional<Repeating> thread = Optional.empty();

    /** A file that is open: {@code key} tells it from another of the same name. */
    private record Opened(SeekableByteChannel channel, Object key) {}

    private FileFollower(Path path, Interpreter interpreter) {
        this.path = path;
        this.interpreter = interpreter;
        this.lines = new LineCutter(LONGEST_LINE, this::take);
    }

    static Observer begin(Followed declared, Placeholders placeholders, Interpreter interpreter) {
        FileFollower follower = new FileFollower(Path.of(placeholders.fill(declared.path())), interpreter);
        follower.skip();
        follower.thread = Optional.of(Repeating.begin("file", EVERY_NANOS, follower));
        return follower;
    }

    private void skip() {
        try {
            opened = open();
            if (opened.isPresent()) {
                opened.get().channel().position(opened.get().channel().size());
            }
        } catch (IOException e) {
            unavailable(e);
        }
    }

    @Override
    public void once() {
        try {
            if (opened.isEmpty()) {
                opened = open();
            }
            if (opened.isPresent()) {
                follow(opened.get());
            }
        } catch (IOException e) {
            unavailable(e);
        }
    }

    private void follow(Opened file) throws IOException {
        if (file.channel().size() < file.channel().position()) {
            file.channel().position(0);
            lines.reset();
        }
        // Asked before it is read, so that all is read of a file that has been moved aside.
        boolean moved = Files.exists(path) && !Objects.equals(key(), file.key());
        while (file.channel().read(buffer.clear()) > 0) {
            lines.add(buffer.array(), buffer.position());
        }
        if (moved) {
            lines.reset();
            file.channel().close();
            opened = Optional.empty();
            once();
        }
    }

    private Optional<Opened> open() throws IOException {
        try {
            return Optional.of(new Opened(Files.newByteChannel(path), key()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Object key() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private void take(String line) {
        interpreter.take(Message.of(line), System.nanoTime());
    }

    private void unavailable(IOException e) {
        interpreter.unavailable(path + " cannot be read: " + e.getMessage(), System.nanoTime());
    }

    @Override
    public Optional<String> broken() {
        return thread.flatMap(Repeating::broken);
    }

    @Override
    public void close() {
        thread.ifPresent(Repeating::close);
        try {
            if (opened.isPresent()) {
                opened.get().channel().close();
            }
        } catch (IOException e) {
            // Only read from: nothing is lost.
        }
    }
}
