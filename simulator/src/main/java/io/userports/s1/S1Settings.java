package io.userports.s1;

import io.userports.grid.Profile;
import io.userports.wire.LineRate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What is not the same on every S1 port.
 *
 * @param sampling how often the meter samples
 * @param line the rate of the line, which must have room for it
 * @param neutral whether the current of the neutral conductor is measured and sent
 * @param firstSequence the sequence number of the first telegram, 0 to 255
 * @param batch how much time the telegrams that are written at once span, 1 to 100 ms
 * @param jitter how much earlier or later than due a batch may leave, at most; a measured meter had ±28 µs
 */
public record S1Settings(
        Sampling sampling, LineRate line, boolean neutral, int firstSequence, Duration batch, Duration jitter) {
    /** A telegram must leave within 10 ms of its sample (e-MUCS H 1.3 §4.2.3); half of it is left to the machine. */
    public static final Duration BATCH = Duration.ofMillis(5);

    /** The shortest batch, which leaves two or three telegrams at once. */
    public static final Duration LEAST_BATCH = Duration.ofMillis(1);

    private static final Duration MOST_BATCH = Duration.ofMillis(100);

    /** Complains with the arithmetic when the line has no room. */
    public S1Settings {
        LineBudget.of(line, S1Layout.EMUCS_H_1_3).check(sampling);
        checkSequence(firstSequence);
        checkPacing(batch, jitter);
    }

    /** Complains unless {@code number} is a sequence number. */
    public static void checkSequence(int number) {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException(number + " is no sequence number; allowed: 0 to 255");
        }
    }

    /** Complains unless telegrams can leave in such batches, so much earlier or later than due. */
    public static void checkPacing(Duration batch, Duration jitter) {
        if (batch.compareTo(LEAST_BATCH) < 0 || batch.compareTo(MOST_BATCH) > 0) {
            throw new IllegalArgumentException("a batch of " + micros(batch) + " µs; allowed: " + micros(LEAST_BATCH)
                    + " to " + micros(MOST_BATCH) + " µs");
        }
        if (jitter.isNegative() || jitter.compareTo(batch.dividedBy(2)) >= 0) {
            throw new IllegalArgumentException("a jitter of " + micros(jitter)
                    + " µs; allowed: 0 to less than half a batch of " + micros(batch) + " µs");
        }
    }

    private static long micros(Duration time) {
        return TimeUnit.MICROSECONDS.convert(time);
    }

    /** {@return the port of a meter that samples so on a line of the brochure's rate: from 0, without jitter} */
    public static S1Settings of(Sampling sampling) {
        return new S1Settings(sampling, LineRate.S1, false, 0, BATCH, Duration.ZERO);
    }

    /** {@return the port that {@code profile} asks for, on such a line} */
    public static S1Settings of(Profile profile, LineRate line) {
        return of(profile, Sampling.parse(profile.s1().sampling()), line);
    }

    /** {@return the port that {@code profile} asks for but for its sampling, on such a line} */
    public static S1Settings of(Profile profile, Sampling sampling, LineRate line) {
        return new S1Settings(sampling, line, profile.s1().neutral(), 0, BATCH, Duration.ZERO);
    }

    /** {@return the same with another sampling on another line} */
    public S1Settings with(Sampling other, LineRate otherLine) {
        return new S1Settings(other, otherLine, neutral, firstSequence, batch, jitter);
    }

    /** {@return the same, the neutral conductor's current sent or not} */
    public S1Settings withNeutral(boolean sent) {
        return new S1Settings(sampling, line, sent, firstSequence, batch, jitter);
    }

    /** {@return the same, beginning with another sequence number} */
    public S1Settings withFirstSequence(int first) {
        return new S1Settings(sampling, line, neutral, first, batch, jitter);
    }

    /** {@return the same in other batches} */
    public S1Settings withPacing(Duration span, Duration strays) {
        return new S1Settings(sampling, line, neutral, firstSequence, span, strays);
    }
}
