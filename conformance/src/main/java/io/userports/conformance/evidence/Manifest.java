package io.userports.conformance.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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

    static final String NAME = "manifest.json";
    private static final String SEAL = "manifest.sha256";

    /** A small multiple of what the manifest of all scenarios has. */
    private static final long MOST_OCTETS = 16L * 1024 * 1024;

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
        if (Files.size(manifest) > MOST_OCTETS) {
            throw new IOException(NAME + " is larger than any that this program writes");
        }
        if (Files.size(seal) > 1024
                || !Files.readString(seal, StandardCharsets.ISO_8859_1).equals(seal(manifest))) {
            throw new IOException(NAME + " or " + SEAL + " was changed: the one is not the digest of the other");
        }
        return Json.MAPPER.readValue(manifest.toFile(), Manifest.class);
    }

    /** {@return what in {@code folder} is not as this says, a sentence each} */
    List<String> differences(Path folder) throws IOException {
        List<String> differences = new ArrayList<>();
        TreeSet<String> there = new TreeSet<>(paths(folder));
        for (var file : files.entrySet()) {
            if (!there.remove(file.getKey())) {
                differences.add(file.getKey() + " is missing");
            } else if (!Digest.of(folder.resolve(file.getKey())).equals(file.getValue())) {
                differences.add(file.getKey() + " was changed");
            }
        }
        there.forEach(path -> differences.add(path + " was added"));
        return differences;
    }

    private static String seal(Path manifest) throws IOException {
        return Digest.of(manifest).sha256() + "  " + NAME + "\n";
    }

    private static List<String> paths(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals(NAME) && !path.equals(SEAL))
                    .sorted()
                    .toList();
        }
    }
}
