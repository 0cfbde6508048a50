package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.p1.P1Codec;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A telegram of P1 whose CRC is another one, is written otherwise, or is not there. */
public sealed interface CrcFault extends TextFault {
    /** From the end: the exclamation mark, four digits, the line end. */
    int FOOTER = 7;

    /** {@return what stands after the exclamation mark instead of {@code crc}} */
    String digits(byte[] octets, int crc);

    @Override
    default byte[] apply(byte[] octets, TelegramText telegram) {
        int bang = octets.length - FOOTER;
        String text = new String(octets, 0, bang + 1, StandardCharsets.ISO_8859_1);
        String digits = digits(octets, P1Codec.crc(octets, 0, bang + 1));
        return (text + digits + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return {@code digits}, or, when they are by chance the right ones, others} */
    private static String wrong(String digits, int crc) {
        return digits.equals(hex(crc)) ? hex(crc ^ 1) : digits;
    }

    private static String hex(int crc) {
        return "%04X".formatted(crc);
    }

    /** A CRC that is well-formed and wrong. */
    @JsonTypeName("wrong-crc")
    @About(
            telegram = "has a wrong CRC",
            clause = "DSMR 5.0.2 P1 §6.2, field case M06",
            receiver = "drops it, shows nothing of it, and reads the next good one")
    record WrongCrc() implements CrcFault {
        @Override
        public String digits(byte[] octets, int crc) {
            return wrong(hex(crc & 0xFFF0), crc);
        }
    }

    /** The CRC of another standard. */
    @JsonTypeName("other-crc")
    @About(
            telegram = "has the CRC of another standard",
            clause = "DSMR 5.0.2 P1 §6.2, field case M12",
            receiver = "drops it, shows nothing of it, and reads the next good one")
    record OtherCrc(
            @Parameter(is = "modbus, x25, kermit, mcrf4xx, xmodem, ccitt-false or unreflected", usual = "x25")
                    WrongCheck of)
            implements CrcFault {
        public OtherCrc {
            if (of == WrongCheck.ARC) {
                throw new IllegalArgumentException("arc is the right one of P1");
            }
        }

        @Override
        public String digits(byte[] octets, int crc) {
            return wrong(hex(of.of(octets, 0, octets.length - FOOTER + 1)), crc);
        }
    }

    /** The CRC of other octets than it should be of, or in another order. */
    @JsonTypeName("crc-over")
    @About(
            telegram = "has a CRC over other octets",
            clause = "DSMR 5.0.2 P1 §6.2",
            receiver = "drops it, shows nothing of it, and reads the next good one")
    record CrcOver(
            @Parameter(is = "without-bang, without-slash, lf-lines, no-line-ends, no-blank-line or swapped") Octets of)
            implements CrcFault {
        /** Over which octets, or how written. */
        public enum Octets {
            /** Without the exclamation mark. */
            WITHOUT_BANG,
            /** Without the slash. */
            WITHOUT_SLASH,
            /** As if lines ended with a line feed alone. */
            LF_LINES,
            /** As if lines did not end. */
            NO_LINE_ENDS,
            /** As if there were no empty line. */
            NO_BLANK_LINE,
            /** The right one, its octets swapped. */
            SWAPPED;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        @Override
        public String digits(byte[] octets, int crc) {
            String text = new String(octets, 0, octets.length - FOOTER + 1, StandardCharsets.ISO_8859_1);
            String digits =
                    switch (of) {
                        case WITHOUT_BANG -> TextFault.crcOf(octets, octets.length - FOOTER);
                        case WITHOUT_SLASH -> of(text.substring(1));
                        case LF_LINES -> of(text.replace("\r\n", "\n"));
                        case NO_LINE_ENDS -> of(text.replace("\r\n", ""));
                        case NO_BLANK_LINE -> of(text.replaceFirst("\r\n\r\n", "\r\n"));
                        case SWAPPED -> hex((crc & 0xFF) << 8 | crc >> 8);
                    };
            return wrong(digits, crc);
        }

        private static String of(String text) {
            byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
            return TextFault.crcOf(octets, octets.length);
        }
    }

    /** The right CRC in small letters. */
    @JsonTypeName("lower-case-crc")
    @About(
            telegram = "has the right CRC in small letters",
            clause = "DSMR 5.0.2 P1 §6.2, field case M11",
            receiver = "accepts it")
    record LowerCaseCrc() implements CrcFault {
        @Override
        public String digits(byte[] octets, int crc) {
            return hex(crc).toLowerCase(Locale.ROOT);
        }
    }

    /** The right CRC without its first digits. */
    @JsonTypeName("short-crc")
    @About(
            telegram = "has a CRC of too few digits",
            clause = "DSMR 5.0.2 P1 §6.2, field case M12",
            receiver = "drops it, or accepts it where only zeros are missing, and reads the next good one")
    record ShortCrc(@Parameter(is = "how many digits are left, 1 to 3", usual = "3") int digits) implements CrcFault {
        public ShortCrc {
            if (digits < 1 || digits > 3) {
                throw new IllegalArgumentException("of four digits 1 to 3 are left, not " + digits);
            }
        }

        @Override
        public String digits(byte[] octets, int crc) {
            return hex(crc).substring(4 - digits);
        }
    }

    /** No CRC. */
    @JsonTypeName("no-crc")
    @About(
            telegram = "has no CRC",
            clause = "DSMR 5.0.2 P1 §6.2, field case M12: DSMR 2 and 3 had none",
            receiver = "drops it, shows nothing of it, and reads the next good one")
    record NoCrc() implements CrcFault {
        @Override
        public String digits(byte[] octets, int crc) {
            return "";
        }
    }
}
