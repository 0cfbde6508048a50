package io.userports.conformance.bench;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.NotJudged;
import io.userports.conformance.verdict.Outcome;
import io.userports.conformance.verdict.RigBroken;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.List;

/** What passed between a scenario and its stage, one step after the other. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Began.class, name = "began"),
    @JsonSubTypes.Type(value = Step.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = Step.Told.class, name = "told"),
    @JsonSubTypes.Type(value = Step.Heard.class, name = "last-words"),
    @JsonSubTypes.Type(value = Step.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Step.Neighboured.class, name = "neighbour"),
    @JsonSubTypes.Type(value = Step.Stopped.class, name = "stopped")
})
public sealed interface Step {
    /** {@return the same, its nanoseconds counted from {@code origin}} */
    default Step since(long origin) {
        return this;
    }

    /** The meter began. */
    record Began(Setting setting) implements Step {
        @Override
        public Step since(long origin) {
            return new Began(setting.since(origin));
        }
    }

    /** Something was asked at this moment, for the last time. */
    record Asked(Moment moment) implements Step {
        @Override
        public Step since(long origin) {
            return new Asked(moment.since(origin));
        }
    }

    /** The meter was told something, a {@code command} in words, that is in effect from {@code mark} on. */
    record Told(Instant mark, String command) implements Step {}

    /** The last lines of the CEMS were looked at. */
    record Heard(List<String> lastWords) implements Step {
        public Heard {
            lastWords = lastWords == null ? List.of() : List.copyOf(lastWords);
        }
    }

    /** A person was asked for values, and the answers are among the observations. */
    record Answered() implements Step {}

    /** Another device on {@code port} did something, told in words; its own ledger says so. */
    record Neighboured(UserPort port, String deed) implements Step {}

    /** It could not go on: {@code outcome} is never that of a CEMS that failed. */
    record Stopped(Outcome outcome, String reason) implements Step {
        /** {@return the step that {@code error} is} */
        static Stopped of(RuntimeException error) {
            Outcome outcome = error instanceof NotClaimed
                    ? Outcome.NOT_CLAIMED
                    : error instanceof NotJudged ? Outcome.NOT_JUDGED : Outcome.RIG_BROKE;
            return new Stopped(outcome, error.getMessage() == null ? error.toString() : error.getMessage());
        }

        /** {@return the error that stopped it} */
        RuntimeException error() {
            return switch (outcome) {
                case NOT_CLAIMED -> NotClaimed.of(reason);
                case NOT_JUDGED -> NotJudged.of(reason);
                default -> RigBroken.of(reason);
            };
        }
    }
}
