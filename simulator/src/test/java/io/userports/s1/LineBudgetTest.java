package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.wire.LineRate;
import io.userports.yaml.InputException;
import org.junit.jupiter.api.Test;

/** What fits on a line, and what is said of what does not. */
final class LineBudgetTest {
    private static String refused(LineRate line, String sampling) {
        LineBudget budget = LineBudget.of(line, S1Layout.EMUCS_H_1_3);
        return assertThrows(IllegalArgumentException.class, () -> budget.check(Sampling.parse(sampling)))
                .getMessage();
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsArithmetic() {
        assertEquals(
                "4000 Hz × 450 bit = 1.80 Mbit/s does not fit 1.50 Mbit/s; at most 3333 Hz, or --bit-rate 2000000",
                refused(LineRate.S1, "4000"));
        assertEquals(
                "80/period × 52 Hz × 450 bit = 1.87 Mbit/s does not fit 1.50 Mbit/s; at most 64/period, or --bit-rate"
                        + " 2000000",
                refused(LineRate.S1, "80/period"));
        assertEquals(
                "2600 Hz × 450 bit = 1.17 Mbit/s does not fit 0.12 Mbit/s; no sample rate fits; take --bit-rate 1500000",
                refused(LineRate.P1, "2600"));
        assertEquals(
                "4000 Hz × 450 bit = 1.80 Mbit/s does not fit 0.90 Mbit/s; no sample rate fits; take --bit-rate 2000000",
                refused(new LineRate(899_999), "4000"));
        assertEquals(
                "40/period × 52 Hz × 450 bit = 0.94 Mbit/s does not fit 0.90 Mbit/s; at most 2000 Hz, or --bit-rate"
                        + " 1500000",
                refused(new LineRate(900_000), "40/period"));
    }

    @Test
    void theLineOfTheBrochureCarriesUpTo3333TelegramsASecondAndThatOfEmucsAllThereAre() {
        LineBudget brochure = LineBudget.of(LineRate.S1, S1Layout.EMUCS_H_1_3);
        LineBudget emucs = LineBudget.of(LineRate.S1_EMUCS, S1Layout.EMUCS_H_1_3);
        assertDoesNotThrow(() -> brochure.check(Sampling.FIRST_GENERATION));
        assertDoesNotThrow(() -> brochure.check(Sampling.parse("3300")));
        assertDoesNotThrow(() -> brochure.check(Sampling.parse("64/period")));
        assertDoesNotThrow(() -> emucs.check(Sampling.parse("4200")));
        assertDoesNotThrow(() -> emucs.check(Sampling.parse("80/period")));
    }

    @Test
    void aRateThatS1CannotTellIsRefused() {
        assertEquals(
                "4300 Hz is no sample rate of S1; allowed: 2000 to 4200 Hz in steps of 100 Hz (the field counts hundreds)",
                message("4300"));
        assertEquals(
                "2650 Hz is no sample rate of S1; allowed: 2000 to 4200 Hz in steps of 100 Hz (the field counts hundreds)",
                message("2650"));
        assertEquals(
                "1900 Hz is no sample rate of S1; allowed: 2000 to 4200 Hz in steps of 100 Hz (the field counts hundreds)",
                message("1900"));
        assertEquals("39/period is no sample rate of S1; allowed: 40/period to 80/period", message("39/period"));
        assertEquals("81/period is no sample rate of S1; allowed: 40/period to 80/period", message("81/period"));
        assertEquals(
                "'fast' is no sample rate; write samples a second like 2600, samples a period like 52/period, or"
                        + " first-generation (52/period), slowest (2000 Hz), fastest (4000 Hz)",
                message("fast"));
    }

    @Test
    void theRatesOfTheBrochureHaveNamesThatTheComplaintTells() {
        assertEquals(new Sampling.PerPeriod(52), Sampling.parse("first-generation"));
        assertEquals(new Sampling.PerSecond(2000), Sampling.parse("slowest"));
        assertEquals(new Sampling.PerSecond(4000), Sampling.parse("fastest"));
        Sampling.NAMED.forEach(
                (name, sampling) -> assertTrue(message("fast").contains(name + " (" + sampling + ")"), name));
    }

    private static String message(String text) {
        return assertThrows(InputException.class, () -> Sampling.parse(text)).getMessage();
    }
}
