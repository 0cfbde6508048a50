package io.userports.vector;

import com.fasterxml.jackson.databind.JsonNode;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of vectors, read into memory: the files by name, and the schema that they keep.
 *
 * @param name as complaints show it
 * @param files octets of the files of vectors
 * @param schema the octets of {@code vectors.schema.json}
 */
public record Folder(String name, SortedMap<String, byte[]> files, byte[] schema) {
    /** {@return the folder {@code directory}} */
    public static Folder of(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw InputException.at(directory.toString(), "no such folder; give the one of the vectors by --directory");
        }
        return read(directory.toString(), directory);
    }

    /** {@return the vectors that this program brings along} */
    public static Folder packed() {
        URL url = Folder.class.getResource("/vectors/" + VectorSchema.FILE);
        if (url == null) {
            throw InputException.of("this program was packed without vectors; give a folder by --directory");
        }
        try {
            URI schema = url.toURI();
            if (!schema.getScheme().equals("jar")) {
                return read("vectors", Path.of(schema).getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(schema, Map.of())) {
                return read("vectors", jar.getPath("/vectors"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the file {@code file}, read strictly} */
    public VectorFile read(String file) {
        byte[] octets = files.get(file);
        if (octets == null) {
            throw InputException.at(name, "no file '" + file + "'; the files are " + String.join(", ", files.keySet()));
        }
        return VectorFile.of(VectorText.of(path(file), octets), VectorSchema.of(schemaTree()));
    }

    /** {@return all files, read strictly} */
    public List<VectorFile> read() {
        List<VectorFile> all = new ArrayList<>();
        files.keySet().forEach(f -> all.add(read(f)));
        return all;
    }

    /** {@return this folder with other octets in {@code file}} */
    Folder with(String file, byte[] octets) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(file, octets);
        return new Folder(name, changed, schema);
    }

    /** {@return the file as complaints show it} */
    String path(String file) {
        return name + "/" + file;
    }

    JsonNode schemaTree() {
        return Json.tree(path(VectorSchema.FILE), schema);
    }

    private static Folder read(String name, Path directory) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.toList()) {
                if (path.getFileName().toString().endsWith(".json")) {
                    files.put(path.getFileName().toString(), octets(path));
                }
            }
        } catch (IOException e) {
            throw InputException.at(name, "cannot be read: " + e.getMessage());
        }
        byte[] schema = files.remove(VectorSchema.FILE);
        if (schema == null) {
            throw InputException.at(name, "has no " + VectorSchema.FILE + "; it is no folder of vectors");
        }
        return new Folder(name, files, schema);
    }

    /** {@return the octets of {@code file}, at most one more than a file may have} */
    static byte[] octets(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Json.MAX_OCTETS + 1);
        } catch (IOException e) {
            throw InputException.at(file.toString(), "cannot be read: " + e.getMessage());
        }
    }
}
