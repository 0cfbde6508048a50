package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.link.Ledger.Entry;
import io.userports.link.Ledger.Fate;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("try") // some clients only need to be there
class Rfc2217LinkTest {
    private static final int LENGTH = 600;

    private Link link = LinkSpec.parse("rfc2217:0").open(LineRate.P1);

    @AfterEach
    void close() {
        link.close();
    }

    private void wired(String line) {
        link.close();
        link = LinkSpec.parse("rfc2217:0").open(LineRate.P1, DataRequest.valueOf(line));
    }

    @Test
    void aClientSetsItsPortUp() throws IOException {
        try (TelnetPeer client = TelnetPeer.to(link)) {
            client.say("FFFD00FFFB00FFFD03").say("FFFB2C").expect("FFFA2C6B30FFF0");
            client.say("FFFD01").expect("FFFC01");
            client.say("FFFA2C010001C200FFF0").expect("FFFA2C650001C200FFF0");
            client.say("FFFA2C0208FFF0FFFA2C0301FFF0FFFA2C0401FFF0")
                    .expect("FFFA2C6608FFF0FFFA2C6701FFF0FFFA2C6801FFF0");
            client.say("FFFA2C0502FFF0").expect("FFFA2C6902FFF0");
        }
    }

    @Test
    void anOctetOfOnesIsSentTwiceAndCountsOnce() throws IOException {
        try (TelnetPeer client = TelnetPeer.to(link)) {
            assertTrue(link.ready());
            assertEquals(5, link.write(new byte[] {1, -1, 2, -1, -1}, 0, 5));
            client.expect("01FFFF02FFFFFFFF");
        }
    }

    /** The octet of ones may lie wherever the other side stops taking more; as many are taken as the client can read. */
    @Test
    void whoDoesNotReadGetsWhatWasTakenAndNothingElse() throws IOException {
        byte[] unit = new byte[400_000];
        Arrays.fill(unit, (byte) -1);
        try (TelnetPeer client = TelnetPeer.to(link)) {
            assertTrue(link.ready());
            int taken = 0;
            for (int now = 1; now > 0; taken += now) {
                now = link.write(unit, taken, Math.min(unit.length, taken + 777));
            }
            assertTrue(taken < unit.length, "all was taken");
            int owed = taken;
            assertEquals(2 * owed, client.read(2 * owed).length);
            await().until(() -> link.write(unit, owed, owed + 1) == 1);
            client.expect("FFFF");
        }
    }

    @Test
    void itsFarEndIsAClientLikeAnyOther() {
        wired("dsr");
        try (Receiver receiver = link.farEnd().orElseThrow()) {
            assertEquals(link.address(), receiver.address());
            await().until(link::ready);
            assertEquals(3, link.write(new byte[] {1, -1, 2}, 0, 3));
            byte[] octets = new byte[3];
            int count = 0;
            while (count < 3) {
                count += receiver.read(octets, count, 3 - count, 30_000);
            }
            assertArrayEquals(new byte[] {1, -1, 2}, octets);
        }
    }

    @Test
    void oneClientHoldsThePortAndTheNextIsToldSo() throws IOException {
        try (TelnetPeer first = TelnetPeer.to(link);
                TelnetPeer second = TelnetPeer.connected(link)) {
            assertEquals(
                    "The port is in use by another client.\r\n",
                    new String(second.readAll(), StandardCharsets.US_ASCII));
            assertTrue(link.ready());
            assertTrue(Units.send(link, new byte[] {7}));
            first.expect("07");
        }
        try (TelnetPeer third = TelnetPeer.to(link)) {
            assertTrue(link.ready());
        }
    }

    @Test
    void whoLeavesAndComesBackAtOnceFindsThePortFree() throws IOException {
        for (int i = 0; i < 500; i++) {
            TelnetPeer.to(link).close();
        }
    }

    @Test
    void whoComesWithinAUnitGetsTheNext() throws IOException {
        byte[] unit = new byte[LENGTH];
        TelnetPeer early = TelnetPeer.to(link);
        assertTrue(link.ready());
        assertEquals(100, link.write(unit, 0, 100));
        early.read(100);
        early.close();
        try (TelnetPeer late = TelnetPeer.to(link)) {
            assertEquals(-1, link.write(unit, 100, LENGTH));
            assertTrue(link.ready());
            assertEquals(1, link.write(new byte[] {7}, 0, 1));
            late.expect("07");
        }
        await().until(() -> !link.ready());
    }

    @ParameterizedTest
    @CsvSource({"cts, 0B, 0C, 08", "dsr, 08, 09, 0B"})
    void nothingLeavesUntilTheLineIsAssertedAndTheOtherLineDoesNotCount(
            String line, String on, String off, String other) throws IOException {
        wired(line);
        byte[] unit = new byte[LENGTH];
        try (TelnetPeer client = TelnetPeer.to(link)) {
            assertFalse(link.ready());
            client.say("FFFA2C05" + other + "FFF0").expect("FFFA2C69" + other + "FFF0");
            assertFalse(link.ready());
            client.say("FFFA2C05" + on + "FFF0").expect("FFFA2C69" + on + "FFF0");
            assertTrue(link.ready());
            assertEquals(100, link.write(unit, 0, 100));
            client.say("FFFA2C05" + off + "FFF0");
            assertEquals(100, client.read(100).length);
            client.expect("FFFA2C69" + off + "FFF0");
            assertEquals(-1, link.write(unit, 100, LENGTH));
            assertFalse(link.ready());
        }
    }

    @Test
    void aLineThatDropsAndRisesInOnePacketEndsTheUnitToo() throws IOException {
        wired("cts");
        byte[] unit = new byte[LENGTH];
        try (TelnetPeer client = TelnetPeer.to(link)) {
            client.say(TelnetPeer.RTS_ON).expect(TelnetPeer.RTS_ON_ANSWER);
            assertTrue(link.ready());
            assertEquals(100, link.write(unit, 0, 100));
            client.say(TelnetPeer.RTS_OFF + TelnetPeer.RTS_ON).read(100);
            client.expect(TelnetPeer.RTS_OFF_ANSWER + TelnetPeer.RTS_ON_ANSWER);
            assertEquals(-1, link.write(unit, 100, LENGTH));
            assertTrue(link.ready());
        }
    }

    @Test
    void theTelegramOfASecondWaitsUntilItIsAskedForAndEndsWhenItIsNotAnyMore() throws Exception {
        wired("cts");
        int length = 10_000;
        Ledger ledger = Ledger.of();
        try (Player player = Player.of(TimeScale.REAL_TIME);
                TelnetPeer client = TelnetPeer.to(link)) {
            Playing playing =
                    player.play(Units.every(Duration.ofSeconds(2), length, 2), Map.of(UserPort.P1, link), ledger);
            // Not asked for when the first is due, and not by then: the second waits for us.
            Thread.sleep(100);
            client.say(TelnetPeer.RTS_ON).expect(TelnetPeer.RTS_ON_ANSWER);
            byte[] heard = client.read(50);
            client.say(TelnetPeer.RTS_OFF);
            playing.awaitEnd();
            List<Entry> entries = ledger.since(0);
            assertEquals(
                    List.of(Fate.CUT, Fate.DROPPED),
                    entries.stream().map(Entry::fate).toList());
            byte[] left = entries.get(0).octets();
            assertTrue(left.length < length, "all left");
            assertArrayEquals(Arrays.copyOf(Units.unit(0, length), left.length), left);
            assertArrayEquals(Arrays.copyOf(left, 50), heard);
        }
    }

    @Test
    void aClientThatSuspendsTheFlowMissesWholeUnits() throws IOException {
        try (TelnetPeer client = TelnetPeer.to(link)) {
            assertTrue(link.ready());
            assertEquals(1, link.write(new byte[] {1, 2}, 0, 1));
            // The answer to the second comes when the first was heeded.
            client.say("FFFA2C08FFF0FFFA2C0C01FFF0").expect("01FFFA2C7001FFF0");
            assertEquals(0, link.write(new byte[] {1, 2}, 1, 2));
            assertFalse(link.ready());
            client.say("FFFA2C09FFF0FFFA2C0C01FFF0").expect("FFFA2C7001FFF0");
            assertTrue(link.ready());
        }
    }

    @Test
    void aBreakIsToldToWhoWantsToKnow() throws IOException {
        try (TelnetPeer client = TelnetPeer.to(link)) {
            assertFalse(link.signal(Signal.BREAK, new byte[3]));
            client.say("FFFA2C0A18FFF0").expect("FFFA2C6E18FFF0");
            assertFalse(link.signal(Signal.BREAK, new byte[3]));
            assertFalse(link.signal(Signal.BAD_STOP, new byte[3]));
            client.expect("FFFA2C6A10FFF0FFFA2C6A08FFF0");
        }
    }

    @Test
    void octetsForTheMeterAreCountedAndCommandsAreNot() throws IOException {
        try (TelnetPeer client = TelnetPeer.to(link)) {
            client.say("2F3F21FFFF0D0A").say("FFFA2C0C01FFF0").expect("FFFA2C7001FFF0");
            assertEquals(6, link.heard());
        }
        try (TelnetPeer client = TelnetPeer.to(link)) {
            client.say("00").say("FFFA2C0C01FFF0").expect("FFFA2C7001FFF0");
            assertEquals(7, link.heard());
        }
    }

    @Test
    void garbageIsSurvived() throws IOException {
        Random chance = new Random(7);
        byte[] octets = new byte[3000];
        for (int i = 0; i < 20; i++) {
            chance.nextBytes(octets);
            try (TelnetPeer client = TelnetPeer.to(link)) {
                client.say(java.util.HexFormat.of().formatHex(octets));
                link.ready();
                Units.send(link, Units.unit(i, LENGTH));
            } catch (java.net.SocketException e) {
                // It may be sent away for not reading its answers.
            }
        }
        await().until(() -> !link.ready());
        try (TelnetPeer client = TelnetPeer.to(link)) {
            assertTrue(link.ready());
        }
    }

    @Test
    void whoWantsAnswersAndReadsNoneIsSentAway() throws IOException {
        try (TelnetPeer client = TelnetPeer.to(link)) {
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 100_000; i++) {
                    client.say("FFFA2C0100000000FFF0".repeat(100));
                }
            });
        }
        try (TelnetPeer client = TelnetPeer.to(link)) {
            assertTrue(link.ready());
        }
    }

    /** What TCP asks the one who is there it answers, whatever it does not read: that it has no room. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whoVanishesWithoutAWordHoldsThePortNoLongerAndWhoOnlyDoesNotReadDoes() throws IOException {
        try (Link stalled = impatient();
                TelnetPeer there = TelnetPeer.to(stalled);
                Link left = impatient();
                PulledCable gone = PulledCable.to(left)) {
            assertTrue(stalled.ready());
            while (stalled.write(new byte[LENGTH], 0, LENGTH) > 0) {}
            await().until(left::ready);
            gone.pull();
            assertTrue(Units.send(left, Units.unit(1, LENGTH)));
            await().until(() -> !left.ready());
            assertTrue(stalled.ready());
            try (TelnetPeer next = TelnetPeer.to(left)) {
                assertTrue(left.ready());
            }
        }
    }

    private static Link impatient() {
        return Rfc2217Link.open("127.0.0.1", 0, LineRate.P1, DataRequest.NONE, 0);
    }

    @Test
    void closingEndsItsThreadAndTellsTheClient() throws IOException {
        try (TelnetPeer client = TelnetPeer.to(link)) {
            link.close();
            assertEquals(0, client.readAll().length);
            assertEquals(-1, link.write(new byte[1], 0, 1));
            assertFalse(link.ready());
            String name = "userports serving " + link.address();
            assertTrue(Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(t -> t.getName().equals(name)));
        }
    }

    @Test
    void aPortInUseIsAFaultOfTheBench() {
        String port = link.address().split(":")[2];
        assertEquals(
                "rfc2217 127.0.0.1:" + port
                        + ": the port is in use; end the program that holds it or choose another port",
                assertThrows(LinkException.class, () -> LinkSpec.parse("rfc2217:" + port)
                                .open(LineRate.P1))
                        .getMessage());
    }
}
