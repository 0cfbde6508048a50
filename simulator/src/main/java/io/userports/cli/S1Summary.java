package io.userports.cli;

import io.userports.grid.Wiring;
import io.userports.p1.Quote;
import io.userports.s1.FrameKind;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1View;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What the telegrams of {@code decode s1} add up to. */
final class S1Summary implements S1Report {
    /** As many ids are listed; a stream may hold anything. */
    private static final int MOST_METERS = 8;

    private final StringBuilder lines;
    private final MeterIdText meterId = new MeterIdText(Quote::printable);
    private final Set<String> meters = new LinkedHashSet<>();
    private final Set<Wiring> wirings = new LinkedHashSet<>();
    private final Set<String> rates = new LinkedHashSet<>();
    private final Span hertz = new Span();
    private final Span samplesPerSecond = new Span();
    private final S1Periods periods = new S1Periods();
    private boolean neutral;

    S1Summary(StringBuilder lines) {
        this.lines = lines;
    }

    @Override
    public void telegram(long offset, S1View telegram) {
        int info = telegram.info();
        int rate = telegram.rate();
        meters.add(meters.size() < MOST_METERS ? "'" + meterId.of(telegram) + "'" : "more");
        wirings.add(S1Info.wiring(info));
        rates.add((info & S1Info.PER_PERIOD) == 0 ? "per second" : rate + "/period");
        hertz.add(S1Frame.hertz(telegram.frequency()));
        samplesPerSecond.add(S1Frame.samplesPerSecond(info, rate, telegram.frequency()));
        neutral |= (info & S1Info.NEUTRAL) != 0;
        periods.add(telegram);
    }

    @Override
    public void other(long offset, FrameKind kind) {
        // the tally counts it
    }

    @Override
    public void outside(long offset, long count) {
        // the tally counts it
    }

    @Override
    public void end(S1Tally tally) {
        line("telegrams", tally.telegrams());
        line("lost", tally.lost());
        line("invalid", tally.others(false));
        line("skipped", tally.others(true));
        line("samples not valid", tally.corrupted());
        line("outside", Texts.octets(tally.outside()));
        if (tally.telegrams() > 0) {
            line("meter", join(meters));
            line("wiring", join(wirings));
            line("rate", join(rates) + ", " + samplesPerSecond + " Hz");
            line("network", hertz + " Hz");
            line("whole periods", periods.periods());
            measured();
        }
    }

    private void measured() {
        if (periods.periods() == 0) {
            return;
        }
        boolean polyphase = !wirings.equals(Set.of(Wiring.SINGLE_PHASE));
        for (int channel = 0; channel < S1View.CHANNELS; channel++) {
            boolean ofNeutral = channel == S1View.CHANNELS - 1;
            if (ofNeutral ? neutral : polyphase || channel < 2) {
                channel(channel);
            }
        }
        double total = periods.power(0);
        if (polyphase) {
            for (int phase = 0; phase < 3; phase++) {
                watts("P" + (phase + 1), periods.power(phase));
            }
            // In delta L2 is what the voltages refer to: two wattmeters show it all.
            total += periods.power(2) + (wirings.contains(Wiring.DELTA) ? 0 : periods.power(1));
        }
        watts("P", total);
    }

    private void channel(int channel) {
        boolean voltage = S1View.isVoltage(channel);
        double rms = periods.rms(channel) / (voltage ? S1Frame.PER_VOLT : S1Frame.PER_AMPERE);
        String distortion = periods.hasFundamental(channel)
                ? format(", THD %.2f %% to order %d", 100 * periods.distortion(channel), periods.order())
                : "";
        line(S1View.channelName(channel), format("%.3f %s", rms, voltage ? "V" : "A") + distortion);
    }

    private void watts(String name, double watts) {
        line(name, format("%.1f W", watts));
    }

    private void line(String name, Object value) {
        lines.append(format("%-18s %s%n", name, value));
    }

    private static String join(Set<?> values) {
        return String.join(", ", values.stream().map(Object::toString).toList());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** The least and the greatest of some values. */
    private static final class Span {
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        void add(double value) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }

        @Override
        public String toString() {
            return format("%.3f", least) + (least == greatest ? "" : format(" to %.3f", greatest));
        }
    }
}
