package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import io.userports.grid.Wiring;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What left by S1 so far, in slices of a tenth of a second, and what is to be counted of it.
 *
 * @param slices in order, only those that are over
 * @param telegrams how many there were that a CEMS could read
 * @param lost telegrams that are missing between others, by their numbers and the clock
 * @param invalid telegrams whose bit Valid Samples was cleared
 * @param skipped whole frames of an unknown version or layout
 */
public record SentSamples(List<Slice> slices, long telegrams, long lost, long invalid, long skipped) {
    /** Nothing at all. */
    public static final SentSamples NONE = new SentSamples(List.of(), 0, 0, 0, 0);

    /** A figure that is compared is a mean over so many slices: a second, whole periods at 50 Hz. */
    static final int WINDOW = 10;

    /** Less than eighty of the hundred milliseconds of a slice is no window that anybody would choose. */
    private static final double LEAST_WINDOW_SECONDS = 0.08;

    public SentSamples {
        slices = List.copyOf(slices);
    }

    /**
     * A tenth of a second of S1, or less when what its telegrams say of the meter changes within it.
     *
     * @param due the simulated instant at which its first telegram was due
     * @param startedNanos {@link System#nanoTime()} when its first telegram began to leave
     * @param meterId what its last telegram says
     * @param info what its last telegram says
     * @param frequency between which values its telegrams say it was, in hertz
     * @param rate between which values the rate was that its telegrams announce, in samples a second
     * @param samples how many good ones with valid samples there were
     * @param squares sums of the squares of u1, i1, u2, i2, u3, i3, iN in volts and amperes
     * @param powers sums of the products of voltage and current, for each phase
     * @param mistaken what usual mistakes make of the same samples
     */
    record Slice(
            Instant due,
            long startedNanos,
            String meterId,
            Wiring wiring,
            boolean neutral,
            Span frequency,
            Span rate,
            long samples,
            double[] squares,
            double[] powers,
            Mistaken mistaken) {
        double power() {
            return powers[0] + powers[1] + powers[2];
        }
    }

    /**
     * Sums over the same samples, misread; only hints are made of them.
     *
     * @param lowSquares sums of the squares of i1, i2, i3, iN of which only the last two octets were taken, with a sign
     * @param unsignedSquares of the same, taken for numbers without a sign
     * @param secondAsInStar sum of the products of -(u1 + u3), which is u2 in star, and i2
     */
    record Mistaken(double[] lowSquares, double[] unsignedSquares, double secondAsInStar) {}

    /** The least and the greatest that a figure was. */
    record Span(double least, double greatest) {
        static Span of(double value) {
            return new Span(value, value);
        }

        double middle() {
            return (least + greatest) / 2;
        }

        Span and(Span other) {
            return new Span(Math.min(least, other.least), Math.max(greatest, other.greatest));
        }
    }

    /** {@return what is counted under {@code quantity}, which is one of the three that count} */
    public long count(Quantity quantity) {
        return switch (quantity) {
            case S1_LOST -> lost;
            case S1_INVALID -> invalid;
            case S1_SKIPPED -> skipped;
            default -> throw new IllegalArgumentException(quantity + " counts nothing");
        };
    }

    /** {@return those due after {@code mark}; what is due at the mark was sampled before it} */
    SentSamples since(Instant mark) {
        return with(slices.stream().filter(s -> s.due().isAfter(mark)).toList());
    }

    /** {@return the last window before {@code mark}, or what there is of it} */
    SentSamples before(Instant mark) {
        List<Slice> before = slices.stream().filter(s -> !s.due().isAfter(mark)).toList();
        return with(before.subList(Math.max(0, before.size() - WINDOW), before.size()));
    }

    /** {@return those of which a slice began to leave between the two moments of {@link System#nanoTime()}} */
    SentSamples between(long fromNanos, long toNanos) {
        return with(slices.stream()
                .filter(s -> s.startedNanos() - fromNanos >= 0 && s.startedNanos() - toNanos <= 0)
                .toList());
    }

    private SentSamples with(List<Slice> others) {
        return new SentSamples(others, telegrams, lost, invalid, skipped);
    }

    /** {@return whether there is a window of whose kind figures are compared} */
    boolean hasWindow() {
        return slices.size() >= WINDOW;
    }

    /** {@return only what was counted since {@code earlier}, and no slices} */
    SentSamples countedSince(SentSamples earlier) {
        return new SentSamples(
                List.of(),
                telegrams - earlier.telegrams,
                lost - earlier.lost,
                invalid - earlier.invalid,
                skipped - earlier.skipped);
    }

    /** {@return the last slice} */
    Optional<Slice> last() {
        return slices.isEmpty() ? Optional.empty() : Optional.of(slices.get(slices.size() - 1));
    }

    /**
     * {@return between which values a figure was, over every window; empty when it had none}
     *
     * <p>Frequency and rate are told by each telegram and need no window.
     */
    Optional<Span> span(Quantity quantity) {
        return span(quantity, WINDOW);
    }

    /** {@return the same, over every window of a tenth of a second to a second} */
    Optional<Span> widest(Quantity quantity) {
        return span(quantity, 1);
    }

    private Optional<Span> span(Quantity quantity, int shortest) {
        if (quantity == Quantity.S1_FREQUENCY || quantity == Quantity.S1_RATE) {
            return slices.stream()
                    .map(quantity == Quantity.S1_RATE ? Slice::rate : Slice::frequency)
                    .reduce(Span::and);
        }
        Optional<Span> span = Optional.empty();
        for (int length = shortest; length <= WINDOW; length++) {
            for (int end = length; end <= slices.size(); end++) {
                List<Slice> window = slices.subList(end - length, end);
                OptionalDouble figure = lasts(window) ? figure(quantity, window) : OptionalDouble.empty();
                if (figure.isPresent()) {
                    Span one = Span.of(figure.getAsDouble());
                    span = Optional.of(span.map(one::and).orElse(one));
                }
            }
        }
        return span;
    }

    private static boolean lasts(List<Slice> window) {
        return window.size() == WINDOW
                || window.stream().mapToLong(Slice::samples).sum()
                        >= LEAST_WINDOW_SECONDS * window.get(0).rate().least();
    }

    private static OptionalDouble figure(Quantity quantity, List<Slice> window) {
        Slice last = window.get(window.size() - 1);
        boolean three = last.wiring() != Wiring.SINGLE_PHASE;
        return switch (quantity) {
            case S1_VOLTAGE_RMS_L1 -> rms(window, 0, true);
            case S1_CURRENT_RMS_L1 -> rms(window, 1, true);
            case S1_VOLTAGE_RMS_L2 -> rms(window, 2, three);
            case S1_CURRENT_RMS_L2 -> rms(window, 3, three);
            case S1_VOLTAGE_RMS_L3 -> rms(window, 4, three);
            case S1_CURRENT_RMS_L3 -> rms(window, 5, three);
            case S1_CURRENT_RMS_N -> rms(window, 6, last.neutral());
            case S1_POWER -> mean(window.stream().mapToDouble(Slice::power).sum(), window);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble rms(List<Slice> window, int channel, boolean there) {
        OptionalDouble mean =
                mean(window.stream().mapToDouble(s -> s.squares()[channel]).sum(), window);
        return there && mean.isPresent() ? OptionalDouble.of(Math.sqrt(mean.getAsDouble())) : OptionalDouble.empty();
    }

    /** {@return the mean of what {@code sum} makes of each slice, over them all} */
    OptionalDouble mean(ToDoubleFunction<Slice> sum) {
        return mean(slices.stream().mapToDouble(sum).sum(), slices);
    }

    private static OptionalDouble mean(double sum, List<Slice> window) {
        long samples = window.stream().mapToLong(Slice::samples).sum();
        return samples == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / samples);
    }
}
