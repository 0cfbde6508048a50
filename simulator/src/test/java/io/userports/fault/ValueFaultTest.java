package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.wire.UserPort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CRC of each expected telegram was computed by another program. */
final class ValueFaultTest {
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", value = {
        "set-value:object=1-0:1.7.0,to=00.123*kW | (01.193*kW) | (00.123*kW) | A8D1",
        "set-value:object=0-1:24.2.3,to=00000.001*m3,group=2 | (00872.234*m3) | (00000.001*m3) | 91F0",
        "set-value:object=0-0:96.13.0,to=50 m³ | 96.13.0() | 96.13.0(50 m³) | 5DD0",
        "empty-value:object=0-1:24.2.3 | (260115115502W)(00872.234*m3) | () | 8255",
        "no-unit:object=0-1:24.2.3 | *m3 | '' | 1208",
        "no-star:object=1-0:1.7.0 | 93*kW | 93kW | 3D3E",
        "oversize-value:characters=7 | 13.0() | 13.0(5454545) | 2BBB",
        "split-value:object=0-1:24.2.3 | W)(00872 | W)~(00872 | 77E7",
        "set-clock:to=2026-10-25T02:59:59+02:00 | 260115120000W | 261025025959S | EA50",
    })
    // spotless:on
    void aValueIsAnotherOneUnderARightCrc(String fault, String from, String to, String crc) {
        assertEquals(Known.p1(crc, body -> body.replace(from, to.replace("~", "\r\n"))), Struck.p1(fault));
    }

    @Test
    void aClockThatIsSetGoesOnAndFallsBackWithTheSeason() {
        assertEquals(
                List.of("261025025958S", "261025025959S", "261025020000W", "261025020001W"),
                Struck.emissions(UserPort.P1, Known.p1(), "set-clock:to=2026-10-25T02:59:58+02:00", 4).stream()
                        .map(emission -> Known.text(emission.octets()).replaceAll("(?s).*0-0:1\\.0\\.0\\(|\\).*", ""))
                        .map(text -> text.substring(0, 13))
                        .toList());
    }
}
