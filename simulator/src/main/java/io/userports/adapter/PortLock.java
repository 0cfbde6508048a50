package io.userports.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The right of one run of userports to a serial port, held until it is closed or the process has ended, however it ended.
 *
 * <p>It is a locked file of the port's name in each folder where others may look: {@code /run/lock}, where it can be
 * written, as in some systems root alone can, and {@code /tmp}, where all can and some systems tidy up. Runs that do not see
 * each other's files, as in two containers, do not see each other's locks either.
 */
public final class PortLock implements AutoCloseable {
    private static final Path SHARED = Path.of("/run/lock");
    private static final Path TEMPORARY = Path.of("/tmp");

    private static final Map<String, PortLock> OWN = new HashMap<>();

    private final String name;
    private final List<LockFile> files;

    private PortLock(String name, List<LockFile> files) {
        this.name = name;
        this.files = files;
    }

    /**
     * {@return the right to {@code device}, under whatever name it is meant}
     *
     * @throws AdapterException when another run has it, or this one already
     */
    public static PortLock of(String device) {
        return of(device, folders());
    }

    /** The same, with a file in each of those folders. */
    static PortLock of(String device, List<Path> folders) {
        String name = name(device);
        synchronized (OWN) {
            if (OWN.containsKey(name)) {
                throw AdapterException.of("is in use by this run already; give each port a device of its own");
            }
            List<LockFile> files = new ArrayList<>();
            PortLock lock = new PortLock(name, files);
            try {
                for (Path folder : folders) {
                    files.add(LockFile.of(folder.resolve(name)));
                }
                OWN.put(name, lock);
                return lock;
            } finally {
                if (files.size() < folders.size()) {
                    files.forEach(LockFile::close);
                }
            }
        }
    }

    /** {@return the run of userports that has {@code device}, this one too; empty when none has} */
    public static Optional<Holder> holder(String device) {
        return holder(device, folders());
    }

    static Optional<Holder> holder(String device, List<Path> folders) {
        String name = name(device);
        synchronized (OWN) {
            // A file that this process opens and closes again is a lock that this process loses.
            return OWN.containsKey(name)
                    ? Optional.of(LockFile.own())
                    : folders.stream()
                            .flatMap(folder -> LockFile.holder(folder.resolve(name)).stream())
                            .findFirst();
        }
    }

    private static List<Path> folders() {
        Path temporary = isUsable(TEMPORARY) ? TEMPORARY : Path.of(System.getProperty("java.io.tmpdir"));
        return Stream.concat(Stream.of(SHARED).filter(PortLock::isUsable), Stream.of(temporary))
                .toList();
    }

    private static boolean isUsable(Path folder) {
        return Files.isDirectory(folder) && Files.isWritable(folder);
    }

    private static String name(String device) {
        String real = device;
        try {
            real = Path.of(device).toRealPath().toString();
        } catch (IOException | InvalidPathException e) {
            // A name that is no file, as COM3, or of a device that is not there now.
        }
        return "userports-" + real.replaceFirst("^/", "").replaceAll("[^A-Za-z0-9.]", "-") + ".lock";
    }

    @Override
    public void close() {
        synchronized (OWN) {
            if (OWN.remove(name, this)) {
                files.forEach(LockFile::close);
            }
        }
    }
}
