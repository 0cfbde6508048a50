package io.userports.conformance.report;

import io.cucumber.messages.MessageToNdjsonWriter;
import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Meta;
import io.cucumber.messages.types.Source;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.messages.types.TestRunStarted;
import io.cucumber.messages.types.Timestamp;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Cucumber Messages of several runs as those of one.
 *
 * <p>They begin when the first began, end when the last ended, and succeeded when all did. Cucumber gives everything in a
 * run an id of its own by chance, so none of them is another's.
 */
public final class JoinedMessages {
    /** Its name in the folder of the evidence. */
    public static final String NAME = "messages.ndjson";

    private static final Comparator<Timestamp> IN_TIME =
            Comparator.comparing(Timestamp::getSeconds).thenComparing(Timestamp::getNanos);

    private final List<Envelope> between = new ArrayList<>();
    private final Set<Source> sources = new HashSet<>();
    private Optional<Meta> meta = Optional.empty();
    private Optional<TestRunStarted> started = Optional.empty();
    private Optional<TestRunFinished> finished = Optional.empty();

    private JoinedMessages() {}

    /** Writes what {@code files} hold, one or more, as {@code joined}. */
    static void write(List<Path> files, Path joined) throws IOException {
        JoinedMessages messages = new JoinedMessages();
        for (Path file : files) {
            messages.read(file);
        }
        try (MessageToNdjsonWriter out = new MessageToNdjsonWriter(Files.newOutputStream(joined), new Serializer())) {
            out.write(Envelope.of(messages.meta.orElseThrow()));
            out.write(Envelope.of(messages.started.orElseThrow()));
            for (Envelope envelope : messages.between) {
                out.write(envelope);
            }
            out.write(Envelope.of(messages.finished.orElseThrow()));
        }
    }

    private void read(Path file) {
        boolean begins = false;
        boolean ends = false;
        try (InputStream in = Files.newInputStream(file);
                NdjsonToMessageIterable envelopes = new NdjsonToMessageIterable(in, new Deserializer())) {
            for (Envelope envelope : envelopes) {
                begins |= envelope.getTestRunStarted().isPresent();
                ends |= envelope.getTestRunFinished().isPresent();
                add(envelope);
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e.toString(), e);
        }
        if (!begins || !ends || meta.isEmpty()) {
            throw damaged(file, "its beginning or its end is missing", null);
        }
    }

    private void add(Envelope envelope) {
        if (envelope.getMeta().isPresent()) {
            meta = meta.or(envelope::getMeta);
        } else if (envelope.getTestRunStarted().isPresent()) {
            TestRunStarted other = envelope.getTestRunStarted().get();
            started =
                    Optional.of(started.filter(mine -> IN_TIME.compare(mine.getTimestamp(), other.getTimestamp()) <= 0)
                            .orElse(other));
        } else if (envelope.getTestRunFinished().isPresent()) {
            finished = Optional.of(last(envelope.getTestRunFinished().get()));
        } else if (envelope.getSource().map(sources::add).orElse(true)) {
            between.add(envelope);
        }
    }

    private TestRunFinished last(TestRunFinished other) {
        if (finished.isEmpty()) {
            return other;
        }
        TestRunFinished mine = finished.get();
        TestRunFinished later = IN_TIME.compare(mine.getTimestamp(), other.getTimestamp()) < 0 ? other : mine;
        TestRunFinished worse = mine.getSuccess() ? other : mine;
        return new TestRunFinished(
                worse.getMessage().orElse(null),
                mine.getSuccess() && other.getSuccess(),
                later.getTimestamp(),
                worse.getException().orElse(null),
                null);
    }

    private static InputException damaged(Path file, String why, Exception cause) {
        return InputException.at(
                file.toString(), "is not as Cucumber has written it (" + why + "); run that shard again", cause);
    }
}
