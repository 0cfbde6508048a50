package io.userports.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A file that this process has locked in the system, with its number and what it runs inside; the caller sees to it that it
 * opens none twice.
 */
final class LockFile implements AutoCloseable {
    /** Somebody who has just looked, or is just leaving, is waited for. */
    private static final int TRIES = 10;

    /** Far behind what is written there: some systems let nobody else read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private static final int LONGEST_COMMAND = 160;
    private static final int LONGEST_SAID = 1024;
    private static final long RETRY_NANOS = 5_000_000;

    private final Path file;
    private final FileChannel channel;

    private LockFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * {@return that file, locked}
     *
     * @throws AdapterException when another process has it, or it cannot be had
     */
    static LockFile of(Path file) {
        try {
            for (int i = 0; i < TRIES; i++) {
                Optional<LockFile> lock = attempt(file);
                if (lock.isPresent()) {
                    return lock.get();
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
            throw AdapterException.of("is in use by another run of userports, "
                    + said(file).map(Holder::toString).orElse("which does not say its process")
                    + "; end it, or give each run devices of its own");
        } catch (IOException e) {
            throw AdapterException.of(
                    "cannot be locked with the file " + file + " (" + e + "); remove it, or let yourself write it", e);
        }
    }

    /** {@return who has locked it; empty when nobody has, or it does not say who} */
    static Optional<Holder> holder(Path file) {
        try (FileChannel channel = open(file)) {
            return channel.tryLock(LOCKED, 1, false) == null ? said(file) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@return the lock; empty when somebody has it, or its file went away meanwhile} */
    private static Optional<LockFile> attempt(Path file) throws IOException {
        create(file);
        FileChannel channel = null;
        boolean locked = false;
        try {
            Object before = key(file);
            channel = open(file);
            if (channel.tryLock(LOCKED, 1, false) == null || !Objects.equals(before, key(file))) {
                return Optional.empty();
            }
            Holder own = own();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((own.pid() + "\n" + own.command()).getBytes(StandardCharsets.UTF_8)));
            locked = true;
            return Optional.of(new LockFile(file, channel));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } finally {
            if (channel != null && !locked) {
                channel.close();
            }
        }
    }

    /** Makes the file if there is none, for everybody to lock; some systems let nobody open it for making if there is. */
    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            return;
        }
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (NoSuchFileException | UnsupportedOperationException e) {
            // Removed again by who was faster, or on a system that has no such permissions.
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /** {@return which file it is, whatever its name; null where the system does not tell, and open files stay} */
    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static Optional<Holder> said(Path file) {
        try {
            String[] lines = beginning(file).split("\n", 2);
            return lines.length == 2 && lines[0].matches("[0-9]{1,18}")
                    ? Optional.of(new Holder(Long.parseLong(lines[0]), lines[1]))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whoever may write there may have written anything, or a link to anything. */
    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(LONGEST_SAID), StandardCharsets.UTF_8);
        }
    }

    /** {@return this process and what it runs} */
    static Holder own() {
        String command = System.getProperty("sun.java.command", "").replaceAll("\\s+", " ");
        return new Holder(
                ProcessHandle.current().pid(),
                command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND) + "…");
    }

    @Override
    public void close() {
        try (channel) {
            // Before the lock goes, or it could be another run's file that is removed.
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Somebody else's file stays, and is free.
        }
    }
}
