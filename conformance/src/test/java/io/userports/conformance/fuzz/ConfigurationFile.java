package io.userports.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.yaml.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The reading of octets as if they were a file that a user wrote. */
final class ConfigurationFile {
    private static final String NAME = "fuzzed.yaml";

    private ConfigurationFile() {}

    /** Reads a file of that name. */
    interface Reader<T> {
        T read(InputStream in, String name) throws IOException;
    }

    /** {@return what the octets say; nothing when they were refused, by a complaint that names the file} */
    static <T> Optional<T> read(byte[] octets, Reader<T> reader) {
        try {
            return Optional.of(reader.read(new ByteArrayInputStream(octets), NAME));
        } catch (InputException e) {
            assertTrue(e.getMessage().matches("(?s)" + NAME + ":.+"), e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
