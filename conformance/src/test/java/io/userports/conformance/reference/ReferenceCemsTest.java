package io.userports.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.wire.UserPort;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.Crc16;
import org.junit.jupiter.api.Test;

/** The two ports of one reference. */
final class ReferenceCemsTest {
    private final List<String> lines = new ArrayList<>();

    private List<String> statuses() {
        return lines.stream().filter(line -> line.contains("status")).toList();
    }

    private static byte[] p1() {
        String telegram = "/FLU5\\253769484_A\r\n\r\n1-0:1.7.0(01.193*kW)\r\n!";
        Crc16 crc = Crc16.arc();
        crc.update(telegram.getBytes(StandardCharsets.ISO_8859_1));
        return (telegram + "%04X\r\n".formatted(crc.getValue())).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void onePortGetsOldWithoutTheOther() {
        ReferenceCems cems = new ReferenceCems(Defect.NONE, 1, lines::add);
        cems.start(UserPort.P1);
        cems.start(UserPort.S1);
        cems.octets(UserPort.P1, p1(), p1().length, 0);
        byte[] s1 = S1Maker.SINGLE.telegram(0);
        cems.octets(UserPort.S1, s1, s1.length, 0);
        long later = Duration.ofSeconds(6).toNanos();
        cems.octets(UserPort.P1, p1(), p1().length, later);
        cems.tick(UserPort.P1, later);
        cems.tick(UserPort.S1, later);
        assertEquals(
                List.of(
                        "{\"status\":\"no-data\",\"port\":\"p1\"}",
                        "{\"status\":\"no-data\",\"port\":\"s1\"}",
                        "{\"status\":\"receiving\",\"port\":\"p1\"}",
                        "{\"status\":\"receiving\",\"port\":\"s1\"}",
                        "{\"status\":\"stale\",\"port\":\"s1\"}"),
                statuses());
    }

    @Test
    void ofAPortThatItDoesNotReadItSaysNothing() {
        ReferenceCems cems = new ReferenceCems(Defect.ZERO_FOR_ABSENT, 1, lines::add);
        cems.start(UserPort.P1);
        cems.octets(UserPort.P1, p1(), p1().length, 0);
        assertEquals(
                List.of(), lines.stream().filter(line -> line.contains("s1")).toList());
    }
}
