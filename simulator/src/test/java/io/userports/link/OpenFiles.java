package io.userports.link;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What this process has open, and its threads of ours. */
final class OpenFiles {
    private OpenFiles() {}

    /** {@return what each open file is, without the numbers that the system gives sockets, pipes and terminals} */
    static List<String> now() throws IOException {
        List<String> targets = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path file : files) {
                try {
                    targets.add(Files.readSymbolicLink(file)
                            .toString()
                            .replaceAll("\\[[0-9]+]|/proc/[0-9]+|(?<=pts.)[0-9]+", ""));
                } catch (NoSuchFileException e) {
                    // closed since it was listed
                }
            }
        }
        Collections.sort(targets);
        return targets;
    }

    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("userports"))
                .sorted()
                .toList();
    }
}
