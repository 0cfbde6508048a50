package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.SentSamples.Slice;
import io.userports.conformance.check.SentSamples.Span;
import io.userports.grid.Wiring;
import io.userports.s1.Gaps;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A guess at the cause of a wrong figure of S1: only what the same samples, misread, would have come to. */
final class SampleHint {
    /** What steps past 255 in the wrong way adds to the lost ones, each time. */
    private static final List<Integer> WRONG_ROUNDS = List.of(1, Gaps.MODULUS - 2, Gaps.MODULUS - 1);

    private static final int FEWEST_ROUNDS = 3;

    private static final Map<Quantity, Integer> CURRENTS = Map.of(
            Quantity.S1_CURRENT_RMS_L1, 0,
            Quantity.S1_CURRENT_RMS_L2, 1,
            Quantity.S1_CURRENT_RMS_L3, 2,
            Quantity.S1_CURRENT_RMS_N, 3);

    /** What a mistake would have come to, and which one it is. */
    private record Mistake(OptionalDouble value, String what) {
        Mistake(double value, String what) {
            this(OptionalDouble.of(value), what);
        }
    }

    private SampleHint() {}

    /**
     * {@return what may have gone wrong}
     *
     * @param shown instead of a figure as in {@code recent}
     * @param before what was sampled before the last change
     * @param display how finely the CEMS shows it
     */
    static Optional<String> of(
            Quantity quantity, Optional<String> shown, SentSamples recent, SentSamples before, Display display) {
        boolean delta = recent.last().map(Slice::wiring).equals(Optional.of(Wiring.DELTA));
        if (quantity == Quantity.S1_VOLTAGE_RMS_L2 && delta) {
            return Optional.of("in delta L2 is the reference: its samples are 0 V, and no sensor is broken");
        }
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Optional<Band> band = display.band(quantity);
        if (band.isEmpty()) {
            return SampleEvidence.told(quantity, before).contains(shown.get())
                    ? Optional.of("as it was before the last change")
                    : Optional.empty();
        }
        Optional<Double> number = Band.number(shown.get());
        if (number.isEmpty()) {
            return Optional.of("no decimal number in " + quantity.unit() + " or a stated multiple of it");
        }
        Optional<Span> right = recent.span(quantity);
        if (right.isEmpty()) {
            return number.get() == 0
                    ? Optional.of("a value that is not there is no zero")
                    : Optional.of("the telegrams say that there is no such channel");
        }
        return mistakes(quantity, right.get().middle(), recent)
                .filter(m -> m.value().isPresent())
                .filter(m -> band.get().holds(shown.get(), Span.of(m.value().getAsDouble())))
                .map(Mistake::what)
                .findFirst()
                .or(() -> before.span(quantity)
                        .filter(then -> band.get().holds(shown.get(), then))
                        .map(then -> "equals what was sampled before the last change"));
    }

    private static Stream<Mistake> mistakes(Quantity quantity, double right, SentSamples recent) {
        Stream<Mistake> units = Stream.of(
                new Mistake(1000 * right, "a thousand times the value: the unit is another one"),
                new Mistake(right / 1000, "a thousandth of the value: the unit is another one"));
        // What the samples themselves come to is less of a chance than a factor.
        return Stream.concat(
                switch (quantity) {
                    case S1_VOLTAGE_RMS_L1, S1_VOLTAGE_RMS_L2, S1_VOLTAGE_RMS_L3 ->
                        Stream.concat(
                                Stream.of(new Mistake(40 * right, "forty times the value: a count is 25 mV")),
                                sine(right));
                    case S1_CURRENT_RMS_L1, S1_CURRENT_RMS_L2, S1_CURRENT_RMS_L3, S1_CURRENT_RMS_N ->
                        Stream.concat(ofCurrent(CURRENTS.get(quantity), right, recent), sine(right));
                    case S1_POWER -> ofPower(right, recent);
                    case S1_RATE -> ofRate(right, recent);
                    case S1_FREQUENCY ->
                        Stream.of(new Mistake(50, "50 Hz is no constant: it stands in every telegram"));
                    default -> Stream.empty();
                },
                units);
    }

    private static Stream<Mistake> sine(double right) {
        return Stream.of(
                new Mistake(Math.sqrt(2) * right, "1.41 times the value: a peak, and no root mean square"),
                new Mistake(right * right, "the mean of the squares, without its root"));
    }

    private static Stream<Mistake> ofCurrent(int which, double right, SentSamples recent) {
        return Stream.of(
                new Mistake(
                        root(recent.mean(s -> s.mistaken().lowSquares()[which])),
                        "equals the value of the last two octets: a current has three"),
                new Mistake(
                        root(recent.mean(s -> s.mistaken().unsignedSquares()[which])),
                        "equals the value read as numbers without a sign: three octets have one, too"),
                new Mistake(right / 256, "a 256th of the value: the last of three octets is left out"));
    }

    private static Stream<Mistake> ofPower(double right, SentSamples recent) {
        OptionalDouble second = recent.mean(s -> s.mistaken().secondAsInStar());
        boolean delta = recent.last().map(Slice::wiring).equals(Optional.of(Wiring.DELTA));
        return Stream.of(
                new Mistake(
                        delta ? OptionalDouble.of(right + second.orElse(0)) : OptionalDouble.empty(),
                        "equals the sum with u2 = -(u1 + u3) as in star: in delta the voltages stand 60° apart, and u2 is 0"),
                new Mistake(
                        OptionalDouble.of(Stream.of(0, 1, 2)
                                .mapToDouble(p ->
                                        Math.abs(recent.mean(s -> s.powers()[p]).orElse(0)))
                                .sum()),
                        "equals the sum of the phases without their signs"),
                new Mistake(-right, "the other sign: what the home takes is positive"),
                new Mistake(recent.mean(s -> s.powers()[0]), "equals the power of L1 alone"));
    }

    private static Stream<Mistake> ofRate(double right, SentSamples recent) {
        OptionalDouble frequency = recent.span(Quantity.S1_FREQUENCY)
                .map(span -> OptionalDouble.of(span.middle()))
                .orElse(OptionalDouble.empty());
        double perPeriod = Math.rint(right / frequency.orElse(50));
        return Stream.of(
                new Mistake(2600, "2600 Hz is no constant: the rate stands in every telegram"),
                new Mistake(perPeriod, "equals the samples of a period: times the frequency, that is the rate"),
                new Mistake(100 * perPeriod, "samples of a period were taken for hundreds of hertz"),
                new Mistake(right / 100 * frequency.orElse(50), "hundreds of hertz were taken for samples of a period"),
                new Mistake(50 * perPeriod, "the rate by the period follows the frequency, which is not 50 Hz now"));
    }

    private static OptionalDouble root(OptionalDouble square) {
        return square.isPresent() ? OptionalDouble.of(Math.sqrt(square.getAsDouble())) : square;
    }

    /**
     * {@return why so many may have been counted}
     *
     * @param counted instead of those of {@code since}
     * @param since what is to be counted, in the time in which it was
     */
    static Optional<String> ofCount(Quantity count, BigDecimal counted, SentSamples since) {
        if (count != Quantity.S1_LOST || counted.compareTo(BigDecimal.valueOf(since.lost())) == 0) {
            return Optional.empty();
        }
        double was = counted.doubleValue();
        double more = was - since.lost();
        if (since.lost() >= Gaps.MODULUS && was == since.lost() % Gaps.MODULUS) {
            return Optional.of("the number goes round after 256 telegrams; how often it did, the clock tells");
        }
        if (since.invalid() > 0 && more == since.invalid()) {
            return Optional.of("equals lost and invalid ones together: what is invalid has come");
        }
        if (since.skipped() > 0 && more == since.skipped()) {
            return Optional.of("equals lost and skipped ones together: what is of another version has come");
        }
        double rounds = (double) (since.telegrams() + since.lost()) / Gaps.MODULUS;
        return WRONG_ROUNDS.stream()
                .filter(each -> rounds >= FEWEST_ROUNDS && Math.abs(more - each * rounds) <= 1.5 * each)
                .findFirst()
                .map(each -> (each == 1 ? "one" : "nearly 256")
                        + " more for each time that the number went round: after 255 comes 0");
    }
}
