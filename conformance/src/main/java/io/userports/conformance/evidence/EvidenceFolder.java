package io.userports.conformance.evidence;

import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a run's evidence: complete and valid under its name, or not there.
 *
 * <p>Everything is written into a folder beside it, {@code NAME.part-PID}. When all is there it is synced, described by a
 * {@link Manifest} and renamed; what stood under the name before goes only then. A run that is killed at whatever moment
 * leaves the part behind, and the next run that ends takes it away.
 */
public final class EvidenceFolder {
    private static final String PART = ".part-";
    private static final String OLD = ".old-";
    private static final String SCENARIOS = "scenarios";

    private final Path folder;
    private final Path part;

    private EvidenceFolder(Path folder, Path part) {
        this.folder = folder;
        this.part = part;
    }

    /**
     * {@return a folder that will be {@code wanted} when it is complete}
     *
     * @throws InputException when there is something else under that name, which must not be lost
     */
    public static EvidenceFolder begin(Path wanted) throws IOException {
        Path folder = wanted.toAbsolutePath().normalize();
        if (folder.getFileName() == null || Files.exists(folder) && !mayBeReplaced(folder)) {
            throw InputException.at(
                    wanted.toString(), "is not empty and holds no evidence; name another folder, or empty it yourself");
        }
        Path part = folder.resolveSibling(
                folder.getFileName() + PART + ProcessHandle.current().pid());
        delete(part);
        Files.createDirectories(part);
        return new EvidenceFolder(folder, part);
    }

    private static boolean mayBeReplaced(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty() || Files.exists(folder.resolve(Manifest.NAME));
        }
    }

    /** {@return where files are to be written until it is complete} */
    public Path part() {
        return part;
    }

    /** {@return the folder of the scenario with that id, in the evidence {@code folder}} */
    public static Path scenario(Path folder, String id) {
        return folder.resolve(SCENARIOS).resolve(id);
    }

    /** Syncs and describes what was written, and gives it its name; {@code userports} is the version of this program. */
    public void complete(String userports) throws IOException {
        Manifest.of(part, userports).write(part);
        sync(part);
        Path old = folder.resolveSibling(
                folder.getFileName() + OLD + ProcessHandle.current().pid());
        if (Files.exists(folder)) {
            delete(old);
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        force(folder.getParent());
        delete(old);
        deleteLeftovers();
    }

    /** {@return what in {@code folder} is not as its manifest says, a sentence each} */
    public static List<String> differences(Path folder) throws IOException {
        return Manifest.read(folder).differences(folder);
    }

    /** {@return the version of this program that has made the evidence in {@code folder}} */
    public static String madeBy(Path folder) throws IOException {
        return Manifest.read(folder).userports();
    }

    private static void sync(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                force(path);
            }
        }
    }

    private static void force(Path path) throws IOException {
        // a folder cannot be opened everywhere; where it cannot, there is nothing to sync either
        if (Files.isDirectory(path) && System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** What runs that were killed have left of this folder. */
    private void deleteLeftovers() throws IOException {
        Pattern left = Pattern.compile(
                Pattern.quote(folder.getFileName().toString()) + "(?:" + PART + "|" + OLD + ")([0-9]{1,9})");
        try (Stream<Path> beside = Files.list(folder.getParent())) {
            for (Path path : beside.toList()) {
                Matcher name = left.matcher(path.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1)))
                                .filter(ProcessHandle::isAlive)
                                .isEmpty()) {
                    delete(path);
                }
            }
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
