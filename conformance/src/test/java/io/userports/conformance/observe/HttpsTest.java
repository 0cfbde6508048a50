package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page whose certificate nobody has signed, and which is that of another name, as devices at home show them. */
final class HttpsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path directory;

    private static HttpsServer server;

    @BeforeAll
    static void begin() throws IOException, InterruptedException, GeneralSecurityException {
        Path file = directory.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=device",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] octets = "{\"p\": 371}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, octets.length);
                exchange.getResponseBody().write(octets);
            }
        });
        server.start();
    }

    @AfterAll
    static void end() {
        server.stop(0);
    }

    private static Watched watched(String more) {
        return Watched.begin(
                "{http: {url: \"https://127.0.0.1:" + server.getAddress().getPort() + "/\"" + more
                        + "}, values: [{at: /p, quantity: power-net, unit: W}]}");
    }

    @Test
    void aCertificateThatNobodyHasSignedIsRefused() {
        try (Watched watched = watched("")) {
            watched.awaitThat(() -> !watched.seen().isEmpty());
            String told = watched.seen().get(0);
            assertTrue(
                    told.contains(
                            " showed a certificate that is not trusted (trust-any-certificate: true accepts any)"),
                    told);
        }
    }

    @Test
    void unlessItIsDeclaredToBeGoodEnough() {
        try (Watched watched = watched(", trust-any-certificate: true")) {
            watched.awaitAll("power-net 0.371");
        }
    }
}
