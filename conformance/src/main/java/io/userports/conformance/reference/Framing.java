package io.userports.conformance.reference;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** From octets in any chunks to frames: a slash begins one, a line that begins with an exclamation mark ends it. */
final class Framing {
    /** No header is longer; noise without a line end is, and a telegram may begin in it. */
    private static final int LONGEST_HEADER = 256;

    private final Habits habits;
    private final int timeScale;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean within;
    private boolean header;
    private boolean lineStart;
    private boolean footer;
    private boolean deaf;
    private int line;
    private long before;

    Framing(Habits habits, int timeScale) {
        this.habits = habits;
        this.timeScale = timeScale;
    }

    void feed(byte[] octets, int count, long nanos, Consumer<Frame> frames) {
        if (count > 0) {
            within &= (nanos - before) * timeScale <= habits.longestPauseNanos();
            before = nanos;
        }
        for (int i = 0; i < count && !deaf; i++) {
            feed(octets[i], frames);
        }
    }

    private void feed(byte octet, Consumer<Frame> frames) {
        if (octet == '/' && (!within || habits.restarts() && !header)) {
            // a telegram that lacks nothing but its last line end is one
            if (within && (footer || habits.takesPieces())) {
                frames.accept(new Frame(frame.toByteArray()));
            }
            begin();
        }
        if (!within) {
            deaf = habits.hangsAfterNoise();
            return;
        }
        if (frame.size() == habits.capacity()
                || line == habits.lineCapacity()
                || header && frame.size() == LONGEST_HEADER) {
            within = false;
            return;
        }
        frame.write(octet);
        line++;
        footer |= (lineStart || habits.endsAtAnyBang()) && octet == '!';
        lineStart = octet == '\n';
        line = lineStart ? 0 : line;
        header &= !lineStart;
        if (lineStart && footer) {
            within = false;
            Frame whole = new Frame(frame.toByteArray());
            frames.accept(whole.within().orElse(whole));
        }
    }

    private void begin() {
        frame.reset();
        within = true;
        header = true;
        footer = false;
        lineStart = false;
        line = 0;
    }
}
