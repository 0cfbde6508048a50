package io.userports.grid;

import io.userports.yaml.KeyException;

/**
 * How the meter of a household samples for its S1 port (e-MUCS H 1.3 §4.2.4).
 *
 * @param sampling how often; {@code 52/period}, the rate of the first generation, when left out
 * @param neutral whether it measures and sends the neutral current; not when left out
 */
public record S1Profile(String sampling, Boolean neutral) {
    /** What is so when a profile says nothing. */
    static final S1Profile DEFAULT = new S1Profile(null, null);

    public S1Profile {
        sampling = sampling == null ? "52/period" : sampling.strip();
        neutral = neutral != null && neutral;
        if (sampling.isEmpty()) {
            throw KeyException.of("sampling", "'' is no rate; write it like 52/period or 2600");
        }
    }
}
