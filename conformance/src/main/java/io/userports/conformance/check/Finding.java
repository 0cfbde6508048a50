package io.userports.conformance.check;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.userports.conformance.verdict.RigBroken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * Why a verdict is what it is: facts in the order in which a person wants to read them.
 *
 * <p>The usual keys are {@code expected}, {@code was}, {@code line}, {@code kind} and {@code hint}; where nothing was judged, {@code reason}. As
 * JSON it is a list of {@code {"key":…,"value":…,"place":…}}, the place left out where there is none.
 */
public record Finding(@JsonValue List<Fact> facts) {
    /** The key of the fact that names what a verdict says nothing about. */
    public static final String WITHOUT = "without";

    /** The key of the fact that says how a CEMS failed, a {@link Kind}. */
    public static final String KIND = "kind";

    /** The key of the fact that quotes the line of a telegram. */
    public static final String LINE = "line";

    /** The key of the fact that says why nothing was judged. */
    public static final String REASON = "reason";

    /** The key of the fact that says why a failure was known before, or why it is not excused although it was. */
    public static final String KNOWN = "known";

    /** {@return these facts, unchangeable} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Finding {
        facts = List.copyOf(facts);
    }

    /**
     * One fact.
     *
     * @param key one word
     * @param value what is so, at full length
     * @param place where it is so (a telegram, an octet, a moment), or empty
     */
    public record Fact(String key, String value, @JsonInclude(JsonInclude.Include.NON_EMPTY) String place) {
        /** {@return the fact}; a place that is left out is read as empty. */
        public Fact {
            if (key == null || value == null) {
                throw new IllegalArgumentException("a fact without a key or without a value");
            }
            place = place == null ? "" : place;
        }
    }

    /** {@return a finding of one fact} */
    public static Finding of(String key, String value) {
        return of(key, value, "");
    }

    /** {@return a finding of one fact that has a place} */
    public static Finding of(String key, String value, String place) {
        return new Finding(List.of(new Fact(key, value, place)));
    }

    /** {@return the facts that {@code error}, which ended a scenario, tells} */
    public static Finding explaining(Throwable error) {
        if (error instanceof Failure failure) {
            return failure.finding();
        }
        String message = Optional.ofNullable(error.getMessage()).orElse(error.toString());
        if (error instanceof AssertionError) {
            return of("was", message);
        }
        if (error instanceof TestAbortedException || error instanceof RigBroken) {
            return of(REASON, message);
        }
        StackTraceElement[] frames = error.getStackTrace();
        return of(REASON, error.toString(), frames.length == 0 ? "" : "at " + frames[0]);
    }

    /** {@return this finding and one more fact} */
    public Finding and(String key, String value) {
        return and(key, value, "");
    }

    /** {@return this finding and one more fact that has a place} */
    public Finding and(String key, String value, String place) {
        return and(of(key, value, place));
    }

    /** {@return this finding and of which kind it is} */
    public Finding and(Kind kind) {
        return and(KIND, kind.toString());
    }

    /** {@return the facts of this finding, then those of {@code more}} */
    public Finding and(Finding more) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(more.facts);
        return new Finding(all);
    }

    /** {@return the value of the first fact under {@code key}} */
    public Optional<String> value(String key) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key))
                .map(Fact::value)
                .findFirst();
    }

    /** {@return the values of all facts} */
    public List<String> values() {
        return facts.stream().map(Fact::value).toList();
    }

    /** {@return one line a fact, keys, values and places in columns, only printable characters} */
    public List<String> lines() {
        return FactColumns.of(facts).lines();
    }
}
