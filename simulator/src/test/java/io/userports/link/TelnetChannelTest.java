package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

class TelnetChannelTest {
    /** No test takes a cable out: that the system asks in time is what can be seen. */
    @Test
    void whoHasVanishedWithoutAWordIsAskedForAfterSeconds() throws IOException {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Selector selector = Selector.open();
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            TelnetChannel.of(client, selector);
            assumeTrue(client.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE));
            assertEquals(
                    List.of(true, 9, 2, 3),
                    List.of(
                            client.getOption(StandardSocketOptions.SO_KEEPALIVE),
                            client.getOption(ExtendedSocketOptions.TCP_KEEPIDLE),
                            client.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL),
                            client.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)));
        }
    }
}
