package io.userports.conformance.cli;

import io.userports.conformance.verdict.RigBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file of results that is whole or not there: written beside, then moved. */
final class JsonResult {
    private JsonResult() {}

    /** Takes an older result away and tries the folder: a test of a night must not fail when it is over. */
    static void prepare(Path file) {
        try {
            if (isOrdinary(file)) {
                Files.delete(beside(file));
                Files.deleteIfExists(file);
            } else {
                Files.newOutputStream(file).close();
            }
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    static void write(Path file, String text) {
        try {
            if (isOrdinary(file)) {
                Path part = beside(file);
                Files.writeString(part, text);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /** A pipe or a terminal is written as it is. */
    private static boolean isOrdinary(Path file) {
        return Files.isRegularFile(file) || !Files.exists(file);
    }

    private static Path beside(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        return Files.writeString(part, "");
    }

    private static RigBroken refused(Path file, IOException e) {
        return RigBroken.of("--json " + file + ": cannot be written (" + e + "); choose a file in a folder of yours");
    }
}
