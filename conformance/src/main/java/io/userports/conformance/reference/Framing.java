package io.userports.conformance.reference;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** From octets in any chunks to frames: a slash begins one, a line that begins with an exclamation mark ends it. */
final class Framing {
    private final int capacity;
    private final Habits habits;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean within;
    private boolean header;
    private boolean lineStart;
    private boolean footer;

    Framing(Habits habits) {
        this.capacity = habits.capacity();
        this.habits = habits;
    }

    void feed(byte[] octets, int count, Consumer<Frame> frames) {
        for (int i = 0; i < count; i++) {
            feed(octets[i], frames);
        }
    }

    private void feed(byte octet, Consumer<Frame> frames) {
        if (octet == '/' && (!within || habits.restarts() && !header)) {
            if (within && habits.takesPieces()) {
                frames.accept(new Frame(frame.toByteArray()));
            }
            frame.reset();
            within = true;
            header = true;
            footer = false;
        }
        if (!within) {
            return;
        }
        if (frame.size() == capacity) {
            within = false;
            return;
        }
        frame.write(octet);
        footer |= lineStart && octet == '!';
        lineStart = octet == '\n';
        header &= !lineStart;
        if (lineStart && footer) {
            within = false;
            frames.accept(new Frame(frame.toByteArray()));
        }
    }
}
