package io.userports.meter;

import io.userports.fault.Disturbances;
import io.userports.grid.Edition;
import io.userports.grid.FrequencyRamp;
import io.userports.grid.MeterState;
import io.userports.grid.SubMeter;
import io.userports.grid.SwitchState;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import java.time.Duration;
import java.util.OptionalInt;

/** Something that happens to a running meter; it takes effect with its next second. */
public sealed interface Command {
    /**
     * The customer gives or withdraws consent.
     *
     * @param within how long after the beginning of a telegram of P1 a withdrawal takes effect, on both ports; zero for
     *     with its second
     */
    record SetConsent(Consent consent, Duration within) implements Command {}

    /** From now on these disturbances and no others. */
    record Disturb(Disturbances disturbances) implements Command {}

    /** A change of what the meter knows. */
    sealed interface Change extends Command {
        /** {@return the state after it} */
        MeterState apply(MeterState state);
    }

    /** The main breaker moves. */
    record SetBreaker(SwitchState to) implements Change {
        @Override
        public MeterState apply(MeterState state) {
            return state.with(state.switches().withBreaker(to));
        }
    }

    /** The valves of all gas meters move. */
    record SetValve(SwitchState to) implements Change {
        @Override
        public MeterState apply(MeterState state) {
            return state.withSubMeters(state.subMeters().stream()
                    .map(m -> m.kind() == SubMeter.Kind.GAS ? m.withValve(to) : m)
                    .toList());
        }
    }

    /** The operator sets a threshold on the power of all phases, in watts, or switches it off. */
    record SetLimiter(OptionalInt watts) implements Change {
        @Override
        public MeterState apply(MeterState state) {
            return state.with(state.switches().withLimiter(watts));
        }
    }

    /** The operator sets a threshold on the current of any phase, in hundredths of an ampere, or switches it off. */
    record SetFuse(OptionalInt centiamperes) implements Change {
        @Override
        public MeterState apply(MeterState state) {
            return state.with(state.switches().withFuse(centiamperes));
        }
    }

    /** The operator writes a text; each character is an octet. */
    record SetText(String text) implements Change {
        @Override
        public MeterState apply(MeterState state) {
            return state.withText(text);
        }
    }

    /** The firmware is changed over the air. */
    record SetEdition(Edition edition) implements Change {
        @Override
        public MeterState apply(MeterState state) {
            return state.with(state.nameplate().withEdition(edition));
        }
    }

    /** Another meter comes in the place of this one: the same wires, another number, a stream that is numbered anew. */
    record ExchangeMeter(String meterId, int firstSequence) implements Change {
        public ExchangeMeter {
            S1Settings.checkSequence(firstSequence);
        }

        @Override
        public MeterState apply(MeterState state) {
            return state.with(state.nameplate().withMeterId(meterId));
        }
    }

    /** Somebody switches a heater of so many watts on, or (0) off. */
    record SetHeater(double watts) implements Change {
        @Override
        public MeterState apply(MeterState state) {
            return state.withHeater(watts);
        }
    }

    /** The frequency of the network moves evenly to {@code hertz} (47 to 52). */
    record SetFrequency(double hertz, Duration within) implements Change {
        @Override
        public MeterState apply(MeterState state) {
            return state.with(
                    new FrequencyRamp(state.time(), state.waves().cycle().to(), hertz, within));
        }
    }

    /** Something that concerns the S1 port only; a meter must have one. */
    sealed interface Samples extends Command {}

    /** Samples are taken in another way. */
    record SetSampling(Sampling sampling) implements Samples {}

    /** The current of the neutral conductor is measured and sent, or not. */
    record SetNeutral(boolean sent) implements Samples {}

    /** The telegrams leave in other batches: so much time at once, each so much earlier or later than due at most. */
    record SetPacing(Duration batch, Duration jitter) implements Samples {
        public SetPacing {
            S1Settings.checkPacing(batch, jitter);
        }
    }
}
