package io.userports.conformance.process;

import io.userports.conformance.verdict.RigBroken;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** An empty folder for one CEMS, deleted with all that it has put there. */
public final class Scratch implements AutoCloseable {
    private final Path path;

    private Scratch(Path path) {
        this.path = path;
        Leftovers.watch(this);
    }

    /**
     * {@return a new one}
     *
     * @throws RigBroken when none can be made
     */
    public static Scratch create() {
        try {
            return new Scratch(Files.createTempDirectory("userports-cems"));
        } catch (IOException e) {
            throw RigBroken.of(
                    "no folder can be made for the CEMS (" + e + "); make room in "
                            + System.getProperty("java.io.tmpdir") + " or start java with -Djava.io.tmpdir=FOLDER",
                    e);
        }
    }

    /** {@return where it is} */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Deleting());
        } catch (IOException e) {
            // What cannot be deleted now stays where the system clears up.
        }
        Leftovers.forget(this);
    }

    /** Links are deleted, not followed; what cannot be deleted is passed over. */
    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return delete(file);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return delete(folder);
        }

        private static FileVisitResult delete(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Its owner is somebody else, or something is in it again.
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
