package io.userports.conformance.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a run leaves behind: nothing, once what ends by itself has ended. */
final class Left {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static long files;

    private Left() {}

    /** Notes what is open; what is loaded once and stays is loaded here. */
    static void before() throws IOException {
        Path folder = Files.createTempDirectory("userports");
        Cases cases = new Cases(folder);
        cases.test(cases.rig("pty"), cases.shell("exit"), "p1-three-phase");
        files = openFiles();
    }

    /** Waits until no thread of ours is left, and no more files are open than before. */
    static void nothing() {
        await().atMost(PATIENCE).until(Left::threads, List.of()::equals);
        await().atMost(PATIENCE).until(Left::openFiles, now -> now <= files);
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
