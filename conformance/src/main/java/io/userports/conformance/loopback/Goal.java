package io.userports.conformance.loopback;

import java.time.Duration;
import java.util.Optional;

/**
 * When a test ends, and what it says of the ratio then.
 *
 * @param duration how long it lasts; with a bound, at most
 * @param ratio the bound that is to be shown, and which ends the test when it is shown or refuted
 * @param confidence of every limit
 */
public record Goal(Optional<Duration> duration, Optional<RatioTest> ratio, double confidence) {
    /** {@return a test of a length that is fixed before} */
    public static Goal of(Duration duration, double confidence) {
        return new Goal(Optional.of(duration), Optional.empty(), confidence);
    }

    /** {@return a test that ends when a bit error ratio of at most {@code bound} is shown or refuted, or time is over} */
    public static Goal of(double bound, double confidence, Optional<Duration> longest) {
        return new Goal(longest, Optional.of(new RatioTest(bound, confidence)), confidence);
    }

    /** {@return what is known of the bound; nothing where none is asked for} */
    RatioTest.Answer answer(LineErrors errors) {
        return ratio.map(test -> test.answer(errors.bits(), errors.wrong())).orElse(RatioTest.Answer.OPEN);
    }

    /** {@return whether enough is known} */
    boolean isReached(LineErrors errors, Duration elapsed) {
        return duration.filter(longest -> elapsed.compareTo(longest) >= 0).isPresent()
                || answer(errors) != RatioTest.Answer.OPEN;
    }

    Limits limits(LineErrors errors) {
        return ratio.map(test -> test.limits(errors.bits(), errors.wrong()))
                .orElseGet(() -> Limits.ofLength(errors.bits(), errors.wrong(), confidence));
    }

    /** {@return how much longer it takes if no more errors come, at {@code bitsPerSecond} that can be compared} */
    Duration left(LineErrors errors, Duration elapsed, double bitsPerSecond) {
        Optional<Duration> time =
                duration.map(longest -> longest.minus(elapsed)).map(left -> left.isNegative() ? Duration.ZERO : left);
        Optional<Duration> bits = ratio.map(test -> Math.max(0, test.bitsFor(errors.wrong()) - errors.bits()))
                .map(missing -> Duration.ofMillis((long) (1000 * missing / bitsPerSecond)));
        return time.filter(t -> bits.isEmpty() || t.compareTo(bits.get()) < 0)
                .or(() -> bits)
                .orElse(Duration.ZERO);
    }
}
