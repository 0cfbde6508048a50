package io.userports.grid;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the operator has set.
 *
 * @param breaker the state of the main breaker
 * @param limiterWatts the threshold on the sum of the phases; empty when off
 * @param fuseCentiamperes the threshold on the current of any phase; empty when off
 * @param relays the states of the four virtual relays (second generation)
 */
public record Switches(
        SwitchState breaker, OptionalInt limiterWatts, OptionalInt fuseCentiamperes, List<Boolean> relays) {
    /** Everything connected and no threshold set. */
    public static final Switches DEFAULT = new Switches(
            SwitchState.CONNECTED, OptionalInt.empty(), OptionalInt.empty(), List.of(false, false, false, false));

    /** {@return these with another state of the breaker} */
    public Switches withBreaker(SwitchState state) {
        return new Switches(state, limiterWatts, fuseCentiamperes, relays);
    }

    /** {@return these with another limiter threshold in watts} */
    public Switches withLimiter(OptionalInt watts) {
        return new Switches(breaker, watts, fuseCentiamperes, relays);
    }

    /** {@return these with another fuse threshold in hundredths of an ampere} */
    public Switches withFuse(OptionalInt centiamperes) {
        return new Switches(breaker, limiterWatts, centiamperes, relays);
    }
}
