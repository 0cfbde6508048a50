package io.userports.conformance.loopback;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.fault.Disturbances;
import io.userports.link.Link;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The thread that sends, where a write hangs. */
final class SenderTest {
    @Test
    void aWriteThatHangsIsFreedByClosingTheLink() {
        Content content = new Content.OfPattern("prbs31");
        Hanging link = new Hanging(new CountDownLatch(1), new CountDownLatch(1));
        Sender sender = new Sender(
                content.feed(UserPort.S1, LineRate.S1, Disturbances.NONE, 1),
                link,
                LineRate.S1,
                content.checker(UserPort.S1),
                new Latency());
        sender.start();
        await().until(() -> link.writing().getCount() == 0);
        sender.stop();
        assertFalse(sender.isOver());
        link.close();
        sender.join();
        assertTrue(sender.isOver());
    }

    @Test
    void anErrorOfTheThreadIsNoSilence() {
        Content content = new Content.OfPattern("prbs31");
        Hanging link = new Hanging(new CountDownLatch(1), new CountDownLatch(1));
        Feed broken = new Feed(UserPort.S1, LineRate.S1, Disturbances.NONE, 1) {
            @Override
            Piece next() {
                throw new LinkageError("half a jar");
            }
        };
        Sender sender = new Sender(broken, link, LineRate.S1, content.checker(UserPort.S1), new Latency());
        sender.start();
        await().until(sender::isOver);
        assertEquals(
                "half a jar", assertThrows(LinkageError.class, sender::trouble).getMessage());
    }

    /** A line that takes nothing until it is closed. */
    private record Hanging(CountDownLatch writing, CountDownLatch closed) implements Link {
        @Override
        public String address() {
            return "hanging";
        }

        @Override
        public Optional<LineRate> pace() {
            return Optional.empty();
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public int write(byte[] unit, int from, int to) {
            writing.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
