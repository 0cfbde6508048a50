package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSpecTest {
    record Plug(LinkSpec p1) {}

    @Test
    void eachKindHasItsText() {
        assertEquals(new LinkSpec.Pty(Optional.empty()), LinkSpec.parse("pty"));
        assertEquals(new LinkSpec.Pty(Optional.of(Path.of("/tmp/p1"))), LinkSpec.parse("pty:/tmp/p1"));
        assertEquals(new LinkSpec.Tcp("127.0.0.1", 4000), LinkSpec.parse("tcp:4000"));
        assertEquals(new LinkSpec.Tcp("0.0.0.0", 4000), LinkSpec.parse("tcp:0.0.0.0:4000"));
        assertEquals(new LinkSpec.Tcp("[::1]", 4000), LinkSpec.parse("tcp:[::1]:4000"));
        assertEquals(new LinkSpec.Serial("/dev/ttyUSB0"), LinkSpec.parse("serial:/dev/ttyUSB0"));
        assertEquals(new LinkSpec.Rfc2217("127.0.0.1", 4000), LinkSpec.parse("rfc2217:4000"));
        assertEquals(new LinkSpec.Serial("rfc2217://bench:4000"), LinkSpec.parse("serial:rfc2217://bench:4000"));
        assertEquals(new LinkSpec.File(Path.of("out.p1")), LinkSpec.parse("file:out.p1"));
        assertEquals(new LinkSpec.Stdout(), LinkSpec.parse("-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pty",
                "pty:/tmp/p1",
                "tcp:4000",
                "tcp:0.0.0.0:4000",
                "tcp:[::1]:0",
                "rfc2217:4000",
                "rfc2217:0.0.0.0:4000",
                "serial:COM3",
                "serial:rfc2217://bench:4000",
                "file:a:b",
                "-"
            })
    void theTextFormComesBack(String text) {
        assertEquals(text, LinkSpec.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'', is not a link",
        "usb, is not a link",
        "pty:, is not a link",
        "serial:, is not a link",
        "udp:4000, is not a link",
        "tcp:, is not a link",
        "tcp:http, has no port from 0 to 65535 at its end",
        "tcp:65536, has no port from 0 to 65535 at its end",
        "rfc2217:4000x, has no port from 0 to 65535 at its end",
        "serial:rfc2217://bench, has no port from 0 to 65535 at its end",
        "serial:rfc2217://4000, has no host and port like rfc2217://localhost:4000",
        "serial:rfc2217://bench:0, has no host and port like rfc2217://localhost:4000",
        "tcp::4000, has no port from 0 to 65535 at its end",
        "tcp:localhost:-1, has no port from 0 to 65535 at its end"
    })
    void anythingElseIsRefusedWithWhatIsAllowed(String text, String why) {
        assertEquals(
                "'" + text + "' " + why
                        + "; allowed: pty, pty:PATH, tcp:PORT, tcp:HOST:PORT, rfc2217:PORT, rfc2217:HOST:PORT,"
                        + " serial:DEVICE, serial:rfc2217://HOST:PORT, file:PATH, - (standard output)",
                assertThrows(InputException.class, () -> LinkSpec.parse(text)).getMessage());
    }

    @Test
    void aFileOfTheUserHoldsItAsText() throws IOException {
        assertEquals(new Plug(new LinkSpec.Tcp("127.0.0.1", 4000)), plug("p1: tcp:4000"));
        assertEquals(
                "rig.yaml:1: p1: 'usb' is not a link",
                assertThrows(InputException.class, () -> plug("p1: usb"))
                        .getMessage()
                        .split(";")[0]);
    }

    private static Plug plug(String yaml) throws IOException {
        return StrictYaml.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "rig.yaml", Plug.class);
    }
}
