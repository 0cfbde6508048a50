package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.s1.FrameKind;
import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What each fault makes of the telegram that is printed in e-MUCS H 1.3 §4.3; every FCS comes from another program. */
final class SampleFaultTest {
    private static final String PRINTED =
            "7e802bff0300000000000000000000000000000a34c3bb0f0b150005fa00000000000000000000000000c5b27e";

    private static String after(SampleFault fault) {
        byte[] telegram = octets(PRINTED);
        String after = HexFormat.of().formatHex(fault.apply(telegram, new SplittableRandom(1)));
        assertArrayEquals(octets(PRINTED), telegram, "the telegram itself stays as it is");
        return after;
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static FrameKind kind(String hex) {
        return S1View.of(S1Layout.EMUCS_H_1_3).kindOf(octets(hex));
    }

    @Test
    void aLostTelegramLeavesNothing() {
        assertEquals("", after(new SampleFault.Lose()));
    }

    @Test
    void aBeheadedTelegramHasOneWrongOctetInPlaceOfItsFirst() {
        assertEquals(
                "00" + "00000000000000000000000000000a34c3bb0f0b150005fa00000000000000000000000000c5b27e",
                after(new SampleFault.Behead(5)));
        assertEquals("007e", after(new SampleFault.Behead(44)));
        assertEquals("00", after(new SampleFault.Behead(100)));
        assertThrows(IllegalArgumentException.class, () -> new SampleFault.Behead(0));
    }

    @Test
    void aFlippedBitChangesTheCurrentUnderTheSameFcs() {
        String after = after(new SampleFault.FlipBit());
        assertEquals(
                "7e802bff0300000000000000000000000000000a34c3bb0f0b154005fa00000000000000000000000000c5b27e", after);
        assertEquals(FrameKind.WRONG_FCS, kind(after));
    }

    @Test
    void invalidSamplesAreGarbageWithTheirBitClearedUnderARightFcs() {
        String after = after(new SampleFault.Invalidate());
        assertEquals(
                "7e802bff0300000000000000000000000000000234c3bb0fbd4effbd4ebd4effbd4ebd4effbd4e000000e3d47e", after);
        assertEquals(FrameKind.TELEGRAM, kind(after));
    }

    @Test
    void saturatedSamplesStandAtTheLimitsWithTheSignOfTheVoltageOfL1() {
        assertEquals(
                "7e802bff0300000000000000000000000000000a34c3bb0f7fff7fffff7fff7fffff7fff7fffff00000097837e",
                after(new SampleFault.Saturate()));
    }

    @Test
    void anImitatedTelegramSaysWhatAnotherDoesUnderItsOwnIdAndNumber() {
        S1Frame other = S1Codec.decode(
                        S1Layout.EMUCS_H_1_3,
                        octets(
                                "7e802bff0331534147333130303030303737370d1ac31e002328003039e4a8feee90fb500009c400000021527e"))
                .get(0);
        assertEquals(
                "7e802bff0300000000000000000000000000000d1ac31e0f2328003039e4a8feee90fb500009c400000041217e",
                after(new SampleFault.Imitate(other)));
    }

    @Test
    void anotherLayoutHasItsVersionItsOrderAndARightFcs() {
        assertEquals(
                "7e802fff0300000000000000000000000000002a34c3bb0f0b150005fa000000000000000000000000000000000fc9667e",
                after(new SampleFault.Relayout(S1Layout.LONGER)));
        assertEquals(
                "7e802bff0300000000000000000000000000006a0b150005fa000000000000000000000000000fc3bb343e9b7e",
                after(new SampleFault.Relayout(S1Layout.REORDERED)));
        String sample = "0b150005fa" + "00".repeat(13);
        assertEquals(
                "7e80cdff03" + "00".repeat(14) + "4a34c3bb0f" + sample.repeat(10) + "425a7e",
                after(new SampleFault.Relayout(S1Layout.BATCHED)));
    }

    @Test
    void otherOctetsComeBeforeAWholeTelegram() {
        assertEquals("7e7d00" + PRINTED, after(new SampleFault.Precede(octets("7e7d00"))));
    }
}
