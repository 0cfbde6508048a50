package io.userports.conformance.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.userports.conformance.cems.Mapping;
import io.userports.vector.Folder;
import io.userports.vector.P1Vector;
import io.userports.vector.Result;
import io.userports.vector.S1Vector;
import io.userports.vector.Vector;
import io.userports.vector.VectorFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the fuzzer begins with: the vectors, and the configuration that is built in. */
final class Seeds {
    static final List<String> RIGS = List.of("virtual", "tcp");
    static final List<String> CEMS = List.of("reference");
    static final List<String> MAPPINGS = Mapping.BUILT_IN.stream()
            .filter(name -> !name.equals(Mapping.CONTRACT_NAME))
            .toList();

    private static final Folder FOLDER = Folder.packed();
    private static final List<VectorFile> FILES = FOLDER.read();

    private Seeds() {}

    static Map<String, byte[]> p1Telegrams() {
        return valid(P1Vector.class);
    }

    static Map<String, byte[]> s1Telegrams() {
        return valid(S1Vector.class);
    }

    private static <T extends Vector.Judged> Map<String, byte[]> valid(Class<T> type) {
        Map<String, byte[]> telegrams = new TreeMap<>();
        FILES.forEach(file -> file.tests(type).stream()
                .map(VectorFile.Located::vector)
                .filter(v -> v.result() == Result.VALID)
                .forEach(v -> telegrams.put(v.id(), v.octets())));
        return telegrams;
    }

    /** {@return each file of vectors with one test of it, by name} */
    static Map<String, byte[]> vectorFiles() {
        Map<String, byte[]> files = new TreeMap<>();
        FOLDER.files().forEach((name, octets) -> {
            try {
                ObjectNode file = (ObjectNode) new ObjectMapper().readTree(octets);
                ArrayNode tests = (ArrayNode) file.get("tests");
                while (tests.size() > 1) {
                    tests.remove(1);
                }
                files.put(name, file.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files;
    }

    /** {@return for each telegram a stream with it twice, after an octet that says how long the chunks are} */
    static Map<String, byte[]> streams(Map<String, byte[]> telegrams, int chunk) {
        Map<String, byte[]> streams = new TreeMap<>();
        telegrams.forEach((id, telegram) -> {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            stream.write(chunk);
            stream.writeBytes(telegram);
            stream.write('x');
            stream.writeBytes(telegram);
            streams.put(id, stream.toByteArray());
        });
        return streams;
    }

    static Map<String, byte[]> resources(String folder, List<String> names) {
        Map<String, byte[]> files = new TreeMap<>();
        names.forEach(name -> files.put(name, resource(folder + name + ".yaml")));
        return files;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Seeds.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
