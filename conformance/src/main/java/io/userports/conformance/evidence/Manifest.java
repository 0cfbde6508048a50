package io.userports.conformance.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.userports.conformance.report.EvidenceFiles;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a folder of evidence holds: every file but the manifest itself, with its digest.
 *
 * <p>The digest of {@code manifest.json} stands in {@code manifest.sha256}, as {@code sha256sum -c} reads it.
 *
 * @param format of the folder
 * @param userports the version that made it
 * @param files by path, in order
 */
record Manifest(int format, String userports, TreeMap<String, Digest> files) {
    /** Folders of another format were made by another version of this program. */
    static final int FORMAT = 1;

    private static final String NAME = EvidenceFiles.MANIFEST;
    private static final String SEAL = EvidenceFiles.SEAL;
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(Manifest.class)
            .with(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A small multiple of what the manifest of all scenarios has. */
    private static final long MOST_OCTETS = 16L * 1024 * 1024;

    Manifest {
        for (Map.Entry<String, Digest> file : files.entrySet()) {
            requireWithin(file.getKey());
            if (file.getValue() == null) {
                throw new IllegalArgumentException(Quoted.of(file.getKey()) + " has no digest");
            }
        }
    }

    private static void requireWithin(String path) {
        boolean plain = Stream.of(path.split("/", -1))
                .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals("..") || name.contains("\\"));
        if (!plain || Path.of(path).isAbsolute()) {
            throw new IllegalArgumentException(Quoted.of(path) + " is no path within the folder");
        }
    }

    /**
     * One file.
     *
     * @param octets how long it is
     * @param sha256 its digest, hexadecimal, in small letters
     */
    record Digest(long octets, String sha256) {
        static Digest of(Path file) throws IOException {
            MessageDigest digest = DigestUtils.getSha256Digest();
            long octets = 0;
            byte[] chunk = new byte[64 * 1024];
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    digest.update(chunk, 0, n);
                    octets += n;
                }
            }
            return new Digest(octets, HexFormat.of().formatHex(digest.digest()));
        }

        /** {@return whether it is that of {@code file}, which is read only when it is as long} */
        boolean isOf(Path file) throws IOException {
            return Files.size(file) == octets && of(file).equals(this);
        }
    }

    /** {@return the manifest of everything in {@code folder}} */
    static Manifest of(Path folder, String userports) throws IOException {
        TreeMap<String, Digest> files = new TreeMap<>();
        for (String path : paths(folder)) {
            files.put(path, Digest.of(folder.resolve(path)));
        }
        return new Manifest(FORMAT, userports, files);
    }

    /** Writes it into {@code folder}, with its seal. */
    void write(Path folder) throws IOException {
        Path manifest = folder.resolve(NAME);
        Files.writeString(manifest, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        Files.writeString(folder.resolve(SEAL), seal(manifest));
    }

    /** {@return the manifest in {@code folder}, whose seal must be whole} */
    static Manifest read(Path folder) throws IOException {
        Path manifest = folder.resolve(NAME);
        Path seal = folder.resolve(SEAL);
        requirePlain(manifest, NAME);
        requirePlain(seal, SEAL);
        if (Files.size(manifest) > MOST_OCTETS) {
            throw new IOException(NAME + " is larger than any that this program writes");
        }
        if (Files.size(seal) > 1024
                || !Files.readString(seal, StandardCharsets.ISO_8859_1).equals(seal(manifest))) {
            throw new IOException(NAME + " or " + SEAL + " was changed: the one is not the digest of the other");
        }
        Manifest read = parsed(manifest);
        if (read.format() != FORMAT) {
            throw new IOException(NAME + " has the format " + read.format() + ", this version of userports reads "
                    + FORMAT + "; take the one that made it");
        }
        return read;
    }

    private static Manifest parsed(Path manifest) throws IOException {
        try {
            return READER.readValue(manifest.toFile());
        } catch (JsonProcessingException e) {
            String why =
                    e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
            throw new IOException(NAME + " is not as this program writes it: " + why, e);
        }
    }

    /** {@return what in {@code folder} is not as this says, a sentence each} */
    List<String> differences(Path folder) throws IOException {
        List<String> differences = new ArrayList<>();
        TreeSet<String> there = new TreeSet<>(paths(folder));
        for (var file : files.entrySet()) {
            if (!there.remove(file.getKey())) {
                differences.add(file.getKey() + " is missing");
            } else if (!file.getValue().isOf(folder.resolve(file.getKey()))) {
                differences.add(file.getKey() + " was changed");
            }
        }
        there.forEach(path -> differences.add(path + " was added"));
        return differences;
    }

    /** {@return the files in {@code folder} of which this says nothing, in order} */
    List<String> added(Path folder) throws IOException {
        return paths(folder).stream().filter(path -> !files.containsKey(path)).toList();
    }

    private static String seal(Path manifest) throws IOException {
        return Digest.of(manifest).sha256() + "  " + NAME + "\n";
    }

    /** All files; a link may lead anywhere, and a pipe or a device never ends, so those are refused. */
    private static List<String> paths(Path folder) throws IOException {
        List<String> paths = new ArrayList<>();
        Path root = folder.toRealPath();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    requirePlain(file, path);
                    paths.add(path);
                }
            }
        }
        paths.removeAll(List.of(NAME, SEAL));
        Collections.sort(paths);
        return paths;
    }

    private static void requirePlain(Path file, String name) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(name + " is missing");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(
                    name + " is neither a file nor a folder (a link is neither); evidence has no such thing");
        }
    }
}
