package io.userports.conformance.cli;

import static org.awaitility.Awaitility.await;

import io.userports.conformance.process.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs leave behind: nothing, once what ends by itself has ended. */
final class Left {
    /** Other tests run beside this one, and what is theirs cannot be told from what was left. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Path LOCKS = Path.of("/run/lock");
    private static final Path PSEUDO_TERMINALS = Path.of("/dev/pts");

    private static long files;
    private static Set<Path> names = Set.of();
    private static Set<Long> children = Set.of();

    private Left() {}

    /** Notes what is open; what is loaded once and stays is loaded here. */
    static void before() throws IOException {
        Path folder = Files.createTempDirectory("userports");
        Cases cases = new Cases(folder);
        cases.test(cases.rig("pty"), cases.shell("exit"), "p1-three-phase");
        delete(folder);
        files = openFiles();
        names = names();
        children = children();
    }

    /** Waits until no thread of ours is left, and no more files are open than before. */
    static void nothing() {
        await().atMost(PATIENCE).until(Left::threads, List.of()::equals);
        await().atMost(PATIENCE).until(Left::openFiles, now -> now <= files);
    }

    /**
     * The same, and until no process that this one has started is left, and of the pseudo-terminals, locks and folders
     * that are there now and were not before none is: others on this machine make some of their own.
     */
    static void nothingAnywhere() throws IOException {
        nothing();
        await().atMost(PATIENCE).until(Left::children, children::containsAll);
        Set<Path> more = names();
        more.removeAll(names);
        await().atMost(PATIENCE).until(() -> more.stream().filter(Files::exists).toList(), List.of()::equals);
    }

    /** {@return how many processes {@code file} names by their ids, once none of them lives} */
    static int ended(Path file) throws IOException {
        List<Long> ids = Files.readAllLines(file).stream().map(Long::valueOf).toList();
        await().atMost(PATIENCE).until(() -> ids.stream()
                .noneMatch(
                        id -> ProcessHandle.of(id).map(ProcessHandle::isAlive).orElse(false)));
        return ids.size();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("userports"))
                .toList();
    }

    /** All but the one that waits for our own end; it lives as long as we do, and another takes its place if need be. */
    private static Set<Long> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> !isGuard(child.pid()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static boolean isGuard(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains(Guard.class.getName());
        } catch (IOException e) {
            return false;
        }
    }

    private static Set<Path> names() throws IOException {
        Set<Path> names = new HashSet<>();
        for (Path folder : List.of(PSEUDO_TERMINALS, LOCKS, Path.of(System.getProperty("java.io.tmpdir")))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    all.filter(name -> folder.equals(PSEUDO_TERMINALS)
                                    || name.getFileName().toString().startsWith("userports"))
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static long openFiles() throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(open)) {
            return entries.count();
        }
    }
}
