package io.userports.p1;

/** The lines of a telegram, one after the other; CR LF ends a line, and so do a lone CR and a lone LF. */
final class LineCursor {
    private static final boolean[] SPECIAL = special();

    private final byte[] octets;
    private final int to;
    private int start;
    private int end;
    private int next;
    private int number;
    private boolean plain;

    LineCursor(byte[] octets, int from, int to) {
        this.octets = octets;
        this.to = to;
        this.start = from;
        this.end = from;
        this.next = from;
    }

    /** Goes to the next line; false when there is none. */
    boolean advance() {
        if (next >= to) {
            return false;
        }
        start = next;
        number++;
        plain = true;
        int i = start;
        while (i < to) {
            byte octet = octets[i];
            if (SPECIAL[octet & 0xFF]) {
                if (octet == '\r' || octet == '\n') {
                    break;
                }
                plain = false;
            }
            i++;
        }
        end = i;
        next = i == to ? to : i + (octets[i] == '\r' && i + 1 < to && octets[i + 1] == '\n' ? 2 : 1);
        return true;
    }

    int start() {
        return start;
    }

    /** {@return the index of the line's end, which is no part of it} */
    int end() {
        return end;
    }

    int next() {
        return next;
    }

    /** {@return the number of this line, 1 for the first} */
    int number() {
        return number;
    }

    boolean isEmpty() {
        return start == end;
    }

    boolean endsWithCrLf() {
        return next - end == 2;
    }

    /** {@return whether the line is printable ASCII with no blank, ! or /} */
    boolean isPlain() {
        return plain;
    }

    private static boolean[] special() {
        boolean[] special = new boolean[256];
        for (int octet = 0; octet < 256; octet++) {
            special[octet] = octet <= '!' || octet == '/' || octet > '~';
        }
        return special;
    }
}
