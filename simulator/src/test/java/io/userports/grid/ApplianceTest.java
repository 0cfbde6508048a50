package io.userports.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The forms of currents against waveforms in time and against figures of an independent computation: 65536 points of each
 * waveform, cut to order 25. Where a text book sums all orders, its figure stands beside.
 */
final class ApplianceTest {
    private static final Spectrum MAINS = Spectrum.sine(1, 0);

    /** A spectrum by the fast Fourier transform of a waveform in time, so many samples that aliases do not show. */
    private static Spectrum transformed(DoubleUnaryOperator wave) {
        int samples = 1 << 16;
        double[] values = new double[samples];
        for (int i = 0; i < samples; i++) {
            values[i] = wave.applyAsDouble(2 * Math.PI * i / samples);
        }
        Complex[] bins = new FastFourierTransformer(DftNormalization.STANDARD).transform(values, TransformType.FORWARD);
        Spectrum spectrum = Spectrum.ZERO.with(0, bins[0].getReal() / samples, 0);
        for (int h = 1; h <= Spectrum.ORDERS; h++) {
            spectrum = spectrum.wave(h, -2 * bins[h].getImaginary() / samples, 2 * bins[h].getReal() / samples);
        }
        return spectrum;
    }

    private static void assertSame(Spectrum expected, Spectrum actual) {
        for (int h = 0; h <= Spectrum.ORDERS; h++) {
            assertEquals(0, expected.at(h).subtract(actual.at(h)).abs(), 1e-4, "order " + h);
        }
    }

    private static double thd(Spectrum spectrum) {
        double first = spectrum.at(1).abs();
        return Math.sqrt(spectrum.power(spectrum) - Math.pow(spectrum.at(0).abs(), 2) - first * first) / first;
    }

    private static double powerFactor(Spectrum current) {
        return MAINS.power(current) / (MAINS.rms() * current.rms());
    }

    private static double displacement(Spectrum current) {
        return Math.cos(current.at(1).getArgument());
    }

    private static double crest(Spectrum spectrum) {
        double[] channels = new double[Waves.CHANNELS];
        Waves waves = Waves.steady(Wiring.SINGLE_PHASE, Cycle.steady(1), List.of(MAINS), List.of(spectrum));
        double highest = 0;
        for (int i = 0; i < 20_000; i++) {
            waves.at(i / 20_000.0, Spectrum.ORDERS, channels);
            highest = Math.max(highest, Math.abs(channels[1]));
        }
        return highest / spectrum.rms();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 45, 90, 120, 135, 160})
    void aDimmerIsASineThatBeginsLate(int firing) {
        double begin = Math.toRadians(firing);
        assertSame(transformed(angle -> angle % Math.PI >= begin ? Math.sin(angle) : 0), Shapes.dimmer(begin));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 50, 60, 80})
    void aRectifierConductsAroundTheCrests(int conduction) {
        double width = Math.toRadians(conduction);
        assertSame(
                transformed(angle -> {
                    double fromCrest = angle % Math.PI - Math.PI / 2;
                    double pulse = Math.abs(fromCrest) <= width / 2 ? Math.cos(Math.PI * fromCrest / width) : 0;
                    return angle < Math.PI ? pulse : -pulse;
                }),
                Shapes.rectifier(width));
    }

    @Test
    void aHalfWaveHasDirectCurrentAndEvenHarmonics() {
        assertSame(transformed(angle -> Math.max(Math.sin(angle), 0)), Shapes.halfWave());
        Spectrum current = Appliance.HALF_WAVE.current(Spectrum.sine(230, 0), 400);
        // i = Ip max(sin θ, 0): DC Ip/π and P = U Ip / (2 √2)
        double crest = 400 * 2 * Math.sqrt(2) / 230;
        assertEquals(crest / Math.PI, current.at(0).getReal(), 1e-9);
        assertEquals(crest * 2 / (3 * Math.PI) / Math.sqrt(2), current.at(2).abs(), 1e-9);
        assertEquals(0, current.at(3).abs(), 1e-12);
        assertEquals(0.7071, powerFactor(current), 1e-4);
    }

    @Test
    void anIronCoreTakesPulsesToOneSide() {
        assertSame(transformed(angle -> Math.pow(Math.sin(angle / 2), 4)), Shapes.saturation());
    }

    /** Current and power in parts of those without a dimmer; the sums over all orders are 65.1 %, 25.9 %, … */
    @ParameterizedTest
    @CsvSource({
        // firing, current, of all orders, power, THD to 25, of all orders, DPF, PF to 25, of all orders
        " 45, 0.95145, 0.954, 0.909, 0.2503, 0.259, 0.985, 0.9555, 0.954",
        " 90, 0.70155, 0.707, 0.500, 0.6332, 0.651, 0.844, 0.7127, 0.707",
        "120, 0.43549, 0.442, 0.196, 0.9958, 1.026, 0.634, 0.4490, 0.442",
        "135, 0.29486, 0.301, 0.091, 1.2605, 1.306, 0.496, 0.3081, 0.301"
    })
    void aDimmerHasTheFiguresOfItsFormulas(
            int firing,
            double rms,
            double allRms,
            double power,
            double thd,
            double allThd,
            double dpf,
            double pf,
            double allPf) {
        Spectrum current = Shapes.dimmer(Math.toRadians(firing));
        Spectrum undimmed = Spectrum.ZERO.wave(1, 1, 0);
        assertEquals(rms, current.rms() / undimmed.rms(), 1e-4);
        assertEquals(power, MAINS.power(current) / MAINS.power(undimmed), 5e-4);
        assertEquals(thd, thd(current), 1e-4);
        assertEquals(dpf, displacement(current), 5e-4);
        assertEquals(pf, powerFactor(current), 1e-4);
        // What order 25 leaves out, from the closed form of the RMS.
        double a = Math.toRadians(firing);
        double all = Math.sqrt(1 - a / Math.PI + Math.sin(2 * a) / (2 * Math.PI));
        assertEquals(allRms, all, 6e-4);
        double first = current.at(1).abs() * Math.sqrt(2);
        assertEquals(allThd, Math.sqrt(all * all - first * first) / first, 1e-3);
        assertEquals(allPf, power / all, 2e-3);
    }

    /** Harmonics in parts of the fundamental, with their sign at the crest. */
    @ParameterizedTest
    @CsvSource({
        "40, 1.3559, 2.982, 0.5936, 0.910,  0.749,  0.546,  0.337,  0.156,  0.024",
        "50, 1.1408, 2.705, 0.6592, 0.862,  0.629,  0.365,  0.137, -0.011, -0.069",
        "60, 0.9743, 2.439, 0.7163, 0.806,  0.500,  0.200,  0.000, -0.071, -0.050",
        "80, 0.7231, 2.126, 0.8103, 0.673,  0.250, -0.021, -0.070, -0.008,  0.030"
    })
    void aRectifierHasTheFiguresOfItsPulse(
            int conduction,
            double thd,
            double crest,
            double pf,
            double h3,
            double h5,
            double h7,
            double h9,
            double h11,
            double h13) {
        Spectrum current = Shapes.rectifier(Math.toRadians(conduction));
        assertEquals(thd, thd(current), 1e-4);
        assertEquals(crest, crest(current), 1e-3);
        assertEquals(pf, powerFactor(current), 1e-4);
        double[] expected = {h3, h5, h7, h9, h11, h13};
        for (int i = 0; i < expected.length; i++) {
            int h = 3 + 2 * i;
            // sin(h · 90°) is 1 for h = 1, 5, 9, … and -1 for the others
            double atCrest = current.at(h).getReal() * (h % 4 == 1 ? 1 : -1);
            assertEquals(expected[i], atCrest / current.at(1).getReal(), 6e-4, "order " + h);
        }
    }

    /** The bands that are typical of a kind. */
    @Test
    void everyKindKeepsWithinItsBands() {
        between(40, -angle(Appliance.MOTOR), 55);
        between(0.05, harmonic(Appliance.MOTOR, 3), 0.12);
        between(10, -angle(Appliance.UNIVERSAL_MOTOR), 20);
        between(0.10, harmonic(Appliance.UNIVERSAL_MOTOR, 3), 0.25);
        for (Appliance nearlySine :
                List.of(Appliance.PFC, Appliance.CHARGER, Appliance.INVERTER, Appliance.INDUCTION)) {
            between(0.03, thd(current(nearlySine)), 0.10);
            between(0.98, powerFactor(current(nearlySine)), 1);
        }
        between(0.20, harmonic(Appliance.MICROWAVE, 3), 0.35);
        between(0.10, harmonic(Appliance.MICROWAVE, 5), 0.15);
        between(0.01, harmonic(Appliance.MICROWAVE, 2), 0.20);
        between(0.40, powerFactor(current(Appliance.LED)), 0.60);
        between(20, angle(Appliance.LED), 90);
        between(0, thd(current(Appliance.PV)), 0.05);
        between(0.99, -powerFactor(Appliance.PV.current(MAINS, -3000)), 1);
        assertEquals(Spectrum.sine(740, 0), Appliance.RESISTIVE.current(MAINS, 740));
        assertEquals(Spectrum.sine(740, 0), Appliance.INCANDESCENT.current(MAINS, 740));
    }

    /** How many times the crest of the usual current is reached in the first second, at most. */
    @Test
    void whatComesOnTopAtFirstHasTheSizeOfItsKind() {
        Map<Appliance, double[]> bands = Map.of(
                Appliance.RESISTIVE, new double[] {0.999, 1.001},
                Appliance.INCANDESCENT, new double[] {8, 12},
                Appliance.MOTOR, new double[] {4, 7},
                Appliance.PFC, new double[] {0.999, 1.001},
                Appliance.CHARGER, new double[] {0.9, 1},
                Appliance.MICROWAVE, new double[] {5, 10});
        bands.forEach((kind, band) -> {
            double usual = crest(current(kind)) * current(kind).rms();
            between(band[0], highest(kind, 0, 1) / usual, band[1]);
        });
    }

    @Test
    void thirtyAmperesChargeACapacitorWithinFiveMilliseconds() {
        double usual = crest(current(Appliance.ELECTRONICS))
                * current(Appliance.ELECTRONICS).rms();
        between(20, highest(Appliance.ELECTRONICS, 0, 1), 40);
        between(0, highest(Appliance.ELECTRONICS, 0.010, 1), usual + 0.1);
    }

    @Test
    void anIronCoreSwitchedOnAtACrestDoesNotSaturate() {
        Surge surge = Appliance.MICROWAVE.surges().get(0);
        Spectrum usual = Spectrum.sine(5, 0);
        assertEquals(0, surge.onset().current(MAINS, usual, Math.PI / 2).rms(), 1e-12);
        assertEquals(
                10 * 5 * Math.sqrt(2) * 3 / 8,
                surge.onset().current(MAINS, usual, 0).at(0).getReal(),
                1e-9);
        assertEquals(
                -10 * 5 * Math.sqrt(2) * 3 / 8,
                surge.onset().current(MAINS, usual, Math.PI).at(0).getReal(),
                1e-9);
    }

    /** Of 1150 W at 230 V, switched on 5 ms into the second at its own angle, the highest from {@code after} on. */
    private static double highest(Appliance kind, double after, double until) {
        Conductors conductors = new Conductors(Wiring.SINGLE_PHASE, List.of(Spectrum.sine(230, 0)));
        double angle = Math.toRadians(kind.switchAngle());
        double onset = Cycle.steady(50).secondsAfter(angle);
        List<Stretch> stretches = new ArrayList<>();
        Span span = Span.of(onset, Double.POSITIVE_INFINITY);
        stretches.add(Stretch.throughout(conductors.voltages(), conductors.still()));
        stretches.add(
                new Stretch(span, conductors.still(), conductors.currents(Tap.L1, t -> kind.current(kind, t, 1150))));
        for (Surge surge : kind.surges()) {
            stretches.add(new Stretch(
                    span.fading(onset, surge.seconds()),
                    conductors.still(),
                    conductors.currents(Tap.L1, t -> surge.current(t, kind.current(kind, t, 1150), angle))));
        }
        Waves waves = Waves.of(Wiring.SINGLE_PHASE, Cycle.steady(50), stretches);
        double[] channels = new double[Waves.CHANNELS];
        double highest = 0;
        for (int i = 0; i < 40_000; i++) {
            double seconds = i / 40_000.0;
            if (seconds >= onset + after && seconds < until) {
                waves.at(seconds, Spectrum.ORDERS, channels);
                highest = Math.max(highest, Math.abs(channels[1]));
            }
        }
        return highest;
    }

    private static Spectrum current(Appliance kind) {
        return kind.current(Spectrum.sine(230, 0), 1150);
    }

    private static double angle(Appliance kind) {
        return Math.toDegrees(current(kind).at(1).getArgument());
    }

    private static double harmonic(Appliance kind, int order) {
        return current(kind).at(order).abs() / current(kind).at(1).abs();
    }

    private static void between(double least, double value, double most) {
        assertTrue(value >= least - 1e-9 && value <= most + 1e-9, value + " is not " + least + " to " + most);
    }
}
