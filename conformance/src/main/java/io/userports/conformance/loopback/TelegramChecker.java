package io.userports.conformance.loopback;

import io.userports.wire.UserPort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The receiving end of a test with telegrams: each valid one that comes in is looked for among those that were sent.
 *
 * <p>What stands between two of them, and is as long as what should stand there, is compared bit by bit; what is shorter or
 * longer is a slip.
 */
final class TelegramChecker implements Checker {
    /** Half a minute of S1, a day of P1: more cannot be on their way. */
    private static final int MOST_AWAITED = 1 << 17;

    /** A telegram and how many octets were sent up to its end. */
    private record Sent(byte[] octets, long end) {}

    private final TelegramReading reading;
    private final Deque<Sent> awaited = new ArrayDeque<>();
    private final Tail tail = new Tail();
    private long sent;
    private long octetsSent;
    /** Where in what came in the last valid telegram ended, and how far that is from where it ended when it left. */
    private long foundEnd;

    private long ahead;
    private byte[] last = {};
    private boolean recognised;
    private LineErrors errors = LineErrors.NONE;
    private long good;
    private long damaged;
    private long lost;
    private long repeated;
    private long foreign;
    private long missingNumbers;

    TelegramChecker(UserPort port) {
        this.reading = TelegramReading.of(port, this::found);
    }

    @Override
    public void sending(Feed.Piece piece) {
        synchronized (awaited) {
            for (byte[] telegram : piece.telegrams()) {
                octetsSent += telegram.length;
                sent++;
                awaited.add(new Sent(telegram, octetsSent));
            }
            // Nothing comes in any more: what left first is lost, whatever comes later.
            while (awaited.size() > MOST_AWAITED) {
                awaited.poll();
            }
        }
    }

    @Override
    public void take(byte[] octets, int from, int to) {
        tail.add(octets, from, to - from);
        reading.feed(octets, from, to);
    }

    @Override
    public long position() {
        return tail.end() + ahead;
    }

    @Override
    public boolean recognised() {
        return recognised;
    }

    @Override
    public LineErrors errors() {
        return errors;
    }

    @Override
    public Optional<TelegramCount> telegrams() {
        synchronized (awaited) {
            return Optional.of(new TelegramCount(sent, good, damaged, lost, repeated, foreign, missingNumbers));
        }
    }

    @Override
    public void end(long octets) {
        reading.end();
        List<Sent> rest;
        synchronized (awaited) {
            rest = List.copyOf(awaited);
            awaited.clear();
        }
        compare(rest, (int) (tail.end() - foundEnd));
        // What was forgotten while nothing came in.
        lost = sent - good - damaged;
    }

    /** A valid telegram, whose octets are the {@code length} before {@code end}. */
    private void found(long end, int length, int missing) {
        int stood = (int) (end - length - foundEnd);
        byte[] octets = tail.copy(end - length, end);
        if (stood == 0 && Arrays.equals(octets, last)) {
            repeated++;
            errors = errors.and(LineErrors.slip(-length));
            ahead -= length;
        } else {
            match(octets, stood, end, missing);
        }
        last = octets;
        foundEnd = end;
        tail.forgetBefore(end);
    }

    private void match(byte[] octets, int stood, long end, int missing) {
        List<Sent> skipped = new ArrayList<>();
        Optional<Sent> match = takeUntil(octets, skipped);
        if (match.isEmpty()) {
            foreign++;
            errors = errors.and(LineErrors.untested((long) stood + octets.length));
            return;
        }
        compare(skipped, stood);
        recognised = true;
        ahead = match.get().end() - end;
        good++;
        missingNumbers += missing;
        errors = errors.and(LineErrors.compared(octets.length, 0));
    }

    /** {@return the telegram that was sent and has these octets}; those before it move to {@code skipped}. */
    private Optional<Sent> takeUntil(byte[] octets, List<Sent> skipped) {
        synchronized (awaited) {
            Optional<Sent> match = awaited.stream()
                    .filter(one -> Arrays.equals(one.octets(), octets))
                    .findFirst();
            match.ifPresent(one -> {
                for (Sent next = awaited.poll(); next != one; next = awaited.poll()) {
                    skipped.add(next);
                }
            });
            return match;
        }
    }

    /** Compares the telegrams that were not recognised with the {@code stood} octets in their place. */
    private void compare(List<Sent> missing, int stood) {
        int expected = missing.stream().mapToInt(one -> one.octets().length).sum();
        if (stood == expected && tail.has(foundEnd)) {
            long at = foundEnd;
            for (Sent one : missing) {
                byte[] came = tail.copy(at, at + one.octets().length);
                errors = errors.and(LineErrors.compared(came.length, wrong(one.octets(), came)));
                at += came.length;
            }
            damaged += missing.size();
            return;
        }
        errors = errors.and(LineErrors.untested(stood));
        if (stood != expected) {
            errors = errors.and(LineErrors.slip(expected - stood));
        }
        // As many as the octets suffice for; the last one of them is cut.
        long came = missing.isEmpty() ? 0 : ((long) stood * missing.size() + expected - 1) / expected;
        damaged += Math.min(came, missing.size());
        lost += missing.size() - Math.min(came, missing.size());
    }

    private static int wrong(byte[] sent, byte[] came) {
        int wrong = 0;
        for (int i = 0; i < sent.length; i++) {
            wrong += Integer.bitCount((sent[i] ^ came[i]) & 0xFF);
        }
        return wrong;
    }
}
