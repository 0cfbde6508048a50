package io.userports.cli;

import io.userports.p1.Quote;
import io.userports.s1.FrameKind;
import io.userports.s1.S1Info;
import io.userports.s1.S1View;

/** The findings of {@code decode s1} for people, a line each. */
final class S1TextReport implements S1Report {
    private final StringBuilder lines;
    private final MeterIdText meterId = new MeterIdText(Quote::printable);
    private final S1Values values;

    S1TextReport(StringBuilder lines, S1Values values) {
        this.lines = lines;
        this.values = values;
    }

    @Override
    public void telegram(long offset, S1View telegram) {
        int info = telegram.info();
        lines.append("telegram at ").append(offset).append(", '").append(meterId.of(telegram));
        lines.append("', seq ").append(telegram.sequence());
        lines.append(", ").append(S1Info.wiring(info));
        lines.append((info & S1Info.NEUTRAL) == 0 ? "" : ", neutral");
        lines.append((info & S1Info.PER_PERIOD) == 0 ? ", per second " : ", per period ");
        values.rate(telegram, lines);
        lines.append(values.unit("Hz")).append(", network ");
        values.frequency(telegram, lines);
        lines.append(values.unit("Hz"));
        lines.append((info & S1Info.VALID_SAMPLES) == 0 ? ", samples not valid:" : ":");
        for (int channel = 0; channel < S1View.CHANNELS; channel++) {
            lines.append(channel == 0 ? " " : ", ").append(S1View.channelName(channel));
            lines.append(' ');
            values.channel(telegram, channel, lines);
            lines.append(values.unit(S1View.isVoltage(channel) ? "V" : "A"));
        }
        lines.append(System.lineSeparator());
    }

    @Override
    public void other(long offset, FrameKind kind) {
        lines.append("no telegram at ").append(offset).append(": ").append(kind.text());
        lines.append(System.lineSeparator());
    }

    @Override
    public void outside(long offset, long count) {
        lines.append("outside at ").append(offset).append(", ").append(Texts.octets(count));
        lines.append(System.lineSeparator());
    }

    @Override
    public void end(S1Tally tally) {
        lines.append(tally).append(System.lineSeparator());
    }
}
