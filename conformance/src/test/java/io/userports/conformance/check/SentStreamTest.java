package io.userports.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Quantity;
import io.userports.link.Ledger;
import io.userports.link.Ledger.Fate;
import io.userports.p1.DataObject;
import io.userports.p1.P1Codec;
import io.userports.p1.Telegram;
import io.userports.wire.UserPort;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An entry each second, begun on the second and ended 100 ms later. */
final class SentStreamTest {
    private static final byte[] ONE = telegram("00.100");
    private static final byte[] TWO = telegram("00.137");

    private final SentStream stream = new SentStream();
    private int entries;

    private static byte[] telegram(String kilowatts) {
        return P1Codec.encode(new Telegram("FLU5\\1_A", List.of(DataObject.of("1-0:1.7.0(" + kilowatts + "*kW)"))));
    }

    private void send(byte[]... parts) {
        send(Fate.LEFT, parts);
    }

    private void send(Fate fate, byte[]... parts) {
        byte[] octets = new byte[Stream.of(parts).mapToInt(p -> p.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, octets, at, part.length);
            at += part.length;
        }
        long started = 1000L * entries;
        Instant due = Instant.ofEpochSecond(entries);
        stream.add(new Ledger.Entry(entries++, UserPort.P1, due, octets, started, started + 100, 0, fate));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] first(int count) {
        return Arrays.copyOf(ONE, count);
    }

    private static byte[] from(int index) {
        return Arrays.copyOfRange(ONE, index, ONE.length);
    }

    /** {@return each telegram as its power, its entry, when it was due, when it started and ended} */
    private static List<String> told(List<SentTelegram> telegrams) {
        return telegrams.stream()
                .map(t -> t.said(Quantity.POWER_IMPORT).text(Quantity.POWER_IMPORT) + ", entry " + t.number() + ", due "
                        + t.due().getEpochSecond() + " s, " + t.startedNanos() + " to " + t.endedNanos())
                .toList();
    }

    private void assertSent(String... telegrams) {
        assertEquals(List.of(telegrams), told(stream.telegrams()));
    }

    @Test
    void aTelegramIsKnownWithItsLastOctet() {
        send(ONE);
        assertSent("power-import 0.1 kW, entry 0, due 0 s, 0 to 100");
        assertEquals(List.of(), stream.rejected());
    }

    @Test
    void noiseBeforeATelegramIsNoTelegram() {
        send(octets("\u00ff\u0000xyz!\r\n"), ONE);
        assertSent("power-import 0.1 kW, entry 0, due 0 s, 0 to 100");
        assertEquals(
                "telegram 0, 1-0:1.7.0, octet 13", stream.telegrams().get(0).place(Quantity.POWER_IMPORT));
    }

    @Test
    void anEntryMayHoldTwo() {
        send(ONE, TWO);
        assertSent(
                "power-import 0.1 kW, entry 0, due 0 s, 0 to 100", "power-import 0.137 kW, entry 0, due 0 s, 0 to 100");
    }

    @Test
    void aTelegramMayLeaveInSlices() {
        send(first(7));
        send(Arrays.copyOfRange(ONE, 7, 20));
        assertSent();
        send(from(20), TWO);
        assertSent(
                "power-import 0.1 kW, entry 0, due 0 s, 0 to 2100",
                "power-import 0.137 kW, entry 2, due 2 s, 2000 to 2100");
    }

    @Test
    void theSecondHalfOfATelegramIsNoise() {
        send(from(20));
        send(ONE);
        assertSent("power-import 0.1 kW, entry 1, due 1 s, 1000 to 1100");
    }

    @Test
    void whoLosesItsEndIsFollowedByAWholeOne() {
        send(first(20));
        send(TWO);
        assertSent("power-import 0.137 kW, entry 1, due 1 s, 1000 to 1100");
        assertEquals(1, stream.rejected().size());
    }

    @Test
    void aTelegramWhoseLineHasNotEndedMayBeKnown() {
        send(first(ONE.length - 2));
        assertSent("power-import 0.1 kW, entry 0, due 0 s, 0 to 100");
        send(octets("\r\n"));
        assertSent("power-import 0.1 kW, entry 0, due 0 s, 0 to 1100");
    }

    @Test
    void afterACutTheRestIsNoPartOfWhatHadBegun() {
        send(Fate.CUT, TWO, first(20));
        send(from(20));
        assertSent("power-import 0.137 kW, entry 0, due 0 s, 0 to 100");
        send(ONE);
        assertSent(
                "power-import 0.137 kW, entry 0, due 0 s, 0 to 100",
                "power-import 0.1 kW, entry 2, due 2 s, 2000 to 2100");
    }

    @Test
    void whatStandsUnderAWrongCrcIsKeptApart() {
        byte[] wrong = ONE.clone();
        wrong[ONE.length - 3] ^= 1;
        send(wrong);
        assertSent();
        assertEquals(List.of("power-import 0.1 kW, entry 0, due 0 s, 0 to 100"), told(stream.rejected()));
    }

    @Test
    void noiseWithoutEndCostsNothing() {
        for (int i = 0; i < 300; i++) {
            send(new byte[16 * 1024]);
        }
        send(ONE);
        assertSent("power-import 0.1 kW, entry 300, due 300 s, 300000 to 300100");
    }

    @Test
    void whatAReaderMayForgiveIsRejectedAndMended() {
        String text = new String(ONE, StandardCharsets.ISO_8859_1);
        send(octets(text.replace("kW", "k\0W")));
        send(octets(text.replace("\r\n", "\n")));
        send(octets(text.replace("00.1", "00.2")));
        assertSent();
        assertEquals(
                List.of("power-import 0.1 kW OK", "power-import 0.1 kW OK", "power-import 0.2 kW BAD"),
                stream.rejected().stream()
                        .map(t -> t.said(Quantity.POWER_IMPORT).text(Quantity.POWER_IMPORT) + " "
                                + t.telegram().crc().name())
                        .toList());
    }

    @Test
    void theZerosThatACrcLacksMayBeWritten() {
        String text = "/FLU5\\1_A\r\n\r\n1-0:1.7.0(00.%03d*kW)\r\n!";
        for (int watts = 0; watts < 1000; watts++) {
            String telegram = text.formatted(watts);
            String crc = "%04X".formatted(P1Codec.crc(octets(telegram), 0, telegram.length()));
            send(octets(telegram + crc.substring(1) + "\r\n"));
            String forgiven = stream.rejected().get(watts).telegram().crc().name();
            assertEquals(crc.startsWith("0"), forgiven.equals("OK"), crc);
        }
    }
}
