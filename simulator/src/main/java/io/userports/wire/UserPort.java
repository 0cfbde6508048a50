package io.userports.wire;

/** A user port of the meter; both send only, neither listens (brochure 4.2, 5.3). */
public enum UserPort {
    /** Telegrams of readings, one a second (DSMR 5.0.2 P1). */
    P1,
    /** Raw samples of voltage and current (e-MUCS H 1.3 §4). */
    S1
}
