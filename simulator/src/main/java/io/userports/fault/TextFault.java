package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.p1.ObisCode;
import io.userports.p1.P1Codec;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A telegram of P1 that breaks the grammar: its header, its line ends, its exclamation mark, a digit. */
public sealed interface TextFault extends Fault permits TextFault.OfLayout, CrcFault {
    /** {@return the octets that leave instead} */
    byte[] apply(byte[] octets, TelegramText telegram);

    @Override
    default Set<UserPort> ports() {
        return EnumSet.of(UserPort.P1);
    }

    @Override
    default boolean needsWhole() {
        return true;
    }

    @Override
    default boolean spoils() {
        return true;
    }

    @Override
    default List<Emission> strike(Emission emission, Strike strike) {
        return List.of(emission.with(apply(emission.octets(), TelegramText.of(emission.octets()))));
    }

    /** What is not about the CRC itself. */
    sealed interface OfLayout extends TextFault {}

    /** Whether the CRC is that of what leaves, or still that of the telegram as it was. */
    enum Crc {
        /** That of the telegram as it was: the line changed it. */
        KEPT,
        /** That of what leaves: the meter made it so. */
        RIGHT;

        /** {@return {@code changed} under its own CRC or that of {@code whole}} */
        byte[] under(byte[] changed, byte[] whole, String lineEnd) {
            if (this == RIGHT) {
                return changed;
            }
            byte[] kept = changed.clone();
            System.arraycopy(whole, whole.length - 6, kept, kept.length - 4 - lineEnd.length(), 4);
            return kept;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a line ends. */
    enum LineEnd {
        /** Line feed alone. */
        LF("\n"),
        /** Carriage return alone. */
        CR("\r"),
        /** Not at all. */
        NONE("");

        private final String octets;

        LineEnd(String octets) {
            this.octets = octets;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Lines that end otherwise. */
    @JsonTypeName("line-ends")
    @About(
            telegram = "has lines that end otherwise",
            clause = "DSMR 5.0.2 P1 §6.2, field case M10",
            receiver = "drops it when its CRC is wrong; under a right one it may read it or not")
    record LineEnds(
            @Parameter(is = "lf, cr or none", usual = "lf") LineEnd by,
            @Parameter(is = "kept, or right over the new line ends", usual = "kept") Crc crc)
            implements OfLayout {
        @Override
        public byte[] apply(byte[] octets, TelegramText telegram) {
            return crc.under(telegram.octets(by.octets + by.octets, by.octets), octets, by.octets);
        }
    }

    /** No empty line after the header. */
    @JsonTypeName("no-blank-line")
    @About(
            telegram = "lacks the empty line after its header",
            clause = "DSMR 5.0.2 P1 §6.2",
            receiver = "drops it when its CRC is wrong; under a right one it may read it or not")
    record NoBlankLine(@Parameter(is = "kept, or right over what is left", usual = "kept") Crc crc)
            implements OfLayout {
        @Override
        public byte[] apply(byte[] octets, TelegramText telegram) {
            return crc.under(telegram.octets("\r\n", "\r\n"), octets, "\r\n");
        }
    }

    /** Another header. */
    @JsonTypeName("header")
    @About(
            telegram = "has another header",
            clause = "DSMR 5.0.2 P1 §6.2, field case M26",
            receiver = "asks for no more than the slash at the start of the line, and reads it")
    record Header(@Parameter(is = "the first line with its slash, like /Ene5\\T210-D ESMR5.0") String to)
            implements OfLayout {
        @Override
        public byte[] apply(byte[] octets, TelegramText telegram) {
            return telegram.withHeader(to).octets();
        }
    }

    /** An exclamation mark in the middle. */
    @JsonTypeName("bang-inside")
    @About(
            telegram = "has an exclamation mark in an object",
            clause = "DSMR 5.0.2 P1 §6.2, field case M05",
            receiver = "does not crash, drops it when its CRC is wrong, and reads the next one")
    record BangInside(
            @Parameter(is = "the code of the object, like 1-0:2.8.1") ObisCode object,
            @Parameter(is = "kept, or right over the telegram with it", usual = "kept") Crc crc)
            implements OfLayout {
        @Override
        public byte[] apply(byte[] octets, TelegramText telegram) {
            String line = telegram.line(object);
            int at = line.indexOf('.');
            String broken = line.substring(0, at - 1) + "!" + line.substring(at);
            return crc.under(telegram.replaced(object, broken).octets(), octets, "\r\n");
        }
    }

    /** A digit that is another one, under the CRC of the right one. */
    @JsonTypeName("wrong-digit")
    @About(
            telegram = "has a wrong digit in a value",
            clause = "DSMR 5.0.2 P1 §6.2, field case M04",
            receiver = "drops that telegram, shows nothing of it, and reads the next one")
    record WrongDigit(@Parameter(is = "the code of the object, like 1-0:1.7.0") ObisCode object) implements OfLayout {
        @Override
        public byte[] apply(byte[] octets, TelegramText telegram) {
            byte[] changed = octets.clone();
            changed[telegram.offsetOf(object) + object.toString().length() + 1] ^= 1;
            return changed;
        }
    }

    /** A telegram that ends in the middle of an object. */
    @JsonTypeName("truncate-in")
    @About(
            telegram = "ends in the middle of an object",
            clause = "DSMR 5.0.2 P1 §5.7, field cases M02 and M28",
            receiver = "drops what it has, and accepts the next whole telegram")
    record TruncateIn(@Parameter(is = "the code of the object, like 1-0:1.7.0") ObisCode object) implements OfLayout {
        @Override
        public byte[] apply(byte[] octets, TelegramText telegram) {
            int half = telegram.line(object).length() / 2;
            return java.util.Arrays.copyOf(octets, telegram.offsetOf(object) + half);
        }
    }

    /** A telegram without its last line. */
    @JsonTypeName("no-footer")
    @About(
            telegram = "lacks its last line, so that the next header follows",
            clause = "DSMR 5.0.2 P1 §6.2, field case M02",
            receiver = "takes the next slash for the beginning of the next telegram, and reads that one only")
    record NoFooter() implements OfLayout {
        @Override
        public byte[] apply(byte[] octets, TelegramText telegram) {
            return java.util.Arrays.copyOf(octets, octets.length - 7);
        }
    }

    /** Octets after the digits of the CRC. */
    @JsonTypeName("after-crc")
    @About(
            telegram = "has octets between its CRC and its end",
            clause = "field case M08: a NUL there",
            receiver = "reads it where a NUL stands there, and in any case the next one")
    record AfterCrc(@Parameter(is = "which octets, in hexadecimal", usual = "00") Octets octets) implements OfLayout {
        @Override
        public byte[] apply(byte[] whole, TelegramText telegram) {
            String text = new String(whole, StandardCharsets.ISO_8859_1);
            String more = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
            int end = text.length() - 2;
            return (text.substring(0, end) + more + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** {@return the four digits of the CRC of {@code octets} up to its exclamation mark} */
    static String crcOf(byte[] octets, int toBang) {
        return "%04X".formatted(P1Codec.crc(octets, 0, toBang));
    }
}
