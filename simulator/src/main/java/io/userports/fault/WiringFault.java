package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** Conductors of S1 that are connected the wrong way. */
public sealed interface WiringFault extends FieldFault {
    /** Two phases in each other's place. */
    @JsonTypeName("swap-phases")
    @About(
            telegram = "has two phases in each other's place",
            clause = "e-MUCS H 1.3 §4.3; a wiring mistake",
            receiver = "reads both; the power of all phases is the same")
    record SwapPhases(
            @Parameter(is = "1, 2 or 3", usual = "1") int one, @Parameter(is = "1, 2 or 3", usual = "3") int other)
            implements WiringFault {
        public SwapPhases {
            check(one);
            check(other);
        }

        @Override
        public void apply(FrameFields telegram, Strike strike) {
            for (String field : List.of("u", "i")) {
                int first = telegram.get(field + one);
                telegram.set(field + one, telegram.get(field + other)).set(field + other, first);
            }
        }
    }

    /** A current that is counted the wrong way round. */
    @JsonTypeName("invert-current")
    @About(
            telegram = "has a current of the opposite sign",
            clause = "e-MUCS H 1.3 §4.3; a current transformer the wrong way round",
            receiver = "reads it with its sign: power may be negative")
    record InvertCurrent(@Parameter(is = "1, 2 or 3", usual = "1") int phase) implements WiringFault {
        public InvertCurrent {
            check(phase);
        }

        @Override
        public void apply(FrameFields telegram, Strike strike) {
            telegram.set("i" + phase, -telegram.get("i" + phase));
        }
    }

    private static void check(int phase) {
        if (phase < 1 || phase > 3) {
            throw new IllegalArgumentException("a phase is 1, 2 or 3, not " + phase);
        }
    }
}
