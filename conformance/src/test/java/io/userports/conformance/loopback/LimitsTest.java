package io.userports.conformance.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds of a fixed length, beside tables and beside the sums of Poisson themselves. */
class LimitsTest {
    @ParameterizedTest
    @CsvSource({"0.95, 2.99573", "0.99, 4.60517", "0.9, 2.30259"})
    void withoutErrorsItIsTheLogarithm(double confidence, double expected) {
        Limits limits = Limits.ofLength(1_000_000_000, 0, confidence);
        assertEquals(expected * 1e-9, limits.upper(), 1e-14);
        assertEquals(0, limits.lower());
    }

    /** Garwood 1936, as tables have it. */
    @ParameterizedTest
    @CsvSource({"1, 0.0513, 4.7439", "2, 0.3554, 6.2958", "5, 1.9701, 10.5130", "10, 5.4254, 16.9622"})
    void withErrorsItIsThatOfTheTables(long errors, double lower, double upper) {
        Limits limits = Limits.ofLength(1_000_000, errors, 0.95);
        assertEquals(lower * 1e-6, limits.lower(), 5e-11);
        assertEquals(upper * 1e-6, limits.upper(), 5e-11);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 17, 400, 100_000})
    void theSumsOfPoissonSayTheSame(long errors) {
        Limits limits = Limits.ofLength(1, errors, 0.99);
        Limits real = Limits.ofLength(1_000_000_000_000L, errors, 0.99);
        assertEquals(1, limits.upper());
        assertEquals(0.01, below(errors, real.upper() * 1e12), 1e-6);
        assertEquals(0.99, below(errors - 1, real.lower() * 1e12), 1e-6);
    }

    @Test
    void withoutBitsNothingIsKnown() {
        assertEquals(new Limits(0, 1), Limits.ofLength(0, 0, 0.95));
    }

    /** The probability of at most so many, summed up term by term. */
    private static double below(long most, double mean) {
        double logTerm = -mean;
        double sum = Math.exp(logTerm);
        for (long k = 1; k <= most; k++) {
            logTerm += Math.log(mean) - Math.log(k);
            sum += Math.exp(logTerm);
        }
        return sum;
    }
}
