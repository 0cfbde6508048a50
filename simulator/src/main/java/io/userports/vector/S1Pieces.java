package io.userports.vector;

import io.userports.s1.FrameKind;
import io.userports.s1.FrameSplitter;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a splitter finds in a stream of S1; noise that comes in several parts is one piece. */
final class S1Pieces implements FrameSplitter.Sink {
    /**
     * A frame, or noise.
     *
     * @param frame its octets; empty for noise
     */
    record Piece(long at, int octets, byte[] frame) {
        boolean isFrame() {
            return frame.length > 0;
        }

        FrameKind kind() {
            return S1View.of(S1Layout.EMUCS_H_1_3).kindOf(frame);
        }

        /** {@return what the vector calls it} */
        String name() {
            if (!isFrame()) {
                return "noise";
            }
            return kind() == FrameKind.TELEGRAM ? "telegram" : kind().skipped() ? "skipped" : "rejected";
        }

        String outline(String name) {
            return name + " at " + at + " of " + octets;
        }
    }

    private final List<Piece> list = new ArrayList<>();

    private S1Pieces() {}

    /** {@return the pieces of the stream that {@code parts} make} */
    static S1Pieces of(byte[]... parts) {
        S1Pieces pieces = new S1Pieces();
        FrameSplitter splitter = FrameSplitter.strict();
        for (byte[] part : parts) {
            splitter.feed(part, 0, part.length, pieces);
        }
        splitter.end(pieces);
        return pieces;
    }

    @Override
    public void frame(byte[] buffer, int at, int length, long offset) {
        list.add(new Piece(offset, length, Arrays.copyOfRange(buffer, at, at + length)));
    }

    @Override
    public void noise(byte[] buffer, int at, int count, long offset) {
        Piece last = list.isEmpty() ? null : list.get(list.size() - 1);
        if (last != null && !last.isFrame()) {
            list.set(list.size() - 1, new Piece(last.at(), last.octets() + count, last.frame()));
        } else {
            list.add(new Piece(offset, count, new byte[0]));
        }
    }

    List<Piece> list() {
        return List.copyOf(list);
    }

    /** {@return frames and noise, as texts} */
    List<String> outline() {
        return list.stream()
                .map(p -> p.outline(p.isFrame() ? "frame" : "noise"))
                .toList();
    }
}
