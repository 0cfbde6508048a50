package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Layout;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every expected FCS was computed by another program. */
final class FieldFaultTest {
    private static final String STAR =
            "7E802BFF0300000000000000000000000000000F1AC3500F08FCFFFFFB0000000000000000000000000712E67E";

    // spotless:off
    @ParameterizedTest
    @CsvSource({
        "saturate, 0A34C3BB0F7FFF7FFFFF7FFF7FFFFF7FFF7FFFFF0000009783",
        "'set-field:field=u1,to=-1', 0A34C3BB0FFFFF0005FA00000000000000000000000000C2C1",
        "'set-field:field=i1,to=-1', 0A34C3BB0F0B15FFFFFF00000000000000000000000000530F",
        "'set-field:field=frequency,to=65535', 0A34FFFF0F0B150005FA00000000000000000000000000AC6C",
        "'set-field:field=rate,to=-128', 0A80C3BB0F0B150005FA00000000000000000000000000BA5B",
        "'set-field:field=iN,to=1000', 0A34C3BB0F0B150005FA000000000000000000000003E8EBF3",
        "'set-field:field=seq,to=256', 0A34C3BB000B150005FA0000000000000000000000000005E8",
        "'shift-field:field=frequency,by=-107', 0A34C3500F0B150005FA00000000000000000000000000E989",
        "'shift-field:field=u1,by=-2838', 0A34C3BB0FFFFF0005FA00000000000000000000000000C2C1",
        "'info-bits:set=F0,clear=08', F234C3BB0F0B150005FA000000000000000000000000000508",
        "sequence:how=stuck, 0A34C3BB110B150005FA0000000000000000000000000045 07",
        "sequence:how=wraps-to-1, 0A34C3BB010B150005FA000000000000000000000000004C7B",
        "swap-phases, 0A34C3BB0F000000000000000000000B150005FA0000004ABF",
        "'swap-phases:one=1,other=2', 0A34C3BB0F00000000000B150005FA00000000000000006B34",
        "invert-current, 0A34C3BB0F0B15FFFA060000000000000000000000000090 48",
    })
    // spotless:on
    void aFieldSaysSomethingElseUnderARightFcs(String fault, String data) {
        assertEquals("7E802BFF03" + "00".repeat(14) + data.replace(" ", "") + "7E", Struck.s1(fault));
    }

    @Test
    void whatAnotherTelegramSaysIsSaidUnderTheOwnIdAndNumber() {
        assertEquals(STAR, Struck.s1("imitate:telegram=" + STAR));
    }

    @Test
    void aMeterIdIsAnotherOneOrAnotherEachTime() {
        String rest = "0A34C3BB0F0B150005FA00000000000000000000000000";
        assertEquals(
                "7E802BFF033153414733313030303030303432" + rest + "3FDB7E",
                Struck.s1("meter-id:to=3153414733313030303030303432"));
        assertEquals("7E802BFF033153414733313030303030303030" + rest + "5B7C7E", Struck.s1("meter-id"));
        assertEquals(
                List.of("1SAG3100000000", "1SAG3100000001", "1SAG3100000002"),
                frames("meter-id", 3).stream().map(S1Frame::meterId).toList());
    }

    @ParameterizedTest
    @CsvSource({"stuck, 17 17 17 17", "skips, 0 2 4 6", "backwards, 0 255 254 253", "wraps-to-1, 1 2 3 4"})
    void numbersDoNotFollowEachOther(String how, String numbers) {
        assertEquals(
                List.of(numbers.split(" ")),
                frames("sequence:how=" + how, 4).stream()
                        .map(frame -> String.valueOf(frame.sequence()))
                        .toList());
    }

    /** Also where the number that is set happens to be the right one. */
    @Test
    void anImitatedNumberWrapsTo1() {
        List<S1Frame> frames = frames("sequence:how=wraps-to-1", 256);
        assertEquals(255, frames.get(254).sequence());
        assertEquals(1, frames.get(255).sequence());
    }

    @Test
    void randomNumbersAreOthersEachTime() {
        List<S1Frame> frames = frames("sequence:how=random", 3);
        assertNotEquals(frames.get(0).sequence(), frames.get(1).sequence());
    }

    @Test
    void invalidSamplesSayThatTheyAreAndAreGarbage() {
        for (S1Frame frame : frames("invalidate", 20)) {
            assertEquals(0x02, frame.info());
            assertEquals(List.of(frame.u1(), frame.u1(), frame.i1()), List.of(frame.u2(), frame.u3(), frame.u1()));
            assertNotEquals(2837, frame.u1());
        }
    }

    private static List<S1Frame> frames(String fault, int telegrams) {
        return Struck.emissions(UserPort.S1, Known.s1(), fault, telegrams).stream()
                .map(Emission::octets)
                .map(octets -> S1Codec.decode(S1Layout.EMUCS_H_1_3, octets).get(0))
                .toList();
    }
}
