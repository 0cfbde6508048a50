package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class P1SequenceTest {
    private static final String FIRST = Samples.text(Samples.THREE_PHASES).replace("0115120000W", "0115120500W");

    private static String at(String time) {
        return FIRST.replace("260115120500W", time);
    }

    private static List<String> after(String first, String... others) {
        P1Sequence sequence = new P1Sequence();
        DecodedTelegram last = sequence.after(Samples.decode(Samples.sealed(first)));
        for (String other : others) {
            last = sequence.after(Samples.decode(Samples.sealed(other)));
        }
        return Samples.findings(last);
    }

    @Test
    void aSecondATelegramIsAsItShouldBe() {
        assertEquals(List.of(), after(FIRST, at("260115120501W"), at("260115120502W")));
    }

    @Test
    void aSecondRepeatedOrSkippedIsAWarning() {
        assertEquals(
                List.of("R19 warning 5/82 found 0 s after the telegram before, allowed is 1 s"), after(FIRST, FIRST));
        assertEquals(
                List.of("R19 warning 5/82 found 2 s after the telegram before, allowed is 1 s"),
                after(FIRST, at("260115120502W")));
    }

    @Test
    void aTimeThatRunsBackwardsIsAnError() {
        assertEquals(
                List.of("R19 error 5/82 found -1 s after the telegram before, allowed is 1 s"),
                after(FIRST, at("260115120459W")));
    }

    @Test
    void theHourThatIsRepeatedInAutumnIsNoStepBack() {
        assertEquals(List.of(), after(at("261025025959S"), at("261025020000W")));
    }

    @Test
    void aRegisterNeverFallsExceptWhenItRollsOver() {
        String less = at("260115120501W").replace("004417.052", "004417.051");
        assertEquals(
                List.of("R20 error 6/108 found 004417.051*kWh after 004417.052*kWh, allowed is a register that never"
                        + " falls"),
                after(FIRST, less));
        String full = FIRST.replace("004417.052", "999999.999");
        String rolled = at("260115120501W").replace("004417.052", "000000.001");
        assertEquals(List.of(), after(full, rolled));
    }

    @Test
    void theDemandClimbsWithinAQuarterAndFallsWithTheNext() {
        String high = FIRST.replace("1.4.0(00.000", "1.4.0(00.118");
        assertEquals(
                List.of("R20 error 11/235 found 00.000*kW after 00.118*kW, allowed is a demand that climbs within a"
                        + " quarter of an hour"),
                after(high, at("260115120501W")));
        String end = high.replace("260115120500W", "260115121459W");
        assertEquals(List.of(), after(end, at("260115121500W")));
        String late = high.replace("260115120500W", "260115121500W");
        assertEquals(List.of(), after(late, at("260115121501W")));
    }

    @Test
    void powerFlowsOneWayAtATime() {
        assertEquals(
                List.of("R20 error 15/435 found 466 W imported and 5 W exported at once, allowed is one of both zero"),
                after(FIRST.replace("1.7.0(00.461", "1.7.0(00.466")
                        .replace("2.7.0(00.000*kW)\r\n1-0:21", "2.7.0(00.005*kW)\r\n1-0:21")));
    }

    @Test
    void aTelegramWithAWrongChecksumDoesNotCount() {
        P1Sequence sequence = new P1Sequence();
        sequence.after(Samples.decode(Samples.sealed(FIRST)));
        sequence.after(Samples.decode(at("260115130000W").replace("004417.052", "904417.052")));
        assertEquals(List.of(), Samples.findings(sequence.after(Samples.decode(Samples.sealed(at("260115120501W"))))));
    }

    @Test
    void anotherMeterBeginsAnotherSequence() {
        String other =
                at("250115120500W").replace("\\123456789_A", "\\987654321_A").replace("004417", "000001");
        assertEquals(List.of(), after(FIRST, other));
    }
}
