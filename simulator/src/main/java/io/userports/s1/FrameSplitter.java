package io.userports.s1;

/**
 * The finder of HDLC frames in a stream that comes in any chunks and may hold anything (e-MUCS H 1.3 §4.2).
 *
 * <p>A frame is a flag, a frame format whose length leads to another flag, and a good FCS between them. Flags within a
 * frame divide nothing and 7D escapes nothing. Where a beginning leads to no frame, the search goes on one octet
 * further. The earlier beginning has precedence, but it never holds back a telegram of the published length that is
 * whole before it would be: so the first whole telegram after a start in the middle of one is found when its last
 * octet comes, whatever the octets before. A frame is handed over with its last octet, how the stream was cut into
 * chunks makes no difference, and nothing is allocated on the way. For one thread.
 */
public final class FrameSplitter {
    /** Octets of the longest frame between its flags: the frame format has eleven bits for them. */
    public static final int MAX_LENGTH = 2047;

    private static final int SHORTEST_LENGTH = S1View.SHORTEST - S1Layout.FLAGS;
    private static final int TELEGRAM_LENGTH = S1Layout.EMUCS_H_1_3.length();
    /** Noise is handed over in pieces of so many octets, the last one shorter. */
    private static final int MAX_NOISE = 2048;

    private static final int CAPACITY = 4 * (MAX_NOISE + MAX_LENGTH + S1Layout.FLAGS);

    /** What is found; the buffer is the splitter's own and holds only during the call. */
    public interface Sink {
        /** Takes a frame: both flags, length as its format says, FCS good. */
        void frame(byte[] buffer, int at, int length, long offset);

        /** Takes octets outside frames. */
        void noise(byte[] buffer, int at, int count, long offset);
    }

    private final boolean sharedFlag;
    private final byte[] buffer = new byte[CAPACITY];
    /** Octets of the stream before the buffer. */
    private long before;
    /** Where octets begin that no frame has and that are not handed over yet. */
    private int noise;
    /** Where a frame may begin; never before {@link #noise}, except at a flag that the frame before ends with. */
    private int start;
    /** No telegram of the published length begins before this place and is whole. */
    private int searched;

    private int end;

    private FrameSplitter(boolean sharedFlag) {
        this.sharedFlag = sharedFlag;
    }

    /** {@return a splitter of frames that each have two flags of their own, as the meter sends them} */
    public static FrameSplitter strict() {
        return new FrameSplitter(false);
    }

    /** {@return a splitter that also takes the last flag of a frame as the first of the next, as HDLC allows} */
    public static FrameSplitter withSharedFlags() {
        return new FrameSplitter(true);
    }

    /** Takes {@code count} octets and hands over every piece that they complete. */
    public void feed(byte[] octets, int from, int count, Sink sink) {
        int next = from;
        int last = from + count;
        while (next < last) {
            int taken = Math.min(last - next, CAPACITY - end);
            System.arraycopy(octets, next, buffer, end, taken);
            next += taken;
            end += taken;
            search(false, sink);
            compact();
        }
    }

    /** Hands over what is left when the stream has ended. */
    public void end(Sink sink) {
        search(true, sink);
        flush(end, sink);
        compact();
    }

    private void search(boolean atEnd, Sink sink) {
        while (start < end) {
            int last = lastOfFrame(atEnd);
            int inner = last > start + TELEGRAM_LENGTH + 1 ? telegramBefore(Math.min(last, end)) : -1;
            if (inner >= 0) {
                take(inner, inner + TELEGRAM_LENGTH + 1, sink);
            } else if (last >= end && !atEnd) {
                return;
            } else if (last > start && last < end && isFrame(start, last)) {
                take(start, last, sink);
            } else {
                skip(sink);
            }
        }
    }

    /**
     * {@return where the frame that begins at {@link #start} has its last octet; {@link #end} when more octets must
     * come to say; {@link #start} when none begins here}
     */
    private int lastOfFrame(boolean atEnd) {
        if (buffer[start] != S1Layout.FLAG) {
            return start;
        }
        if (end - start < S1Layout.HEADER) {
            boolean begins = end - start < 2 || buffer[start + 1] < 0;
            return begins && !atEnd ? end : start;
        }
        int length = S1View.length(buffer, start);
        return buffer[start + 1] < 0 && length >= SHORTEST_LENGTH ? start + length + 1 : start;
    }

    private boolean isFrame(int first, int last) {
        return buffer[last] == S1Layout.FLAG && Fcs.isGood(buffer, first + 1, last - Fcs.OCTETS);
    }

    /** {@return where after {@link #start} a telegram begins that is whole before {@code limit}; -1 if none does} */
    private int telegramBefore(int limit) {
        for (searched = Math.max(searched, start + 1); searched + TELEGRAM_LENGTH + 1 < limit; searched++) {
            if (buffer[searched] == S1Layout.FLAG
                    && buffer[searched + 1] == (byte) S1Layout.TYPE_1
                    && buffer[searched + 2] == TELEGRAM_LENGTH
                    && buffer[searched + 3] == S1Layout.ADDRESS
                    && buffer[searched + 4] == S1Layout.CONTROL
                    && isFrame(searched, searched + TELEGRAM_LENGTH + 1)) {
                return searched;
            }
        }
        return -1;
    }

    private void take(int first, int last, Sink sink) {
        flush(first, sink);
        sink.frame(buffer, first, last + 1 - first, before + first);
        noise = last + 1;
        start = sharedFlag ? last : noise;
    }

    private void skip(Sink sink) {
        start++;
        if (start - noise == MAX_NOISE) {
            flush(start, sink);
        }
    }

    /** Hands over the noise before {@code to}, in pieces as long as if it had come octet by octet. */
    private void flush(int to, Sink sink) {
        while (noise < to) {
            int count = Math.min(MAX_NOISE, to - noise);
            sink.noise(buffer, noise, count, before + noise);
            noise += count;
        }
    }

    /** Moves what is not handed over yet to the front. */
    private void compact() {
        int kept = Math.min(noise, start);
        if (kept > 0) {
            System.arraycopy(buffer, kept, buffer, 0, end - kept);
            before += kept;
            noise -= kept;
            start -= kept;
            searched -= kept;
            end -= kept;
        }
    }
}
