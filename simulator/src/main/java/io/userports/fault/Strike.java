package io.userports.fault;

import io.userports.wire.LineRate;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * One time that a fault strikes.
 *
 * @param nth how often it had been about to strike before, from 0
 * @param random its chance, drawn from the seed of the run and the number of the telegram alone
 * @param line the pace of the line that carries the telegram
 * @param free when the line will have carried what came before
 */
public record Strike(long nth, SplittableRandom random, LineRate line, Instant free) {
    /** {@return the first time, on a line that is free} */
    static Strike first(SplittableRandom random, LineRate line) {
        return new Strike(0, random, line, Instant.MIN);
    }
}
