package io.userports.conformance.check;

import io.userports.conformance.check.SentSamples.Mistaken;
import io.userports.conformance.check.SentSamples.Slice;
import io.userports.conformance.check.SentSamples.Span;
import io.userports.grid.Wiring;
import io.userports.link.Ledger;
import io.userports.s1.FrameKind;
import io.userports.s1.FrameSplitter;
import io.userports.s1.Gaps;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reader of what left by S1: each entry of the ledger is decoded once, by our own strict decoder. */
public final class SampleWitness {
    private static final long SLICE_NANOS = 100_000_000;
    private static final int CHANNELS = 7;
    private static final int PHASES = 3;
    private static final int CURRENTS = 4;

    private final Ledger ledger;
    private final FrameSplitter splitter = FrameSplitter.strict();
    private final S1View view = S1View.of(S1Layout.EMUCS_H_1_3);
    private final List<Slice> slices = new ArrayList<>();
    private long read;
    private long lost;
    private long invalid;
    private long skipped;

    private Instant due = Instant.MIN;
    private long startedNanos;
    private String meterId = "";
    private int info;
    private int lastSequence = -1;
    private Instant lastDue = Instant.MIN;
    private long skippedSince;

    private long telegrams;
    private long samples;
    private Optional<Span> frequency = Optional.empty();
    private Optional<Span> rate = Optional.empty();
    private int rateField;
    private double[] squares = new double[CHANNELS];
    private double[] powers = new double[PHASES];
    private double[] lowSquares = new double[CURRENTS];
    private double[] unsignedSquares = new double[CURRENTS];
    private double secondAsInStar;
    private long all;

    /** A witness of what leaves by {@code ledger}. */
    public SampleWitness(Ledger ledger) {
        this.ledger = ledger;
    }

    /** {@return everything that left by S1 with the first {@code entries}; never fewer than before} */
    public synchronized SentSamples samples(long entries) {
        for (Ledger.Entry entry : ledger.between(read, entries)) {
            read = entry.number() + 1;
            if (entry.port() == UserPort.S1 && entry.octets().length > 0) {
                read(entry);
            }
        }
        return new SentSamples(slices, all, lost, invalid, skipped);
    }

    private void read(Ledger.Entry entry) {
        if (due.equals(Instant.MIN)) {
            begin(entry);
        } else if (Duration.between(due, entry.due()).toNanos() >= SLICE_NANOS) {
            end();
            begin(entry);
        }
        splitter.feed(entry.octets(), 0, entry.octets().length, new FrameSplitter.Sink() {
            @Override
            public void frame(byte[] buffer, int at, int length, long offset) {
                SampleWitness.this.frame(buffer, at, length, entry);
            }

            @Override
            public void noise(byte[] buffer, int at, int count, long offset) {
                // What is no frame says nothing that anybody may know.
            }
        });
    }

    private void frame(byte[] buffer, int at, int length, Ledger.Entry entry) {
        FrameKind kind = view.kind(buffer, at, length);
        if (kind != FrameKind.TELEGRAM) {
            if (kind == FrameKind.UNKNOWN_VERSION || kind == FrameKind.UNKNOWN_LAYOUT) {
                skipped++;
            }
            if (kind == FrameKind.UNKNOWN_VERSION) {
                // It stands in the place of a telegram; a frame without data has no number.
                skippedSince++;
            }
            return;
        }
        String id = view.meterId();
        double announced = S1Frame.samplesPerSecond(view.info(), view.rate(), view.frequency());
        if (lastSequence >= 0 && id.equals(meterId)) {
            double seconds = Duration.between(lastDue, entry.due()).toNanos() / 1e9;
            lost += Math.max(0, Gaps.byClock(lastSequence, view.sequence(), seconds, announced) - skippedSince);
        }
        boolean another =
                !id.equals(meterId) || ((view.info() ^ info) & ~S1Info.VALID_SAMPLES) != 0 || view.rate() != rateField;
        if (another && telegrams > 0) {
            end();
            begin(entry);
        }
        meterId = id;
        info = view.info();
        rateField = view.rate();
        lastSequence = view.sequence();
        lastDue = entry.due();
        skippedSince = 0;
        telegrams++;
        all++;
        Span told = Span.of(S1Frame.hertz(view.frequency()));
        frequency = Optional.of(frequency.map(told::and).orElse(told));
        Span rated = Span.of(announced);
        rate = Optional.of(rate.map(rated::and).orElse(rated));
        if ((info & S1Info.VALID_SAMPLES) == 0) {
            invalid++;
        } else {
            sample();
        }
    }

    private void sample() {
        samples++;
        Wiring wiring = S1Info.wiring(info);
        for (int phase = 0; phase < wiring.phases(); phase++) {
            double volts = S1Frame.volts(view.channel(2 * phase));
            squares[2 * phase] += volts * volts;
            // In delta u2 is 0, and the sum of all is that of the two wattmeters.
            powers[phase] += volts * current(2 * phase + 1, phase);
        }
        current(CHANNELS - 1, PHASES);
        secondAsInStar -= S1Frame.volts(view.channel(0) + view.channel(4)) * S1Frame.amperes(view.channel(3));
    }

    /** Takes in the current on {@code channel}, the {@code which} of the four; {@return it} */
    private double current(int channel, int which) {
        int counts = view.channel(channel);
        double amperes = S1Frame.amperes(counts);
        double low = S1Frame.amperes((short) counts);
        double unsigned = S1Frame.amperes(counts & 0xFFFFFF);
        squares[channel] += amperes * amperes;
        lowSquares[which] += low * low;
        unsignedSquares[which] += unsigned * unsigned;
        return amperes;
    }

    private void begin(Ledger.Entry entry) {
        due = entry.due();
        startedNanos = entry.startedNanos();
    }

    private void end() {
        if (telegrams > 0) {
            slices.add(new Slice(
                    due,
                    startedNanos,
                    meterId,
                    S1Info.wiring(info),
                    (info & S1Info.NEUTRAL) != 0,
                    frequency.orElseThrow(),
                    rate.orElseThrow(),
                    samples,
                    squares,
                    powers,
                    new Mistaken(lowSquares, unsignedSquares, secondAsInStar)));
        }
        telegrams = 0;
        samples = 0;
        frequency = Optional.empty();
        rate = Optional.empty();
        squares = new double[CHANNELS];
        powers = new double[PHASES];
        lowSquares = new double[CURRENTS];
        unsignedSquares = new double[CURRENTS];
        secondAsInStar = 0;
    }
}
