package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How faults are written, when they strike, and which are refused. */
final class DisturbancesTest {
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", value = {
        "wrong-crc | 0 1 2 3 4 5 6 7 8 9 10 11",
        "wrong-crc:every=1 | 0 1 2 3 4 5 6 7 8 9 10 11",
        "wrong-crc:every=5 | 4 9",
        "wrong-crc:every=5,after=2 | 6 11",
        "wrong-crc:after=9 | 9 10 11",
        "wrong-crc:times=2 | 0 1",
        "wrong-crc:every=3,after=1,times=2 | 3 6",
        "wrong-crc: every = 5 , port = p1 | 4 9",
        "wrong-crc:every=100 | ''",
        "wrong-crc:share=0 | ''",
        "wrong-crc:share=100 % | 0 1 2 3 4 5 6 7 8 9 10 11",
    })
    // spotless:on
    void aFaultStrikesWhenItIsToldTo(String fault, String telegrams) {
        List<Emission> emissions = Struck.emissions(UserPort.P1, Known.p1(), fault, 12);
        assertEquals(
                telegrams,
                String.join(
                        " ",
                        IntStream.range(0, 12)
                                .filter(n -> !Known.P1.equals(
                                        Known.text(emissions.get(n).octets())))
                                .mapToObj(String::valueOf)
                                .toList()));
        emissions.forEach(emission -> assertEquals(
                Known.P1.equals(Known.text(emission.octets())) ? List.of() : List.of("wrong-crc"), emission.faults()));
    }

    @Test
    void aShareIsThatShareOfTheTelegrams() {
        long struck = Struck.emissions(UserPort.P1, Known.p1(), "wrong-crc:share=0.889", 10_000).stream()
                .filter(emission -> !emission.faults().isEmpty())
                .count();
        // five standard deviations
        assertEquals(8890, struck, 5 * Math.sqrt(10_000 * 0.889 * 0.111));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', value = {
        "wrong-crcs | 'wrong-crcs' is no fault; near it are wrong-bit-rate, wrong-digit, wrong-crc, wrong-fcs; userports faults lists all",
        "xyz | 'xyz' is no fault; userports faults lists all",
        "every=10 | 'every=10' is no fault; write its name, a colon and its parameters, like wrong-crc:every=10",
        "wrong-crc:10 | '10' is no parameter; write NAME:key=value,key=value, like wrong-crc:every=10",
        "wrong-crc: | '' is no parameter; write NAME:key=value,key=value, like wrong-crc:every=10",
        "wrong-crc:every=2,every=3 | 'every=3' is given twice",
        "wrong-crc:evry=2 | wrong-crc: 'evry' is no parameter of it; known are every, after, times, share, port",
        "short-crc:digit=2 | short-crc: 'digit' is no parameter of it; known are digits, every, after, times, share, port",
        "wrong-crc:every=0 | wrong-crc: every: '0' is less than 1, a number of telegrams",
        "wrong-crc:after=-1 | wrong-crc: after: '-1' is less than 0, a number of telegrams",
        "wrong-crc:times=x | wrong-crc: times: 'x' is no whole number of up to nine digits",
        "wrong-crc:share=2 | wrong-crc: share: a share is from 0 to 1, or 0 % to 100 %",
        "wrong-crc:share=lots | wrong-crc: share: 'lots' is no share; write it like 0.01, 1e-4 or 1 %",
        "wrong-crc:port=s1 | wrong-crc: port: wrong-crc cannot strike S1; it is a fault of p1",
        "wrong-fcs:port=p2 | wrong-fcs: port: 'p2' is neither p1 nor s1",
        "bit-flip | bit-flip: rate is missing: which part of all bits, like 1e-4 or 0.1 %",
        "bit-flip-at:octet=1,bit=8 | bit-flip-at: an octet has bits 0 to 7, not 8",
        "remove-object:object=1.7.0 | remove-object: object: '1.7.0' is no OBIS code; write it like 1-0:1.7.0, each number 0 to 255",
        "octets-added:octets=7 | octets-added: octets: '7' are no octets; write two hexadecimal digits for each, like 7E802B, at most 16384",
        "other-crc:of=arc | other-crc: arc is the right one of P1",
        "other-crc:of=crc32 | other-crc: of: 'crc32' is none of modbus, x25, kermit, mcrf4xx, xmodem, ccitt-false, arc, unreflected",
        "wrong-bit-rate:inverted=yes | wrong-bit-rate: inverted: 'yes' is neither true nor false",
        "delay:by=2 s | delay: '2 s' is not 0 to 800 ms",
        "set-field:field=u4,to=1 | set-field: 'u4' is no number in a telegram; there are [info, rate, frequency, seq, u1, i1, u2, i2, u3, i3, iN]",
        "add-object:object=x,place=before | add-object: say beside which object, like beside=1-0:1.7.0",
    })
    // spotless:on
    void whatCannotBeReadIsRefusedWithWhatIsAllowed(String text, String message) {
        assertEquals(
                message,
                assertThrows(InputException.class, () -> Disturbances.parse(text))
                        .getMessage());
    }

    @Test
    void aFileWritesTheSameAsKeys() {
        assertEquals(
                Disturbances.parse("bit-flip:rate=1e-4,port=p1"),
                Disturbances.of(Map.of("fault", "bit-flip", "rate", "1e-4", "port", "p1")));
        assertEquals(
                "fault is missing: the name of one that userports faults lists",
                assertThrows(InputException.class, () -> Disturbances.of(Map.of("every", "2")))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set-value:object=1-0:1.7.0,to=00.000*kW + wrong-crc",
                "wrong-crc + bit-flip:rate=1e-4",
                "lose:every=2 + wrong-crc:every=2,after=1",
                "truncate-at:octet=20,every=6 + set-value:object=1-0:1.7.0,to=x,every=4,after=1",
                "wrong-fcs + wrong-crc",
                "bit-flip:rate=1,port=s1 + wrong-crc",
                "delay:by=10ms + wrong-crc",
                "again + wrong-crc",
                "add-object:object=1-0:9.9.9(1) + remove-object:object=1-0:9.9.9",
                "truncate-at:octet=20,share=0.1 + bit-flip-at:octet=100,bit=1",
                "stall:at=20 + bit-flip-at:octet=100,bit=1",
                "lose:port=p1 + octets-lost"
            })
    void faultsThatLeaveEachOtherWhatTheyNeedAreAllowed(String faults) {
        assertDoesNotThrow(() -> check(faults));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", value = {
        "bit-flip:rate=1e-9 + wrong-crc | wrong-crc: it needs a whole telegram, and bit-flip before it may leave none; write wrong-crc first, or have them strike different telegrams (every, after)",
        "wrong-crc + no-footer | no-footer: it needs a whole telegram, and wrong-crc before it may leave none; write no-footer first, or have them strike different telegrams (every, after)",
        "slices + no-crc | no-crc: it needs a whole telegram, and slices before it may leave none; write no-crc first, or have them strike different telegrams (every, after)",
        "lose:every=2 + wrong-crc:every=3 | wrong-crc: it needs a whole telegram, and lose before it may leave none; write wrong-crc first, or have them strike different telegrams (every, after)",
        "m05 + m06 | wrong-crc: it needs a whole telegram, and bang-inside before it may leave none; write wrong-crc first, or have them strike different telegrams (every, after)",
        "remove-object:object=1-0:1.7.0 + no-unit:object=1-0:1.7.0 | no-unit: the telegram has no object 1-0:1.7.0; it has [0-0:96.1.4, 0-0:1.0.0, 1-0:1.8.1, 1-0:2.8.1, 0-0:96.13.0, 0-1:24.1.0, 0-1:24.2.3]",
        "set-value:object=1-0:1.7.0,to=1,group=2 | set-value: '1-0:1.7.0(01.193*kW)' has no group 2; count them from 1",
        "bit-flip-at:octet=5000,bit=0 | bit-flip-at: there is no octet 5000 in a telegram of 222",
        "begin-at:octet=-300 | begin-at: there is no octet -300 in a telegram of 222",
        "grow:to=100 | grow: a telegram of 222 octets cannot be brought to 100 by whole objects",
        "slices:octets=1,pause=800ms | slices: a telegram of 222 octets would take 176 s; at most 10 s, so ask for fewer or shorter pauses",
    })
    // spotless:on
    void aFaultThatCannotStrikeIsRefusedByItsName(String faults, String message) {
        assertEquals(
                message, assertThrows(InputException.class, () -> check(faults)).getMessage());
    }

    @Test
    void aFaultThatFindsNoLongerWhatItNeedsLeavesTheTelegramAlone() {
        Disturber disturber =
                Struck.disturber(UserPort.P1, 1, "no-unit:object=1-0:1.7.0 + bit-flip-at:octet=200,bit=0");
        Emission other = new Emission(
                Struck.NOON,
                UserPort.P1,
                Known.P1_BODY.substring(0, 100).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(List.of(other), disturber.strike(other));
        assertEquals(
                List.of("no-unit", "bit-flip-at"),
                disturber
                        .strike(new Emission(Struck.NOON.plusSeconds(1), UserPort.P1, Known.p1()))
                        .get(0)
                        .faults());
    }

    /** The part that is another one, and no other. */
    @Test
    void thePartThatIsStruckIsMarked() {
        assertEquals(
                List.of(List.of("stall"), List.of("bit-flip-at")),
                Struck.emissions(UserPort.P1, Known.p1(), "stall:at=20 + bit-flip-at:octet=100,bit=1", 1).stream()
                        .map(Emission::faults)
                        .toList());
    }

    private static void check(String faults) {
        Struck.parsed(faults).check(new Emission(Struck.NOON, UserPort.P1, Known.p1()));
    }
}
