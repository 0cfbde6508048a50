package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cucumber.messages.MessageToNdjsonWriter;
import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Meta;
import io.cucumber.messages.types.Product;
import io.cucumber.messages.types.Source;
import io.cucumber.messages.types.SourceMediaType;
import io.cucumber.messages.types.TestCaseFinished;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.messages.types.TestRunStarted;
import io.cucumber.messages.types.Timestamp;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedMessagesTest {
    @TempDir
    private Path folder;

    @Test
    void theyBeginWithTheFirstEndWithTheLastAndSucceedWhenAllDo() throws IOException {
        Path a = write("a", meta("here"), started(20), source("x"), note("a"), finished(false, 30));
        Path b = write("b", meta("there"), started(10), source("x"), source("y"), note("b"), finished(true, 40));
        Path c = write("c", meta("there"), started(15), note("a"), finished(true, 35));
        assertEquals(
                List.of(
                        meta("here"),
                        started(10),
                        source("x"),
                        note("a"),
                        source("y"),
                        note("b"),
                        note("a"),
                        finished(false, 40)),
                joined(a, b, c));
        assertEquals(
                List.of(meta("there"), started(10), note("a"), source("x"), source("y"), note("b"), finished(true, 40)),
                joined(c, b));
    }

    @Test
    void aFileThatIsCutOffIsRefused() throws IOException {
        Path whole = write("a", meta("here"), started(20), finished(true, 30));
        Path unended = write("b", meta("here"), started(20), note("b"));
        assertRefused(unended, "its beginning or its end is missing", whole);
        Path half =
                Files.writeString(folder.resolve("c"), Files.readString(whole).substring(0, 30));
        assertEquals(
                half + ": is not as Cucumber has written it (",
                assertThrows(InputException.class, () -> joined(whole, half))
                        .getMessage()
                        .replaceFirst("\\(.*", "("));
        Path none = folder.resolve("none");
        assertRefused(none, "java.nio.file.NoSuchFileException: " + none, whole);
    }

    private void assertRefused(Path file, String why, Path other) {
        assertEquals(
                file + ": is not as Cucumber has written it (" + why + "); run that shard again",
                assertThrows(InputException.class, () -> joined(other, file)).getMessage());
    }

    private List<Envelope> joined(Path... files) throws IOException {
        Path joined = folder.resolve("joined");
        JoinedMessages.write(List.of(files), joined);
        List<Envelope> read = new ArrayList<>();
        try (NdjsonToMessageIterable envelopes =
                new NdjsonToMessageIterable(Files.newInputStream(joined), new Deserializer())) {
            envelopes.forEach(read::add);
        }
        return read;
    }

    private Path write(String name, Envelope... envelopes) throws IOException {
        Path file = folder.resolve(name);
        try (MessageToNdjsonWriter out = new MessageToNdjsonWriter(Files.newOutputStream(file), new Serializer())) {
            for (Envelope envelope : envelopes) {
                out.write(envelope);
            }
        }
        return file;
    }

    private static Envelope meta(String name) {
        Product product = new Product(name, "1");
        return Envelope.of(new Meta("30", product, product, product, product, null));
    }

    private static Envelope started(long second) {
        return Envelope.of(new TestRunStarted(new Timestamp(second, 5L), null));
    }

    private static Envelope source(String uri) {
        return Envelope.of(new Source(uri, "Feature: " + uri, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN));
    }

    private static Envelope note(String text) {
        return Envelope.of(new TestCaseFinished(text, new Timestamp(25L, 0L), false));
    }

    private static Envelope finished(boolean success, long second) {
        return Envelope.of(new TestRunFinished(null, success, new Timestamp(second, 0L), null, null));
    }
}
