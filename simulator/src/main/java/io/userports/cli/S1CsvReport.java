package io.userports.cli;

import io.userports.p1.Quote;
import io.userports.s1.FrameKind;
import io.userports.s1.S1Info;
import io.userports.s1.S1View;

/** The findings of {@code decode s1} for spreadsheets: a line a telegram; a frame that is none has no values. */
final class S1CsvReport implements S1Report {
    private static final String NAMES = "offset,valid,meterId,info,polyphase,perPeriod,fourWire,validSamples,neutral,"
            + "version,rate,frequency,seq,u1,i1,u2,i2,u3,i3,iN\n";
    private static final String NO_VALUES = ",false" + ",".repeat(18) + "\n";

    private final StringBuilder lines;
    private final MeterIdText meterId = new MeterIdText(Quote::printable);
    private final S1Values values;

    S1CsvReport(StringBuilder lines, S1Values values) {
        this.lines = lines;
        this.values = values;
        lines.append(NAMES);
    }

    @Override
    public void telegram(long offset, S1View telegram) {
        int info = telegram.info();
        lines.append(offset).append(",true,");
        text(meterId.of(telegram));
        lines.append(',').append(info);
        bit(info & S1Info.POLYPHASE);
        bit(info & S1Info.PER_PERIOD);
        bit(info & S1Info.FOUR_WIRE);
        bit(info & S1Info.VALID_SAMPLES);
        bit(info & S1Info.NEUTRAL);
        lines.append(',').append(S1Info.version(info)).append(',');
        values.rate(telegram, lines);
        lines.append(',');
        values.frequency(telegram, lines);
        lines.append(',').append(telegram.sequence());
        for (int channel = 0; channel < S1View.CHANNELS; channel++) {
            lines.append(',');
            values.channel(telegram, channel, lines);
        }
        lines.append('\n');
    }

    @Override
    public void other(long offset, FrameKind kind) {
        lines.append(offset).append(NO_VALUES);
    }

    @Override
    public void outside(long offset, long count) {
        // no line of a table; the last word tells, on standard error
    }

    @Override
    public void end(S1Tally tally) {
        // a table has no last word
    }

    private void bit(int bit) {
        lines.append(',').append(bit != 0);
    }

    private void text(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0;
        lines.append(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
    }
}
