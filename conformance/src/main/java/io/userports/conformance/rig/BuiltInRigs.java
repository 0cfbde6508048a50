package io.userports.conformance.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rigs that come with this program: the YAML files of the folder {@code rigs}, each by its name. */
final class BuiltInRigs {
    private static final String FOLDER = "/rigs/";
    private static final String ENDING = ".yaml";
    /** It is always there, so it tells where the others are. */
    private static final String SCHEMA = "rig.schema.json";

    private BuiltInRigs() {}

    static boolean has(String name) {
        return name.matches("[a-z0-9-]+") && BuiltInRigs.class.getResource(FOLDER + name + ENDING) != null;
    }

    /** {@return the file of the rig of that name, which {@link #has} it} */
    static InputStream open(String name) {
        return BuiltInRigs.class.getResourceAsStream(FOLDER + name + ENDING);
    }

    static List<String> names() {
        try {
            URI schema = BuiltInRigs.class.getResource(FOLDER + SCHEMA).toURI();
            if (!"jar".equals(schema.getScheme())) {
                return names(Path.of(schema).getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(schema, Map.of())) {
                return names(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }
}
