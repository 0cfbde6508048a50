package io.userports.conformance.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.userports.conformance.cems.Expression;
import io.userports.conformance.cems.Mapping;
import io.userports.conformance.cems.Meaning;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Observe;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.verdict.RigBroken;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Makes observations of the texts that come from one place, as a {@link Mapping} says. */
final class Interpreter {
    /** A value that a poll finds again is worth saying once in this time. */
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String SCALE = "{time-scale}";

    /** So many of what is looked for tell where to look. */
    private static final int MOST_NAMES = 3;

    private final Mapping mapping;
    private final Optional<Expression> expression;
    private final boolean polled;
    private final String place;
    private final int timeScale;
    private final Observations observations;
    private final Set<Meaning> found = new LinkedHashSet<>();
    private final Map<Meaning, Stamped> said = new LinkedHashMap<>();
    private final Map<Meaning, String> happened = new HashMap<>();
    private final Map<String, String> stamps = new HashMap<>();
    private Optional<Observation> noted = Optional.empty();
    private Optional<Long> heard = Optional.empty();
    private boolean stale;
    private volatile Optional<String> broken = Optional.empty();

    private Interpreter(Observe observe, int timeScale, Observations observations) {
        this.mapping = observe.meaning();
        this.expression = mapping.expression();
        this.polled = observe.polled();
        this.place = observe.place().name();
        this.timeScale = timeScale;
        this.observations = observations;
    }

    /** {@return one of what {@code observe} brings, which adds to {@code observations}} */
    static Interpreter of(Observe observe, Placeholders placeholders, Observations observations) {
        int timeScale = placeholders.value(SCALE).map(Integer::valueOf).orElse(1);
        return new Interpreter(observe, timeScale, observations);
    }

    /** Takes what comes now: of two that come at the same time, the later one is the one that is taken later. */
    synchronized void take(Message message) {
        take(message, System.nanoTime());
    }

    /** Takes what came at {@code nanos}, {@link System#nanoTime()}; never throws, so that whoever reads reads on. */
    synchronized void take(Message message, long nanos) {
        if (broken.isPresent()) {
            return;
        }
        try {
            read(message, nanos);
        } catch (RigBroken e) {
            broken = Optional.of(e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            broken = Optional.of("what the CEMS shows at " + place + " could not be taken in (" + e
                    + "); report it as a mistake of the harness");
        }
    }

    /** {@return why nothing is taken in any more, which is no fault of the CEMS: a sentence} */
    Optional<String> broken() {
        return broken;
    }

    private void read(Message message, long nanos) {
        if (mapping.isContract()) {
            hear(nanos);
            message.text().lines().forEach(line -> observations.add(nanos, Observation.of(line)));
            return;
        }
        List<Meaning> meant =
                mapping.values().stream().filter(m -> m.isOf(message.topic())).toList();
        if (!meant.isEmpty()) {
            interpret(message, meant, nanos);
        }
    }

    /** Takes note that there was nothing to read at {@code nanos}, and why: what was shown there is not shown any more. */
    synchronized void unavailable(String why, long nanos) {
        note(Observation.Unreadable.noAnswer(why), nanos);
        for (Map.Entry<Meaning, Stamped> entry : said.entrySet()) {
            if (entry.getValue().observation() instanceof Observation.Value value
                    && value.value().isPresent()) {
                say(entry.getKey(), new Observation.Value(value.quantity(), Optional.empty()), nanos);
            }
        }
        stamps.clear();
    }

    /** Takes note of something that came at {@code nanos} and cannot be read; what is shown stays as it is. */
    synchronized void unreadable(String what, String why, long nanos) {
        note(new Observation.Unreadable(what, why), nanos);
    }

    /** Looks at the time, {@link System#nanoTime()}: nothing that came for too long is stale. */
    synchronized void tick(long nanos) {
        boolean silent = heard.isPresent()
                && mapping.silenceNanos()
                        .filter(longest -> nanos - heard.get() > longest / timeScale)
                        .isPresent();
        if (silent && !stale) {
            stale = true;
            status("stale", nanos);
        }
    }

    /** {@return what of the mapping was never found so far, for people} */
    synchronized List<String> neverFound() {
        return mapping.values().stream()
                .filter(m -> !found.contains(m))
                .map(Meaning::toString)
                .toList();
    }

    private void interpret(Message message, List<Meaning> meant, long nanos) {
        boolean asJson = meant.stream().anyMatch(m -> m.pointer().isPresent());
        Optional<JsonNode> json =
                asJson || mapping.ownTime().isPresent() ? Json.read(message.text()) : Optional.empty();
        if (polled && asJson && json.isEmpty()) {
            unavailable(place + " answered no JSON: " + message.text(), nanos);
            return;
        }
        Optional<String> stamp = json.flatMap(
                node -> mapping.ownTime().flatMap(at -> at.find(node)).map(JsonNode::asText));
        if (stamp.isPresent() && stamp.get().equals(stamps.put(message.topic(), stamp.get()))) {
            return;
        }
        hear(nanos);
        Optional<Matcher> matcher = expression.flatMap(e -> e.find(message.text()));
        Map<Meaning, String> texts = new LinkedHashMap<>();
        meant.forEach(meaning -> text(meaning, message, json, matcher).ifPresent(text -> texts.put(meaning, text)));
        found.addAll(texts.keySet());
        Set<Quantity> shown = EnumSet.noneOf(Quantity.class);
        for (Meaning meaning : texts.keySet()) {
            if (meaning.shows().map(shown::add).orElse(true)) {
                mean(meaning, Optional.of(texts.get(meaning)).filter(t -> !mapping.isAbsent(t)), nanos);
            }
        }
        if (mapping.forgets(polled)) {
            meant.stream()
                    .filter(meaning -> !texts.containsKey(meaning))
                    .filter(meaning -> meaning.shows().map(shown::add).orElse(true))
                    .forEach(meaning -> mean(meaning, Optional.empty(), nanos));
        }
        noted = texts.isEmpty() ? noted : Optional.empty();
        if (texts.isEmpty()) {
            String why = asJson && json.isEmpty() ? "no JSON" : "it has no " + names(meant);
            note(new Observation.Unreadable(message.text(), why), nanos);
        }
    }

    private static String names(List<Meaning> meant) {
        return meant.stream().limit(MOST_NAMES).map(Meaning::toString).collect(Collectors.joining(", "))
                + (meant.size() > MOST_NAMES ? ", …" : "");
    }

    private static Optional<String> text(
            Meaning meaning, Message message, Optional<JsonNode> json, Optional<Matcher> matcher) {
        if (meaning.groupName().isPresent()) {
            return matcher.flatMap(
                    m -> Optional.ofNullable(m.group(meaning.groupName().get())));
        }
        return meaning.pointer().isPresent()
                ? json.flatMap(node -> meaning.pointer().get().find(node)).map(Json::text)
                : Optional.of(message.text().strip());
    }

    private void mean(Meaning meaning, Optional<String> text, long nanos) {
        if (meaning.happens() && polled) {
            // What stands on a page stays there; it has happened again when it has changed.
            Optional<String> before = Optional.ofNullable(happened.put(meaning, text.orElse("")));
            if (before.isEmpty() || before.get().equals(text.orElse(""))) {
                return;
            }
        }
        meaning.says(text).ifPresent(observation -> say(meaning, observation, nanos));
    }

    private void say(Meaning meaning, Observation observation, long nanos) {
        Stamped last = said.get(meaning);
        boolean again = last != null
                && last.observation().equals(observation)
                && nanos - last.nanos() < AGAIN_NANOS / timeScale;
        if (!polled || meaning.happens() || !again) {
            said.put(meaning, new Stamped(nanos, observation));
            observations.add(nanos, observation);
        }
    }

    private void note(Observation unreadable, long nanos) {
        if (!noted.equals(Optional.of(unreadable))) {
            noted = Optional.of(unreadable);
            observations.add(nanos, unreadable);
        }
    }

    private void hear(long nanos) {
        heard = Optional.of(nanos);
        if (stale) {
            stale = false;
            status("receiving", nanos);
        }
    }

    private void status(String status, long nanos) {
        for (String port : ports()) {
            observations.add(nanos, new Observation.Status(port, status));
        }
    }

    private Set<String> ports() {
        return mapping.values().stream()
                .flatMap(m -> m.shows().stream())
                .map(Quantity::port)
                .map(port -> port.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
