package io.userports.conformance.reference;

import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reference's side of S1: from octets to figures, about one a second of the stream. */
final class S1Reader implements PortReader {
    /** What is measured over a window; everything else a telegram says by itself. */
    private static final Set<Quantity> MEASURED = EnumSet.range(Quantity.S1_FREQUENCY, Quantity.S1_POWER);

    private static final List<Quantity> VOLTAGES =
            List.of(Quantity.S1_VOLTAGE_RMS_L1, Quantity.S1_VOLTAGE_RMS_L2, Quantity.S1_VOLTAGE_RMS_L3);
    private static final List<Quantity> CURRENTS =
            List.of(Quantity.S1_CURRENT_RMS_L1, Quantity.S1_CURRENT_RMS_L2, Quantity.S1_CURRENT_RMS_L3);

    private static final double VOLTS = 0.025;
    private static final double AMPERES = 0.001;
    /** Of a stream that does not say a rate that can be. */
    private static final double USUAL_RATE = 2600;

    private static final double USUAL_HERTZ = 50;
    private static final int SAMPLING_TYPE = 0x02;

    private final Habits habits;
    private final long freshnessNanos;
    private final Voice voice;
    private final S1Framing framing;
    private final S1Telegram telegram = new S1Telegram();
    private final S1Sequence sequence;
    private final S1Measurement measurement;
    private final Map<Quantity, Shown> values = new EnumMap<>(Quantity.class);

    private byte[] head = new byte[S1Telegram.HEAD_LENGTH];
    private byte[] headBefore = new byte[S1Telegram.HEAD_LENGTH];
    private long now;
    private long lastGood;
    private long lastMeasured;
    private long invalid;
    private long skipped;
    private int numberBefore = -1;
    private boolean begun;
    private boolean interrupted;
    private boolean deaf;

    S1Reader(Habits habits, long freshnessNanos, int timeScale, Voice voice) {
        this.habits = habits;
        this.freshnessNanos = freshnessNanos;
        this.voice = voice;
        this.framing = habits.s1Framing(this::received);
        this.sequence = new S1Sequence(habits, timeScale);
        this.measurement = new S1Measurement(habits);
    }

    @Override
    public void start() {
        voice.show(habits.initial());
        if (habits.tellsThatValuesAreOld()) {
            voice.status("no-data");
        }
    }

    @Override
    public void octets(byte[] octets, int count, long nanos) {
        now = nanos;
        long counted = sequence.lost() + invalid + skipped;
        framing.feed(octets, count);
        if (begun && sequence.lost() + invalid + skipped != counted) {
            show();
        }
    }

    @Override
    public void tick(long nanos) {
        if (!voice.status().equals("receiving") || !habits.tellsThatValuesAreOld()) {
            return;
        }
        if (nanos - lastGood > freshnessNanos) {
            interrupted = true;
            sequence.forget();
            measurement.restart();
            voice.status("stale");
        } else if (nanos - lastMeasured > freshnessNanos && values.keySet().removeAll(MEASURED)) {
            show();
        }
    }

    private void received(byte[] octets, int at, int length) {
        if (deaf) {
            return;
        }
        if (telegram.moveTo(octets, at, length)) {
            telegram();
        } else if (S1Telegram.isUnknown(octets, at, length)) {
            skipped++;
            if (S1Telegram.hasVersion(length)) {
                // what is too short for a version has no number either
                sequence.skip();
            }
            deaf = habits.givesUpAtUnknownVersions();
        }
    }

    private void telegram() {
        if (habits.ignoresRepeatedNumbers() && telegram.sequence() == numberBefore) {
            return;
        }
        numberBefore = telegram.sequence();
        lastGood = now;
        telegram.copyHead(head);
        if (interrupted || !begun || !Arrays.equals(head, headBefore)) {
            begin();
        }
        double rate = rate();
        int gap = sequence.follows(telegram.sequence(), rate, now);
        if (gap == S1Sequence.WRAPPED) {
            measurement.restart();
        } else if (gap > 0) {
            measurement.interrupt(gap);
        }
        deaf = gap != 0 && habits.givesUpAfterGaps();
        if (!habits.believesSamples(telegram)) {
            invalid++;
            measurement.interrupt(1);
            if (habits.showsZeroForInvalid()) {
                values.replaceAll((q, v) -> MEASURED.contains(q) ? new Shown("0", v.unit()) : v);
            }
        } else if (telegram.rateField() > 0 && measurement.take(telegram, rate) && !sequence.doubts()) {
            measured();
            measurement.next();
        }
    }

    /** The stream begins, or begins to be another one: what was measured before is no longer so. */
    private void begin() {
        boolean sameMeter = begun && Arrays.equals(head, 0, S1Telegram.ID_LENGTH, headBefore, 0, S1Telegram.ID_LENGTH);
        boolean sameNetwork =
                sameMeter && ((head[S1Telegram.ID_LENGTH] ^ headBefore[S1Telegram.ID_LENGTH]) & ~SAMPLING_TYPE) == 0;
        if (!sameMeter) {
            sequence.forget();
        }
        if (!sameNetwork || interrupted) {
            values.keySet().removeAll(MEASURED);
        }
        measurement.restart();
        byte[] spare = headBefore;
        headBefore = head;
        head = spare;
        lastMeasured = now;
        interrupted = false;
        begun = true;
        values.put(Quantity.S1_METER_ID, Shown.text(telegram.id()));
        String polyphase = telegram.fourWire() ? "star" : "delta";
        values.put(Quantity.S1_WIRING, Shown.text(telegram.polyphase() ? polyphase : "single-phase"));
        values.put(Quantity.S1_RATE, shown(habits.rate(telegram, telegram.millihertz() / 1000.0), 3, "Hz"));
        show();
        voice.status("receiving");
    }

    /** What the stream says, or what streams usually have where that cannot be. */
    private double rate() {
        double hertz = telegram.millihertz() / 1000.0;
        double rate = habits.rate(telegram, hertz < USUAL_HERTZ / 2 ? USUAL_HERTZ : hertz);
        return rate > 0 ? rate : USUAL_RATE;
    }

    private void measured() {
        values.keySet().removeAll(MEASURED);
        double power = 0;
        for (int phase = 0; phase < (telegram.polyphase() ? VOLTAGES.size() : 1); phase++) {
            values.put(VOLTAGES.get(phase), rms(S1Measurement.VOLTAGE + phase, VOLTS, "V"));
            values.put(CURRENTS.get(phase), rms(S1Measurement.CURRENT + phase, AMPERES, "A"));
            power += measurement.mean(S1Measurement.POWER + phase) * VOLTS * AMPERES;
        }
        if (telegram.neutral()) {
            values.put(Quantity.S1_CURRENT_RMS_N, rms(S1Measurement.CURRENT + S1Telegram.N, AMPERES, "A"));
        }
        values.put(Quantity.S1_POWER, shown(power, 1, "W"));
        values.put(Quantity.S1_FREQUENCY, shown(measurement.hertz(), 3, "Hz"));
        values.put(Quantity.S1_RATE, shown(habits.rate(telegram, measurement.hertz()), 3, "Hz"));
        lastMeasured = now;
        if (habits.takesZeroForBroken() && Shown.ZERO_VOLTS.equals(values.get(Quantity.S1_VOLTAGE_RMS_L2))) {
            values.keySet().removeAll(MEASURED);
            voice.event("sensor-fault");
        }
        show();
    }

    private void show() {
        values.put(Quantity.S1_LOST, Shown.text(Long.toString(sequence.lost())));
        values.put(Quantity.S1_INVALID, Shown.text(Long.toString(invalid)));
        values.put(Quantity.S1_SKIPPED, Shown.text(Long.toString(skipped)));
        voice.show(habits.s1Values(values));
    }

    private Shown rms(int channel, double step, String unit) {
        return shown(Math.sqrt(measurement.mean(channel)) * step, 3, unit);
    }

    private static Shown shown(double value, int decimals, String unit) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return new Shown(rounded.signum() == 0 ? "0" : rounded.toPlainString(), unit);
    }
}
