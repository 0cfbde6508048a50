package io.userports.cli;

import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1View;

/**
 * The numbers of S1 telegrams as text, exact to the last count and without floating point.
 *
 * @param raw counts as they are sent; else volts, amperes and hertz
 */
record S1Values(boolean raw) {
    private static final int MILLI = 1000;

    void channel(S1View telegram, int channel, StringBuilder to) {
        int counts = telegram.channel(channel);
        int milli = MILLI / (S1View.isVoltage(channel) ? S1Frame.PER_VOLT : S1Frame.PER_AMPERE);
        append(counts, milli, to);
    }

    void frequency(S1View telegram, StringBuilder to) {
        append(telegram.frequency(), MILLI / S1Frame.PER_HERTZ, to);
    }

    /** Samples a second; raw: the octet, which is hundreds of hertz or samples a period. */
    void rate(S1View telegram, StringBuilder to) {
        boolean perPeriod = (telegram.info() & S1Info.PER_PERIOD) != 0;
        append(telegram.rate(), perPeriod ? telegram.frequency() : 100 * MILLI, to);
    }

    /** {@return the unit with a blank before it, or nothing} */
    String unit(String unit) {
        return raw ? "" : " " + unit;
    }

    private void append(int counts, int milliPerCount, StringBuilder to) {
        if (raw) {
            to.append(counts);
            return;
        }
        int milli = counts * milliPerCount;
        if (milli < 0) {
            to.append('-');
        }
        int size = Math.abs(milli);
        int rest = size % MILLI;
        to.append(size / MILLI).append('.');
        to.append((char) ('0' + rest / 100))
                .append((char) ('0' + rest / 10 % 10))
                .append((char) ('0' + rest % 10));
    }
}
