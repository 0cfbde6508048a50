package io.userports.conformance.check;

import io.userports.link.Ledger;
import io.userports.p1.Crc;
import io.userports.p1.Piece;
import io.userports.p1.TelegramSplitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The octets of P1 as they left, entry after entry, and the telegrams that a reader of the stream finds in them.
 *
 * <p>An entry is no telegram: it may hold noise and a telegram, two of them, or a slice of one. A telegram began when the
 * entry of its first octet did, and ended with the entry of its last. After an entry that was cut, whoever reads next
 * begins in the middle of nothing: what had begun is over.
 */
final class SentStream {
    /** No telegram is longer; older octets that are still no piece are noise. */
    private static final int MOST_HELD = 16 * 1024;

    /** Of a CRC. */
    private static final int DIGITS = 4;

    /** An entry and how many octets of the stream come before it. */
    private record Stretch(long offset, Ledger.Entry entry) {
        long end() {
            return offset + entry.octets().length;
        }
    }

    private final List<SentTelegram> telegrams = new ArrayList<>();
    private final List<SentTelegram> rejected = new ArrayList<>();
    /** Those of which not all octets are in pieces yet. */
    private final Deque<Stretch> held = new ArrayDeque<>();

    private Optional<SentTelegram> unended = Optional.empty();
    private boolean searched = true;
    private TelegramSplitter splitter = new TelegramSplitter();
    private long splitterOffset;
    private long pieced;
    private long end;

    /** Takes the next entry, which is of P1 and not empty. */
    void add(Ledger.Entry entry) {
        Stretch stretch = new Stretch(end, entry);
        held.add(stretch);
        end = stretch.end();
        splitter.feed(entry.octets(), 0, entry.octets().length, this::take);
        if (entry.fate() == Ledger.Fate.CUT) {
            splitter.end(this::take);
            splitter = new TelegramSplitter();
            splitterOffset = end;
            pieced = end;
            held.clear();
        }
        unended = Optional.empty();
        searched = false;
    }

    /**
     * {@return the telegrams under a right CRC}
     *
     * <p>Among them is one whose line has not ended after its CRC: a reader who does not wait for that may know it.
     */
    List<SentTelegram> telegrams() {
        if (!searched) {
            unended = findUnended();
            searched = true;
        }
        List<SentTelegram> all = new ArrayList<>(telegrams);
        unended.ifPresent(all::add);
        return List.copyOf(all);
    }

    /** {@return the others that began like a telegram; those that a reader may forgive have a right CRC, once mended} */
    List<SentTelegram> rejected() {
        return List.copyOf(rejected);
    }

    private void take(Piece piece) {
        if (piece instanceof Piece.Unit unit) {
            long offset = splitterOffset + unit.offset();
            SentTelegram telegram = telegram(unit, offset);
            if (telegram.telegram().crc() == Crc.OK) {
                telegrams.add(telegram);
            } else {
                // what is forgiven has a right CRC and stands here all the same
                rejected.add(Forgiven.of(unit.octets())
                        .map(mended ->
                                SentTelegram.of(mended, entryOf(offset), entryOf(offset + unit.octets().length - 1)))
                        .orElse(telegram));
            }
            pieced = splitterOffset + unit.offset() + unit.octets().length;
        } else if (piece instanceof Piece.Noise noise) {
            pieced = splitterOffset + noise.offset() + noise.length();
        }
        while (!held.isEmpty() && held.peekFirst().end() <= pieced) {
            held.removeFirst();
        }
    }

    private SentTelegram telegram(Piece.Unit unit, long offset) {
        long last = offset + unit.octets().length - 1;
        return SentTelegram.of(unit.octets(), entryOf(offset), entryOf(last));
    }

    private Ledger.Entry entryOf(long octet) {
        for (Stretch stretch : held) {
            if (octet < stretch.end()) {
                return stretch.entry();
            }
        }
        throw new IllegalStateException("octet " + octet + " of P1 stands in no entry");
    }

    private Optional<SentTelegram> findUnended() {
        long from = Math.max(pieced, end - MOST_HELD);
        List<SentTelegram> found = new ArrayList<>();
        Consumer<Piece> pieces = piece -> {
            if (piece instanceof Piece.Unit unit && hasCrc(unit.octets())) {
                found.add(telegram(unit, from + unit.offset()));
            }
        };
        TelegramSplitter another = new TelegramSplitter();
        for (Stretch stretch : held) {
            byte[] octets = stretch.entry().octets();
            int first = (int) Math.max(0, Math.min(octets.length, from - stretch.offset()));
            another.feed(octets, first, octets.length, pieces);
        }
        another.end(pieces);
        return found.stream().filter(t -> t.telegram().crc() == Crc.OK).reduce((one, other) -> other);
    }

    /** To read every slice of a telegram as a whole one would take long; nearly none ends with a CRC. */
    private static boolean hasCrc(byte[] octets) {
        int length = octets.length;
        return length > DIGITS + 2 && (octets[length - DIGITS - 1] == '!' || octets[length - DIGITS - 2] == '!');
    }
}
