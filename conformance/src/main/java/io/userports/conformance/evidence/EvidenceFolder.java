package io.userports.conformance.evidence;

import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
 * leaves the part behind, and the next run that ends takes it away; what it had moved aside gets its name again before.
 */
public final class EvidenceFolder {
    private static final String PART = ".part-";
    private static final String OLD = ".old-";

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
        restore(folder);
        if (folder.getFileName() == null) {
            throw noEvidence(wanted);
        }
        if (Files.exists(folder)) {
            requireReplaceable(wanted, folder);
        }
        Path part = folder.resolveSibling(
                folder.getFileName() + PART + ProcessHandle.current().pid());
        delete(part);
        Files.createDirectories(part);
        return new EvidenceFolder(folder, part);
    }

    private static void requireReplaceable(Path wanted, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw noEvidence(wanted);
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isEmpty()) {
                return;
            }
        }
        List<String> added;
        try {
            added = Manifest.read(folder).added(folder);
        } catch (IOException e) {
            throw noEvidence(wanted);
        }
        if (!added.isEmpty()) {
            throw InputException.at(
                    wanted.toString(),
                    "holds " + Quoted.of(added.get(0))
                            + ", which no run has written; move it elsewhere, or name another" + " folder");
        }
    }

    private static InputException noEvidence(Path wanted) {
        return InputException.at(
                wanted.toString(), "is not empty and holds no evidence; name another folder, or empty it yourself");
    }

    /** Gives {@code wanted} its name again, where a run was killed that had just moved it aside for its own. */
    public static void restore(Path wanted) throws IOException {
        Path folder = wanted.toAbsolutePath().normalize();
        if (folder.getFileName() == null
                || Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.isDirectory(folder.getParent())) {
            return;
        }
        List<Path> old = leftovers(folder, OLD);
        if (!old.isEmpty()) {
            Files.move(old.get(0), folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** {@return where files are to be written until it is complete} */
    public Path part() {
        return part;
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
        for (Path left : leftovers(folder, "(?:" + PART + "|" + OLD + ")")) {
            delete(left);
        }
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

    /** {@return what runs that were killed have left of {@code folder}, with {@code kind} in its name} */
    private static List<Path> leftovers(Path folder, String kind) throws IOException {
        Pattern left = Pattern.compile(Pattern.quote(folder.getFileName().toString()) + kind + "([0-9]{1,9})");
        try (Stream<Path> beside = Files.list(folder.getParent())) {
            return beside.filter(path -> {
                        Matcher name = left.matcher(path.getFileName().toString());
                        return name.matches()
                                && ProcessHandle.of(Long.parseLong(name.group(1)))
                                        .filter(ProcessHandle::isAlive)
                                        .isEmpty();
                    })
                    .sorted()
                    .toList();
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
