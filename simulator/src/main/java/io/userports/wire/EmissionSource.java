package io.userports.wire;

import java.time.Instant;
import java.util.List;

/** A meter as the wire sees it: emissions in order of time, made step by step so that it can be changed meanwhile. */
public interface EmissionSource {
    /** {@return the simulated instant at which the next step begins; {@link Instant#MAX} when there is none} */
    Instant nextStep();

    /** {@return the emissions of the next step, those of each port in order, none due before {@link #nextStep()}} */
    List<Emission> step();
}
