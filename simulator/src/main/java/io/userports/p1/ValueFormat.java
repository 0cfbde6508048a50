package io.userports.p1;

import io.userports.grid.Brussels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;

/** The written form of one value (DSMR 5.0.2 P1 §6.4 and table 6.12): the one place that rounds and parses. */
public sealed interface ValueFormat {
    /** {@return how {@code raw}, the text between parentheses, fits} */
    Fit fit(String raw);

    /** {@return what is allowed, for people} */
    @Override
    String toString();

    /**
     * A fixed-point number, always padded to its full width; Fn(d,d) of the standard.
     *
     * @param integers digits before the point
     * @param decimals digits after it; no point when 0
     * @param unit written after an asterisk; none when empty
     */
    record Decimal(int integers, int decimals, String unit) implements ValueFormat {
        /** Longer than any number of any edition; more digits are not one. */
        private static final int LONGEST = 16;

        /** The powers of ten that a number may have digits. */
        private static final long[] TENS =
                LongStream.iterate(1, ten -> 10 * ten).limit(LONGEST).toArray();

        /** {@return the number that {@code raw} begins with, in thousandths; further decimals are cut off} */
        static long thousandths(String raw) {
            long units = 0;
            int decimals = -1;
            for (int i = 0; i < raw.length() && decimals < 3 && raw.charAt(i) != '*'; i++) {
                if (raw.charAt(i) == '.') {
                    decimals = 0;
                } else {
                    units = units * 10 + raw.charAt(i) - '0';
                    decimals = decimals < 0 ? decimals : decimals + 1;
                }
            }
            for (int i = Math.max(decimals, 0); i < 3; i++) {
                units *= 10;
            }
            return units;
        }

        /** {@return {@code value}, a finite number, as {@link #ofUnits(double)} writes it} */
        public String of(double value) {
            return ofUnits(value * TENS[decimals]);
        }

        /** {@return {@code units} of the last digit, a finite number, rounded, ties to even} */
        public String ofUnits(double units) {
            if (!Double.isFinite(units)) {
                throw new IllegalArgumentException(units + " is no number that a meter can show");
            }
            return ofUnits((long) Math.rint(Math.abs(units)));
        }

        /** {@return {@code units} of the last digit without their sign, held within the width} */
        public String ofUnits(long units) {
            long rest = Math.min(Math.abs(units), TENS[integers + decimals] - 1);
            byte[] text = new byte[decimals > 0 ? integers + 1 + decimals : integers];
            for (int i = text.length - 1; i >= 0; i--) {
                if (i == integers) {
                    text[i] = '.';
                } else {
                    text[i] = (byte) ('0' + rest % 10);
                    rest /= 10;
                }
            }
            String number = new String(text, StandardCharsets.ISO_8859_1);
            return unit.isEmpty() ? number : number + '*' + unit;
        }

        @Override
        public Fit fit(String raw) {
            int number = unit.isEmpty() ? raw.length() : raw.length() - unit.length() - 1;
            if (number < 1
                    || number > LONGEST
                    || !unit.isEmpty() && (raw.charAt(number) != '*' || !raw.endsWith(unit))) {
                return Fit.NONE;
            }
            int point = -1;
            for (int i = 0; i < number; i++) {
                char ch = raw.charAt(i);
                if (ch == '.' && point < 0 && i > 0 && i < number - 1) {
                    point = i;
                } else if (ch < '0' || ch > '9') {
                    return Fit.NONE;
                }
            }
            boolean exact = decimals == 0
                    ? point < 0 && number == integers
                    : point == integers && number == integers + 1 + decimals;
            return exact ? Fit.EXACT : Fit.OTHER_SHAPE;
        }

        @Override
        public String toString() {
            return "d".repeat(integers)
                    + (decimals > 0 ? "." + "d".repeat(decimals) : "")
                    + (unit.isEmpty() ? "" : "*" + unit);
        }
    }

    /** An octet string, two upper-case hexadecimal digits an octet; {@code least} to {@code most} octets. */
    record Hex(int least, int most) implements ValueFormat {
        private static final HexFormat DIGITS = HexFormat.of().withUpperCase();

        /** {@return each character of {@code text} (0 to 255) as an octet} */
        public String of(String text) {
            return DIGITS.formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** {@return the octets that {@code raw} stands for, one a character} */
        public static String parse(String raw) {
            return new String(HexFormat.of().parseHex(raw), StandardCharsets.ISO_8859_1);
        }

        @Override
        public Fit fit(String raw) {
            if (raw.length() % 2 != 0 || raw.length() > 2 * most) {
                return Fit.NONE;
            }
            boolean lower = false;
            for (int i = 0; i < raw.length(); i++) {
                char ch = raw.charAt(i);
                boolean small = ch >= 'a' && ch <= 'f';
                if (!small && (ch < '0' || ch > '9') && (ch < 'A' || ch > 'F')) {
                    return Fit.NONE;
                }
                lower |= small;
            }
            return lower || raw.length() < 2 * least ? Fit.OTHER_SHAPE : Fit.EXACT;
        }

        @Override
        public String toString() {
            return (least == most ? "" : least + " to ") + most + " octets as upper-case hexadecimal digits";
        }
    }

    /** An EAN of 18 digits as hexadecimal, nothing, or 18 zeros while none is set (eMUCS-P1 2.1). */
    record Ean() implements ValueFormat {
        /** What meters print for a sub-meter without an EAN. */
        static final String UNSET = "0".repeat(18);

        private static final Hex DIGITS = new Hex(18, 18);

        /** {@return the EAN as hexadecimal digits} */
        public String of(String ean) {
            return DIGITS.of(ean);
        }

        @Override
        public Fit fit(String raw) {
            return raw.isEmpty() || raw.equals(UNSET) ? Fit.UNSET : DIGITS.fit(raw);
        }

        @Override
        public String toString() {
            return "18 digits as 36 hexadecimal digits, or nothing";
        }
    }

    /** One of a few literals. */
    record OneOf(List<String> literals) implements ValueFormat {
        static OneOf of(String... literals) {
            return new OneOf(List.of(literals));
        }

        @Override
        public Fit fit(String raw) {
            return literals.contains(raw) ? Fit.EXACT : Fit.NONE;
        }

        @Override
        public String toString() {
            return "one of " + String.join(", ", literals);
        }
    }

    /** A civil time YYMMDDhhmmssX, X being S while daylight saving time is active and W otherwise (§6.4). */
    record Timestamp() implements ValueFormat {
        /** What a meter prints for a time that was never set (63525 and 255 of DLMS, cut to two digits each). */
        public static final String NEVER = "632525252525W";

        private static final ZoneOffset SUMMER_TIME = ZoneOffset.ofHours(2);

        /** {@return the civil time at {@code instant}} */
        public String of(Instant instant) {
            ZonedDateTime t = Brussels.at(instant);
            char[] text = new char[13];
            put(text, 0, t.getYear() % 100);
            put(text, 2, t.getMonthValue());
            put(text, 4, t.getDayOfMonth());
            put(text, 6, t.getHour());
            put(text, 8, t.getMinute());
            put(text, 10, t.getSecond());
            text[12] = t.getOffset().equals(SUMMER_TIME) ? 'S' : 'W';
            return new String(text);
        }

        private static void put(char[] text, int at, int value) {
            text[at] = (char) ('0' + value / 10);
            text[at + 1] = (char) ('0' + value % 10);
        }

        @Override
        public Fit fit(String raw) {
            Fit fit = CivilTime.fit(raw);
            return fit == Fit.NO_SUCH_TIME && raw.equals(NEVER) ? Fit.UNSET : fit;
        }

        @Override
        public String toString() {
            return "a civil time of Brussels, YYMMDDhhmmss and S or W";
        }
    }

    /** The time of something that never happened. */
    record Never() implements ValueFormat {
        @Override
        public Fit fit(String raw) {
            return raw.equals(Timestamp.NEVER) ? Fit.UNSET : Fit.NONE;
        }

        @Override
        public String toString() {
            return Timestamp.NEVER;
        }
    }
}
