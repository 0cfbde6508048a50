package io.userports.conformance.doctor;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who has made a pseudo-terminal: the process that has its other end, and without which it would not be there. */
final class Maker {
    private static final String FOLDER = "/dev/pts";

    private Maker() {}

    /** {@return whether {@code device} is a pseudo-terminal of which {@code process} has the other end} */
    static boolean of(String device, long process) {
        try {
            Path real = Path.of(device).toRealPath();
            return real.startsWith(FOLDER)
                    && hasOtherEnd(
                            Path.of("/proc", Long.toString(process), "fdinfo"),
                            real.getFileName().toString());
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
    }

    private static boolean hasOtherEnd(Path folder, String number) throws IOException {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder)) {
            for (Path descriptor : descriptors) {
                for (String line : Files.readAllLines(descriptor)) {
                    // proc_pid_fdinfo(5): a line that only the descriptor of a master has.
                    if (line.matches("tty-index:\\s*" + number)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
