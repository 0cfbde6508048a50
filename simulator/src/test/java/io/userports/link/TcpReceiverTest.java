package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.wire.LineRate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // closing is what is tested
class TcpReceiverTest {
    private static final byte[] MUCH = new byte[64 * 1024];

    @Test
    void aPortThatTakesNothingIsNotWaitedForAndReadAllTheSame() {
        try (Link link = LinkSpec.parse("tcp:0").open(LineRate.P1);
                Receiver receiver = link.farEnd().orElseThrow()) {
            await().until(() -> receiver.send(MUCH) == 0);
            await().until(() -> Units.send(link, new byte[] {1, 2, 3}));
            byte[] octets = new byte[5];
            assertEquals(3, receiver.read(octets, 1, 4, 30_000));
            assertArrayEquals(new byte[] {0, 1, 2, 3, 0}, octets);
            assertEquals(0, receiver.read(octets, 0, 5, 1));
            link.close();
            await().until(() -> receiver.read(octets, 0, 5, 1000) < 0);
            await().until(() -> receiver.send(MUCH) < 0);
        }
    }

    @Test
    void closingEndsAReadThatWaits() {
        try (Link link = LinkSpec.parse("tcp:0").open(LineRate.P1);
                Receiver receiver = link.farEnd().orElseThrow()) {
            CompletableFuture<Integer> reading =
                    CompletableFuture.supplyAsync(() -> receiver.read(new byte[1], 0, 1, 1_000_000));
            receiver.close();
            assertEquals(-1, reading.join());
        }
    }
}
