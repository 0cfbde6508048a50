package io.userports.p1;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The finder of telegrams in a stream that comes in any chunks and may hold anything.
 *
 * <p>A slash begins a telegram wherever it stands, except within the line that a slash began: there it may be part of
 * the header. An exclamation mark at the start of a line ends one, with that line. How the stream was cut into chunks
 * makes no difference. At most {@value #MAX_OCTETS} octets are held; what grows beyond that, beyond {@value #MAX_LINES}
 * lines or beyond {@value #MAX_LINE} octets in a line is no telegram but noise.
 */
public final class TelegramSplitter {
    static final int MAX_OCTETS = 16 * 1024;
    /** More than a second of the line, which holds 11520 octets. */
    static final int MAX_LINE = 12 * 1024;

    static final int MAX_LINES = 512;

    /** Octets after the exclamation mark in which its line should have ended: the CRC, NULs, and patience. */
    private static final int MAX_END = 8;
    /** As many slashes of a header are tried as the start of a telegram that follows a cut one. */
    private static final int MAX_TRIES = 4;

    private static final int FIRST_CAPACITY = 2048;

    private enum Place {
        OUTSIDE,
        HEADER,
        BODY,
        END
    }

    private Place place = Place.OUTSIDE;
    private byte[] unit = new byte[FIRST_CAPACITY];
    private int length;
    private int headerLength;
    private int lineStart;
    private int lines;
    /** The line ends here unless a line feed follows. */
    private boolean afterCr;

    private final byte[] noise = new byte[Piece.Noise.SHOWN];
    private long noiseLength;
    /** Octets of the stream before the noise, which itself comes before the unit. */
    private long offset;

    /** Takes octets from {@code from} to before {@code to} and hands over every piece that they complete. */
    public void feed(byte[] octets, int from, int to, Consumer<Piece> pieces) {
        for (int i = from; i < to; i++) {
            take(octets[i], pieces);
        }
    }

    /** Hands over what is left when the stream has ended. */
    public void end(Consumer<Piece> pieces) {
        endUnit(pieces);
        flushNoise(pieces);
    }

    private void take(byte octet, Consumer<Piece> pieces) {
        if (afterCr && octet != '\n') {
            endLine(pieces);
        }
        if (octet == '/' && place != Place.HEADER) {
            endUnit(pieces);
            place = Place.HEADER;
        }
        if (place == Place.OUTSIDE) {
            addNoise(octet);
            return;
        }
        append(octet);
        if (octet == '\n') {
            endLine(pieces);
        } else if (octet == '\r') {
            afterCr = true;
        } else if (octet == '!' && place == Place.BODY && lineLength() == 1) {
            place = Place.END;
        } else if (place == Place.END && lineLength() > MAX_END) {
            endUnit(pieces);
        }
        while (length == MAX_OCTETS || lineLength() > MAX_LINE || lines > MAX_LINES) {
            giveUp();
        }
    }

    private int lineLength() {
        return length - lineStart;
    }

    private void append(byte octet) {
        if (length == unit.length) {
            unit = Arrays.copyOf(unit, Math.min(2 * length, MAX_OCTETS));
        }
        unit[length++] = octet;
    }

    private void endLine(Consumer<Piece> pieces) {
        afterCr = false;
        if (place == Place.END) {
            endUnit(pieces);
            return;
        }
        if (place == Place.HEADER) {
            place = Place.BODY;
            headerLength = length;
        }
        lineStart = length;
        lines++;
    }

    private void endUnit(Consumer<Piece> pieces) {
        if (place == Place.OUTSIDE) {
            return;
        }
        flushNoise(pieces);
        int start = place == Place.END ? startOfIntactTelegram() : 0;
        if (start > 0) {
            emit(0, start, pieces);
        }
        emit(start, length, pieces);
        reset();
    }

    /** {@return 0, or where in the header a telegram with a correct CRC begins while that of the whole unit is wrong} */
    private int startOfIntactTelegram() {
        int tries = MAX_TRIES;
        for (int at = headerLength - 1; at > 0 && tries > 0; at--) {
            if (unit[at] == '/') {
                // the CRC begins with zero, so it does not see noise whose own CRC is zero; the name of a maker it has
                // not
                if (namesMaker() && isIntact(0)) {
                    return 0;
                }
                if (isIntact(at)) {
                    return at;
                }
                tries--;
            }
        }
        return 0;
    }

    private boolean namesMaker() {
        for (int at = 1; at <= 3; at++) {
            int letter = unit[at] | 0x20;
            if (letter < 'a' || letter > 'z') {
                return false;
            }
        }
        return true;
    }

    private boolean isIntact(int from) {
        int digits = lineStart + 1;
        return digits + 4 <= length && P1Codec.digits(unit, digits, digits + 4) == P1Codec.crc(unit, from, digits);
    }

    /** What is collected is no telegram; but its last slash may be the beginning of one. */
    private void giveUp() {
        int start = (place == Place.HEADER ? length : headerLength) - 1;
        while (start > 0 && unit[start] != '/') {
            start--;
        }
        int dropped = start > 0 ? start : length;
        for (int i = 0; i < dropped; i++) {
            addNoise(unit[i]);
        }
        if (start <= 0) {
            reset();
            return;
        }
        System.arraycopy(unit, start, unit, 0, length - start);
        length -= start;
        headerLength = Math.max(0, headerLength - start);
        lineStart = Math.max(0, lineStart - start);
    }

    private void reset() {
        place = Place.OUTSIDE;
        length = 0;
        headerLength = 0;
        lineStart = 0;
        lines = 0;
        afterCr = false;
    }

    private void emit(int from, int to, Consumer<Piece> pieces) {
        pieces.accept(new Piece.Unit(offset, Arrays.copyOfRange(unit, from, to)));
        offset += to - from;
    }

    private void addNoise(byte octet) {
        if (noiseLength < noise.length) {
            noise[(int) noiseLength] = octet;
        }
        noiseLength++;
    }

    private void flushNoise(Consumer<Piece> pieces) {
        if (noiseLength > 0) {
            byte[] first = Arrays.copyOf(noise, (int) Math.min(noiseLength, noise.length));
            pieces.accept(new Piece.Noise(offset, noiseLength, first));
            offset += noiseLength;
            noiseLength = 0;
        }
    }
}
