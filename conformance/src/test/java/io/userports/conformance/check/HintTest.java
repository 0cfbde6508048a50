package io.userports.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Quantity;
import io.userports.link.Ledger;
import io.userports.p1.DataObject;
import io.userports.p1.P1Codec;
import io.userports.p1.Telegram;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HintTest {
    private static final SentTelegram BEFORE = sent(6, "1-0:1.7.0(00.334*kW)");
    private static final SentTelegram REJECTED = sent(5, "1-0:1.7.0(00.299*kW)");

    private static final SentTelegram TELEGRAM = sent(
            7,
            "0-0:1.0.0(260115120007W)",
            "1-0:1.7.0(00.371*kW)",
            "1-0:2.7.0(00.000*kW)",
            "1-0:21.7.0(00.156*kW)",
            "1-0:31.7.0(002.72*A)",
            "0-0:96.3.10(2)",
            "0-1:24.1.0(003)",
            "0-1:24.4.0(1)",
            "0-1:24.2.3(260115115521W)(08538.167*m3)",
            "0-2:24.1.0(007)",
            "0-2:24.2.1(260115115538W)(00302.118*m3)");

    private static final Evidence EVIDENCE =
            new Evidence(List.of(BEFORE, TELEGRAM), List.of(REJECTED), List.of(), 0, Display.EXACT);

    private static SentTelegram sent(long number, String... lines) {
        byte[] octets = P1Codec.encode(
                new Telegram("FLU5\\1_A", Stream.of(lines).map(DataObject::of).toList()));
        Ledger.Entry entry = new Ledger.Entry(
                number, UserPort.P1, Instant.EPOCH.plusSeconds(number), octets, 0, 0, 0, Ledger.Fate.LEFT);
        return SentTelegram.of(octets, entry, entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heat          | 0                    | a value that is not there is no zero",
                "power-import  | 00.371 KW            | no decimal number in kW or a stated multiple of it",
                "gas-volume    | 302.118              | equals the reading of the other sub-meter: a channel was taken for"
                        + " a device type",
                "power-import  | 371                  | a thousand times the value: the unit is another one",
                "power-import  | 0.000371             | a thousandth of the value: the unit is another one",
                "current-l1    | 2                    | equals the value without its decimals",
                "meter-time    | 2026-01-15T12:00:07Z | whole hours off: civil time was taken for UTC, or S for W",
                "power-import  | 0.334                | equals the value of telegram 6",
                "power-import  | 0.299                | 'equals the value of telegram 5, whose CRC is wrong or missing'",
                "power-import  | 0.156                | equals power-import-l1 of that telegram",
                "power-import  | 0.4                  | ''",
                "breaker       | connected            | ''",
            })
    void aWrongValueTellsWhereItMayComeFrom(String slug, String was, String hint) {
        Quantity quantity = Quantity.bySlug(slug).orElseThrow();
        assertEquals(
                hint,
                Hint.of(quantity, was, TELEGRAM, List.of(BEFORE, TELEGRAM), EVIDENCE)
                        .orElse(""));
    }
}
