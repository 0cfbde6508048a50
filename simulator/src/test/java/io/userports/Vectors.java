package io.userports;

import io.userports.vector.Folder;
import io.userports.vector.Vector;
import io.userports.vector.VectorFile;
import io.userports.vector.VectorFile.Located;
import java.nio.file.Path;
import java.util.List;

/** The vectors at the top of the repository; a test that fails names the file and the line. */
public final class Vectors {
    public static final Path DIRECTORY = Path.of("..", "vectors");

    private static final List<VectorFile> FILES = Folder.of(DIRECTORY).read();

    private Vectors() {}

    /** {@return all tests of one shape} */
    public static <T extends Vector> List<Located<T>> all(Class<T> type) {
        return FILES.stream().flatMap(f -> f.tests(type).stream()).toList();
    }

    /** {@return the test {@code id}} */
    public static <T extends Vector> T get(String id, Class<T> type) {
        return all(type).stream()
                .map(Located::vector)
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
