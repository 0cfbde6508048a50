package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.wire.LineRate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryLinkTest {
    private final MemoryLink link = MemoryLink.of(1000, LineRate.P1);

    @Test
    void whatIsWrittenComesOutUntilItIsClosed() throws InterruptedException {
        Listener listener = Listener.to(link.input());
        for (int i = 0; i < 20; i++) {
            listener.hears(300L * i);
            assertTrue(Units.send(link, Units.unit(i, 300)));
        }
        link.close();
        assertEquals(20, Units.numbersIn(listener.hearsTheEnd(), 300).size());
        assertFalse(Units.send(link, Units.unit(20, 300)));
    }

    @Test
    void itTakesNoMoreThanItHolds() throws IOException {
        byte[] unit = Units.unit(1, 600);
        assertEquals(600, link.write(unit, 0, 600));
        assertEquals(400, link.write(unit, 0, 600));
        assertEquals(0, link.write(unit, 400, 600));
        assertFalse(link.ready());
        assertEquals(1000, link.input().readNBytes(1000).length);
        assertTrue(link.ready());
        assertEquals(200, link.write(unit, 400, 600));
    }

    @Test
    void octetsComeOutOneByOneToo() throws IOException {
        link.write(new byte[] {(byte) 0xff, 0, 0x7e}, 0, 3);
        link.close();
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (var in = link.input()) {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                heard.write(octet);
            }
        }
        assertArrayEquals(new byte[] {(byte) 0xff, 0, 0x7e}, heard.toByteArray());
    }

    @Test
    void aReaderWhoLeavesTakesNothingAnyMore() throws IOException {
        link.write(Units.unit(1, 300), 0, 300);
        link.input().close();
        assertFalse(link.ready());
        assertEquals(-1, link.write(Units.unit(2, 300), 0, 300));
        assertEquals(List.of(), Units.numbersIn(link.input().readAllBytes(), 300));
    }
}
