package io.userports.conformance.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.fault.Disturbances;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TelegramCheckerTest {
    private static final int S1 = 45;

    private static List<byte[]> telegrams(UserPort port, int count) {
        LineRate rate = port == UserPort.P1 ? LineRate.P1 : LineRate.S1;
        TelegramFeed feed = TelegramFeed.of(port, rate, Optional.empty(), Disturbances.NONE, 1);
        List<byte[]> telegrams = new ArrayList<>();
        while (telegrams.size() < count) {
            telegrams.addAll(feed.next().telegrams());
        }
        return telegrams.subList(0, count);
    }

    private record Checked(LineErrors errors, TelegramCount count) {}

    private static Checked checked(UserPort port, List<byte[]> sent, List<byte[]> came) {
        TelegramChecker checker = new TelegramChecker(port);
        checker.sending(new Feed.Piece(Feed.START, octets(sent), sent, List.of()));
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        came.forEach(octets::writeBytes);
        byte[] stream = octets.toByteArray();
        for (int at = 0; at < stream.length; at += 100) {
            checker.take(stream, at, Math.min(at + 100, stream.length));
        }
        checker.end(octets(sent));
        return new Checked(checker.errors(), checker.telegrams().orElseThrow());
    }

    private static int octets(List<byte[]> telegrams) {
        return telegrams.stream().mapToInt(t -> t.length).sum();
    }

    private static Checked expected(LineErrors errors, TelegramCount count) {
        return new Checked(errors, count);
    }

    @Test
    void whatComesAsItWasSentIsGood() {
        List<byte[]> sent = telegrams(UserPort.S1, 2000);
        assertEquals(
                expected(new LineErrors(2000 * S1 * 8, 0, 0, 0, 0, 0, 0), new TelegramCount(2000, 2000, 0, 0, 0, 0, 0)),
                checked(UserPort.S1, sent, sent));
        List<byte[]> readings = telegrams(UserPort.P1, 5);
        long bits = readings.stream().mapToInt(t -> 8 * t.length).sum();
        assertEquals(
                expected(new LineErrors(bits, 0, 0, 0, 0, 0, 0), new TelegramCount(5, 5, 0, 0, 0, 0, 0)),
                checked(UserPort.P1, readings, readings));
    }

    @Test
    void aDamagedTelegramIsComparedBitByBit() {
        List<byte[]> sent = telegrams(UserPort.S1, 1000);
        List<byte[]> came = new ArrayList<>(sent);
        came.set(300, flipped(sent.get(300), 20, 0x11));
        came.set(700, flipped(sent.get(700), 0, 0x01));
        came.set(701, flipped(sent.get(701), 2, 0x80));
        assertEquals(
                expected(new LineErrors(1000 * S1 * 8, 4, 0, 0, 0, 0, 0), new TelegramCount(1000, 997, 3, 0, 0, 0, 3)),
                checked(UserPort.S1, sent, came));
    }

    @Test
    void aDamagedReadingIsComparedBitByBit() {
        List<byte[]> sent = telegrams(UserPort.P1, 4);
        List<byte[]> came = new ArrayList<>(sent);
        came.set(2, flipped(sent.get(2), 100, 0x03));
        long bits = sent.stream().mapToInt(t -> 8 * t.length).sum();
        assertEquals(
                expected(new LineErrors(bits, 2, 0, 0, 0, 0, 0), new TelegramCount(4, 3, 1, 0, 0, 0, 0)),
                checked(UserPort.P1, sent, came));
    }

    @Test
    void lostOctetsAreASlipAndNoBitErrors() {
        List<byte[]> sent = telegrams(UserPort.S1, 1000);
        List<byte[]> came = new ArrayList<>(sent);
        came.set(500, Arrays.copyOf(sent.get(500), S1 - 1));
        assertEquals(
                expected(
                        new LineErrors(999 * S1 * 8, 0, 1, 1, 0, S1 - 1, 0),
                        new TelegramCount(1000, 999, 1, 0, 0, 0, 1)),
                checked(UserPort.S1, sent, came));
    }

    @Test
    void telegramsThatDoNotComeAreLostAlsoAtTheEnd() {
        List<byte[]> sent = telegrams(UserPort.S1, 1000);
        List<byte[]> came = new ArrayList<>(sent.subList(0, 400));
        came.addAll(sent.subList(700, 990));
        assertEquals(
                expected(
                        new LineErrors(690 * S1 * 8, 0, 2, 310 * S1, 0, 0, 0),
                        new TelegramCount(1000, 690, 0, 310, 0, 0, 300 - 256)),
                checked(UserPort.S1, sent, came));
    }

    @Test
    void aTelegramThatComesTwiceIsRepeated() {
        List<byte[]> sent = telegrams(UserPort.S1, 100);
        List<byte[]> came = new ArrayList<>(sent);
        came.add(51, sent.get(50));
        assertEquals(
                expected(new LineErrors(100 * S1 * 8, 0, 1, 0, S1, 0, 0), new TelegramCount(100, 100, 0, 0, 1, 0, 0)),
                checked(UserPort.S1, sent, came));
    }

    @Test
    void aValidTelegramThatNobodySentIsSomebodyElses() {
        List<byte[]> all = telegrams(UserPort.S1, 101);
        List<byte[]> sent = all.subList(0, 100);
        List<byte[]> came = new ArrayList<>(sent);
        came.add(60, all.get(100));
        TelegramCount count = checked(UserPort.S1, sent, came).count();
        assertEquals(1, count.foreign());
        assertEquals(100, count.good());
    }

    @Test
    void nothingAtAllIsNotRecognised() {
        List<byte[]> sent = telegrams(UserPort.S1, 10);
        assertEquals(
                new TelegramCount(10, 0, 0, 10, 0, 0, 0),
                checked(UserPort.S1, sent, List.of()).count());
    }

    private static byte[] flipped(byte[] telegram, int at, int bits) {
        byte[] changed = telegram.clone();
        changed[at] ^= (byte) bits;
        return changed;
    }
}
