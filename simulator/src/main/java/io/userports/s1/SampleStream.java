package io.userports.s1;

import io.userports.grid.Cycle;
import io.userports.grid.Waves;
import java.util.Arrays;

/**
 * The samples of a meter as telegrams, one after the other, second after second.
 *
 * <p>The same instants come out however the time is cut into pieces. Used by one thread.
 */
public final class SampleStream {
    private static final S1Layout LAYOUT = S1Layout.EMUCS_H_1_3;
    /** Counted once: a layout adds up its fields anew each time, and leaves objects behind. */
    private static final int TELEGRAM = LAYOUT.octets();

    /** The frequency that is sent is a mean of so many periods, made anew each period. */
    private static final int MEAN_PERIODS = 10;

    private final double[] channels = new double[Waves.CHANNELS];
    private S1Encoder encoder;
    private String meterId;
    private boolean neutral;
    private Sampling sampling;
    private Sampling next;
    private Waves second;
    /** How the network turned in the second before. */
    private Cycle before;
    /** Samples since the second began, or (per period) since the turn in which it began. */
    private long index;

    private int sequence;
    private long turn = Long.MIN_VALUE;
    private byte[] octets = new byte[0];

    private SampleStream(S1Settings settings) {
        this.sampling = settings.sampling();
        this.next = sampling;
        this.neutral = settings.neutral();
        this.sequence = settings.firstSequence();
    }

    /** {@return a stream that has not begun} */
    public static SampleStream of(S1Settings settings) {
        return new SampleStream(settings);
    }

    /**
     * Goes on to the next second.
     *
     * @param waves what it samples
     * @param id of its meter, 14 characters
     */
    public void enter(Waves waves, String id) {
        if (!id.equals(meterId)) {
            meterId = id;
            encoder = S1Encoder.of(LAYOUT, id);
        }
        before = second == null ? Cycle.steady(waves.cycle().from()) : second.cycle();
        if (second == null || !next.equals(sampling)) {
            second = waves;
            sampling = next;
            index = firstIndex();
        } else {
            index -= sampling instanceof Sampling.PerPeriod p
                    ? p.samples() * (long) Math.floor(second.cycle().turnsAt(1))
                    : ((Sampling.PerSecond) sampling).hertz();
            second = waves;
        }
        turn = Long.MIN_VALUE;
    }

    /** Samples in another way from the next second on. */
    public void sample(Sampling other) {
        next = other;
    }

    /** Sends the current of the neutral conductor or not. */
    public void neutral(boolean sent) {
        neutral = sent;
    }

    /** Goes on with another sequence number. */
    public void number(int next) {
        sequence = next & 0xFF;
    }

    /** {@return the telegrams of all instants before {@code end}, in seconds into the second, that were not given yet} */
    public byte[] until(double end) {
        int at = 0;
        for (double instant = instant(); instant < end; instant = instant()) {
            if (octets.length < at + TELEGRAM) {
                octets = Arrays.copyOf(octets, 2 * octets.length + TELEGRAM);
            }
            head(instant);
            second.at(instant, sampling.ordersAt(second.cycle().hertzAt(instant)), channels);
            if (!neutral) {
                channels[Waves.CHANNELS - 1] = 0;
            }
            at += encoder.encode(sequence, channels, octets, at);
            advance();
        }
        return Arrays.copyOf(octets, at);
    }

    /** Lets the instants before {@code end} pass: the sequence number runs on, nothing is given. */
    public void pass(double end) {
        while (instant() < end) {
            advance();
        }
    }

    private void advance() {
        index++;
        sequence = sequence + 1 & 0xFF;
    }

    private long firstIndex() {
        return sampling instanceof Sampling.PerPeriod p
                ? (long) Math.ceil(second.cycle().angle() * p.samples())
                : 0;
    }

    /** {@return when the next sample is taken, in seconds into the second; 1 or more if it belongs to the next one} */
    private double instant() {
        if (sampling instanceof Sampling.PerPeriod p) {
            double turns = (double) index / p.samples();
            // Not by the time of the turns, whose rounding could lose or double the last sample of a second.
            return turns < second.cycle().turnsAt(1)
                    ? Math.min(second.cycle().secondsAt(turns), Math.nextDown(1.0))
                    : 1;
        }
        return (double) index / ((Sampling.PerSecond) sampling).hertz();
    }

    private void head(double instant) {
        Cycle cycle = second.cycle();
        long now = (long) Math.floor(cycle.turnsAt(instant));
        if (now != turn) {
            turn = now;
            // The mean of an even course is its value in the middle.
            double middle = instant - MEAN_PERIODS / cycle.from() / 2;
            double mean = middle < 0 ? before.hertzAt(1 + middle) : cycle.hertzAt(middle);
            encoder.head(
                    S1Info.of(second.wiring(), sampling instanceof Sampling.PerPeriod, neutral, true, LAYOUT.version()),
                    sampling.field(),
                    (int) Math.rint(mean * S1Frame.PER_HERTZ));
        }
    }
}
