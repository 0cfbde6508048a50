package io.userports.cli;

import io.userports.s1.FrameKind;
import io.userports.s1.S1Info;
import io.userports.s1.S1View;
import java.util.Locale;

/** The findings of {@code decode s1} for programs: a JSON object a line, offsets counted from the stream's start. */
final class S1JsonReport implements S1Report {
    private final StringBuilder lines;
    private final MeterIdText meterId = new MeterIdText(S1JsonReport::escaped);
    private final S1Values values;

    S1JsonReport(StringBuilder lines, S1Values values) {
        this.lines = lines;
        this.values = values;
    }

    @Override
    public void telegram(long offset, S1View telegram) {
        int info = telegram.info();
        lines.append("{\"offset\":").append(offset).append(",\"valid\":true,\"meterId\":\"");
        lines.append(meterId.of(telegram)).append("\",\"info\":").append(info);
        bit("polyphase", info & S1Info.POLYPHASE);
        bit("perPeriod", info & S1Info.PER_PERIOD);
        bit("fourWire", info & S1Info.FOUR_WIRE);
        bit("validSamples", info & S1Info.VALID_SAMPLES);
        bit("neutral", info & S1Info.NEUTRAL);
        lines.append(",\"version\":").append(S1Info.version(info)).append(",\"rate\":");
        values.rate(telegram, lines);
        lines.append(",\"frequency\":");
        values.frequency(telegram, lines);
        lines.append(",\"seq\":").append(telegram.sequence());
        for (int channel = 0; channel < S1View.CHANNELS; channel++) {
            lines.append(",\"").append(S1View.channelName(channel)).append("\":");
            values.channel(telegram, channel, lines);
        }
        lines.append("}\n");
    }

    @Override
    public void other(long offset, FrameKind kind) {
        lines.append("{\"offset\":").append(offset).append(",\"valid\":false,\"why\":\"");
        lines.append(kind.text()).append("\"}\n");
    }

    @Override
    public void outside(long offset, long count) {
        lines.append("{\"offset\":").append(offset).append(",\"outside\":").append(count);
        lines.append("}\n");
    }

    @Override
    public void end(S1Tally tally) {
        // every line stands for itself
    }

    private void bit(String name, int bit) {
        lines.append(",\"").append(name).append("\":").append(bit != 0);
    }

    private static String escaped(String id) {
        StringBuilder text = new StringBuilder();
        for (char ch : id.toCharArray()) {
            if (ch < ' ' || ch > '~') {
                text.append(String.format(Locale.ROOT, "\\u%04X", (int) ch));
            } else {
                text.append(ch == '"' || ch == '\\' ? "\\" : "").append(ch);
            }
        }
        return text.toString();
    }
}
