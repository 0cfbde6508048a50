package io.userports.conformance.observe;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Operator;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.verdict.NotJudged;
import io.userports.wire.UserPort;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a CEMS displays, as a person sees it, who is asked and is not told what is expected. */
final class OperatorObserver implements Observer {
    private static final String CANNOT_TELL = "?";

    private final Duration patience;
    private final Dialogue dialogue;
    private final Observations observations;
    private final Set<UserPort> stale = EnumSet.noneOf(UserPort.class);

    OperatorObserver(Operator operator, Dialogue dialogue, Observations observations) {
        this.patience = operator.patience();
        this.dialogue = dialogue;
        this.observations = observations;
    }

    @Override
    public boolean mustBeAsked() {
        return true;
    }

    @Override
    public void ask(List<Quantity> quantities) {
        if (!quantities.isEmpty()) {
            dialogue.sayOnce(
                    "look at the display and type what it shows at this moment, or Enter alone if it shows nothing"
                            + " for that, or ? if you cannot tell; you have " + patience.toSeconds() + " s each time");
        }
        quantities.forEach(this::ask);
    }

    private void ask(Quantity quantity) {
        String question = "what does the display show for " + quantity + form(quantity) + "?";
        String answer = answer(question, text -> complaint(quantity, text));
        Optional<String> value = answer.isEmpty() ? Optional.empty() : Optional.of(value(quantity, answer));
        long nanos = System.nanoTime();
        if (value.isPresent() && stale.remove(quantity.port())) {
            observations.add(nanos, new Observation.Status(name(quantity.port()), "receiving"));
        }
        observations.add(nanos, new Observation.Value(quantity, value));
    }

    @Override
    public void askWhetherCurrent(Collection<UserPort> ports) {
        String names = ports.stream().map(UserPort::name).sorted().collect(Collectors.joining(" and "));
        String question = "does the display present its values of " + names + " as current? (y/n)";
        boolean current = answer(question, OperatorObserver::complaint)
                .toLowerCase(Locale.ROOT)
                .startsWith("y");
        for (UserPort port : ports) {
            if (current) {
                stale.remove(port);
            } else {
                stale.add(port);
            }
            observations.add(System.nanoTime(), new Observation.Status(name(port), current ? "receiving" : "stale"));
        }
    }

    /** What is wrong with an answer, if something is; whoever mistypes is asked again in the time that is left. */
    @FunctionalInterface
    private interface Complaint {
        Optional<String> about(String answer);
    }

    private String answer(String question, Complaint complaint) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            String answer = dialogue.ask(question, left)
                    .orElseThrow(() -> NotJudged.of("nobody answered within " + patience.toSeconds() + " s: " + question
                            + " (observe.operator.within in the cems.yaml says how long)"));
            if (answer.equals(CANNOT_TELL)) {
                throw NotJudged.of("the operator could not tell: " + question);
            }
            Optional<String> wrong = complaint.about(answer);
            if (wrong.isEmpty()) {
                return answer;
            }
            dialogue.say(wrong.get());
        }
    }

    private static String form(Quantity quantity) {
        if (quantity.isTime()) {
            return " (like 2026-01-15T12:00:00+01:00)";
        }
        return quantity.unit().isEmpty() ? "" : " (" + quantity.unit() + ")";
    }

    private static Optional<String> complaint(String answer) {
        return answer.matches("(?i)y|yes|n|no") ? Optional.empty() : Optional.of("y or n, or ? if you cannot tell");
    }

    private static Optional<String> complaint(Quantity quantity, String answer) {
        if (answer.isEmpty() || isReadable(quantity, answer)) {
            return Optional.empty();
        }
        String units = quantity.units().isEmpty()
                ? ""
                : ", with " + String.join(" or ", quantity.units()) + " after it" + " if it is not " + quantity.unit();
        return Optional.of(
                quantity.isTime()
                        ? "that is no time; like 2026-01-15T12:00:00+01:00, the difference from UTC at the end"
                        : "that is no number" + units);
    }

    private static boolean isReadable(Quantity quantity, String answer) {
        try {
            if (quantity.isTime()) {
                Instant.parse(answer);
            } else if (quantity.isNumber()) {
                Answer typed = Answer.of(answer);
                new BigDecimal(typed.number());
                return typed.unit().isEmpty() || quantity.units().contains(typed.unit());
            }
            return true;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private static String value(Quantity quantity, String answer) {
        if (!quantity.isNumber()) {
            return quantity.canonical(answer);
        }
        Answer typed = Answer.of(answer);
        return quantity.canonical(typed.number(), typed.unit());
    }

    /** A number as people type it, and the unit behind it if there is one. */
    private record Answer(String number, String unit) {
        private static final Pattern FORM = Pattern.compile("([-+]?[0-9.,]+)\\s*(.*)");

        static Answer of(String typed) {
            Matcher matcher = FORM.matcher(typed);
            return matcher.matches()
                    ? new Answer(matcher.group(1).replace(',', '.'), matcher.group(2))
                    : new Answer(typed, "");
        }
    }

    private static String name(UserPort port) {
        return port.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {}
}
