package io.userports.cli;

import io.userports.s1.FrameKind;
import io.userports.s1.FrameSplitter;
import io.userports.s1.S1Layout;
import java.util.Arrays;

/**
 * What stands outside good frames: telegrams whose FCS is wrong, and other octets, those beside each other as one.
 *
 * <p>A telegram that was damaged on the line is what people look for; the rest only has a length.
 */
final class S1Outside {
    private static final byte[] BEGINNING = {0x7E, (byte) 0x80, (byte) S1Layout.EMUCS_H_1_3.length()};
    private static final int OCTETS = S1Layout.EMUCS_H_1_3.octets();

    /** Takes what was found. */
    interface Found {
        void other(long offset, FrameKind kind);

        void outside(long offset, long count);
    }

    private final Found found;

    private byte[] octets = new byte[2 * FrameSplitter.MAX_LENGTH];
    private int held;
    /** Octets of the stream before those held. */
    private long before;

    private long nothing;

    S1Outside(Found found) {
        this.found = found;
    }

    /** Takes octets that follow those taken before, or that are the first after {@link #end}. */
    void take(byte[] buffer, int at, int count, long offset) {
        before = offset - held;
        if (held + count > octets.length) {
            octets = Arrays.copyOf(octets, held + count);
        }
        System.arraycopy(buffer, at, octets, held, count);
        held += count;
        sort(false);
    }

    /** Tells of what is left when a frame comes, or the end. */
    void end() {
        sort(true);
        tellOfNothing(before);
    }

    private void sort(boolean atEnd) {
        int at = 0;
        while (at < held && (atEnd || held - at >= OCTETS || !begins(at))) {
            if (begins(at) && held - at >= OCTETS && octets[at + OCTETS - 1] == BEGINNING[0]) {
                tellOfNothing(before + at);
                found.other(before + at, FrameKind.WRONG_FCS);
                at += OCTETS;
            } else {
                nothing++;
                at++;
            }
        }
        System.arraycopy(octets, at, octets, 0, held - at);
        held -= at;
        before += at;
    }

    private boolean begins(int at) {
        int known = Math.min(BEGINNING.length, held - at);
        return Arrays.equals(octets, at, at + known, BEGINNING, 0, known);
    }

    private void tellOfNothing(long to) {
        if (nothing > 0) {
            found.outside(to - nothing, nothing);
            nothing = 0;
        }
    }
}
