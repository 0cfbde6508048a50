package io.userports.conformance.loopback;

import io.userports.p1.P1Codec;
import io.userports.p1.Piece;
import io.userports.p1.TelegramSplitter;
import io.userports.s1.FrameKind;
import io.userports.s1.FrameSplitter;
import io.userports.s1.Gaps;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import io.userports.wire.UserPort;

/** The strict reading of one port: finds valid telegrams among octets, and has them taken. */
interface TelegramReading {
    /** Takes what was found. */
    interface Sink {
        /** Takes a valid telegram that ends after so many octets of the stream; {@code missing} by its number. */
        void telegram(long end, int length, int missing);
    }

    /** {@return the reading of {@code port}, which hands over to {@code sink}} */
    static TelegramReading of(UserPort port, Sink sink) {
        return port == UserPort.S1 ? new OfS1(sink) : new OfP1(sink);
    }

    void feed(byte[] octets, int from, int to);

    void end();

    /** Telegrams of samples: framing, FCS, layout and sequence number. */
    final class OfS1 implements TelegramReading, FrameSplitter.Sink {
        private final FrameSplitter splitter = FrameSplitter.strict();
        private final S1View view = S1View.of(S1Layout.EMUCS_H_1_3);
        private final Sink sink;
        private int last = -1;

        private OfS1(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void feed(byte[] octets, int from, int to) {
            splitter.feed(octets, from, to - from, this);
        }

        @Override
        public void end() {
            splitter.end(this);
        }

        @Override
        public void frame(byte[] buffer, int at, int length, long offset) {
            if (view.kind(buffer, at, length) == FrameKind.TELEGRAM) {
                int number = view.sequence();
                int missing = last < 0 || number == last ? 0 : Gaps.bySequence(last, number);
                last = number;
                sink.telegram(offset + length, length, missing);
            }
        }

        @Override
        public void noise(byte[] buffer, int at, int count, long offset) {}
    }

    /** Telegrams of readings: CRC and every rule of DSMR. */
    final class OfP1 implements TelegramReading {
        private final TelegramSplitter splitter = new TelegramSplitter();
        private final Sink sink;

        private OfP1(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void feed(byte[] octets, int from, int to) {
            splitter.feed(octets, from, to, this::piece);
        }

        @Override
        public void end() {
            splitter.end(this::piece);
        }

        private void piece(Piece piece) {
            if (piece instanceof Piece.Unit unit
                    && P1Codec.decode(unit.octets(), 0, unit.octets().length).valid()) {
                int length = unit.octets().length;
                sink.telegram(unit.offset() + length, length, 0);
            }
        }
    }
}
