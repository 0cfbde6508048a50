package io.userports.s1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Streams for tests, and what a splitter finds in them. */
final class Streams {
    static final String METER = "1SAG3100000008";
    static final int INFO = 0x1F;

    private Streams() {}

    static S1Frame frame(int sequence, int frequency) {
        double angle = 2 * Math.PI * sequence / 52;
        int u = (int) Math.rint(13011 * Math.sin(angle));
        int i = (int) Math.rint(22627 * Math.sin(angle - 0.4));
        return new S1Frame(METER, INFO, 52, frequency, sequence, u, i, -u / 2, i / 3, u / 3, -i, 7 - i);
    }

    static byte[] telegram(int sequence, int frequency) {
        return S1Codec.encode(S1Layout.EMUCS_H_1_3, frame(sequence, frequency));
    }

    static byte[] telegrams(int count, int frequency) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int sequence = 0; sequence < count; sequence++) {
            stream.writeBytes(telegram(sequence, frequency));
        }
        return stream.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            stream.writeBytes(part);
        }
        return stream.toByteArray();
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** Everything found, as text. */
    static final class Found implements FrameSplitter.Sink {
        final List<String> pieces = new ArrayList<>();
        final List<byte[]> frames = new ArrayList<>();
        long octets;

        @Override
        public void frame(byte[] buffer, int at, int length, long offset) {
            pieces.add(offset + " frame " + HexFormat.of().formatHex(buffer, at, at + length));
            frames.add(java.util.Arrays.copyOfRange(buffer, at, at + length));
            octets += length;
        }

        @Override
        public void noise(byte[] buffer, int at, int count, long offset) {
            pieces.add(offset + " noise " + HexFormat.of().formatHex(buffer, at, at + count));
            octets += count;
        }

        /** {@return the pieces without their octets: "0 noise 3", "3 frame 45"} */
        List<String> outline() {
            return pieces.stream()
                    .map(p -> p.substring(0, p.lastIndexOf(' ')) + " " + (p.length() - p.lastIndexOf(' ') - 1) / 2)
                    .toList();
        }
    }

    static Found split(FrameSplitter splitter, byte[] stream) {
        Found found = new Found();
        splitter.feed(stream, 0, stream.length, found);
        splitter.end(found);
        return found;
    }

    static Found split(byte[] stream) {
        return split(FrameSplitter.strict(), stream);
    }
}
