package io.userports.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.wire.UserPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference at a serial device behind a server of RFC 2217. */
final class RemoteDeviceTest {
    private static final int SETTING = 9 + 10 + 3 * 7;

    /** Whoever opens a device asserts its lines, so that one who never asks has to let them go. */
    @ParameterizedTest
    @CsvSource({"none, fffa2c0508fff0fffa2c050bfff0", "never-asks, fffa2c0509fff0fffa2c050cfff0"})
    void itSaysAtOnceWhetherItAsks(String defect, String told) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> read(defect, server.getLocalPort()));
            try (Socket device = server.accept()) {
                InputStream in = device.getInputStream();
                in.readNBytes(SETTING);
                assertEquals(told, HexFormat.of().formatHex(in.readNBytes(told.length() / 2)));
            }
            reading.join();
        }
    }

    private static void read(String defect, int port) {
        String address = "rfc2217://127.0.0.1:" + port;
        try (Socket socket = ReferenceMain.connected(address)) {
            ReferenceCems cems = new ReferenceCems(Defect.of(defect), 1, line -> {});
            cems.start(UserPort.P1);
            ReferenceMain.read(cems, UserPort.P1, socket, address, 115_200);
        } catch (IOException e) {
            // The device went, with what was on its way.
        }
    }

    @Test
    void howeverItIsReadTelnetIsNoContent() throws Exception {
        byte[] sent = HexFormat.of().parseHex("41fffd2c42fffa2c6a10fff0ffff43");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket there = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket device = server.accept()) {
            device.getOutputStream().write(sent);
            device.shutdownOutput();
            InputStream in = RemoteDevice.of(there, 115_200);
            assertEquals('A', in.read());
            byte[] rest = in.readAllBytes();
            assertArrayEquals(HexFormat.of().parseHex("42ff43"), rest);
        }
    }
}
