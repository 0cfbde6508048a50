package io.userports.grid;

/**
 * Currents that are defined in time, as Fourier sums; angles in radians, 0 where the voltage rises through zero. What lies
 * above the highest order is left out, so that no edge aliases.
 */
final class Shapes {
    private Shapes() {}

    /**
     * A rectifier into a capacitor: pulses cos(πx/g) of height 1 around each crest, for the conduction angle g.
     *
     * <p>a<sub>h</sub> = (4/g) cos(hg/2) / ((π/g)² - h²), odd orders only; its limit is g/π where h = π/g.
     */
    static Spectrum rectifier(double conduction) {
        double pole = Math.PI / conduction;
        Spectrum spectrum = Spectrum.ZERO;
        for (int h = 1; h <= Spectrum.ORDERS; h += 2) {
            double amplitude = Math.abs(pole - h) < 1e-9
                    ? conduction / Math.PI
                    : 4 / conduction * Math.cos(h * conduction / 2) / (pole * pole - h * h);
            // cos(h(θ - 90°)) = cos(h·90°) cos hθ + sin(h·90°) sin hθ, and cos(h·90°) = 0 for odd h
            spectrum = spectrum.wave(h, h % 4 == 1 ? amplitude : -amplitude, 0);
        }
        return spectrum;
    }

    /** A phase-angle dimmer: a sine of height 1 that begins {@code firing} after each zero. */
    static Spectrum dimmer(double firing) {
        double a = firing;
        Spectrum spectrum = Spectrum.ZERO.wave(
                1, (2 * (Math.PI - a) + Math.sin(2 * a)) / (2 * Math.PI), (Math.cos(2 * a) - 1) / (2 * Math.PI));
        for (int h = 3; h <= Spectrum.ORDERS; h += 2) {
            double sine = Math.sin((h + 1) * a) / (h + 1) - Math.sin((h - 1) * a) / (h - 1);
            double cosine = (Math.cos((h + 1) * a) - 1) / (h + 1) - (Math.cos((h - 1) * a) - 1) / (h - 1);
            spectrum = spectrum.wave(h, sine / Math.PI, cosine / Math.PI);
        }
        return spectrum;
    }

    /** The positive half waves of a sine of height 1: 1/π + sin θ / 2 - (2/π) Σ cos hθ / (h² - 1), even h. */
    static Spectrum halfWave() {
        Spectrum spectrum = Spectrum.ZERO.with(0, 1 / Math.PI, 0).wave(1, 0.5, 0);
        for (int h = 2; h <= Spectrum.ORDERS; h += 2) {
            spectrum = spectrum.wave(h, 0, -2 / (Math.PI * (h * h - 1)));
        }
        return spectrum;
    }

    /** Pulses sin⁴(θ/2) of height 1, all to one side: what an iron core takes that is driven into saturation. */
    static Spectrum saturation() {
        return Spectrum.ZERO.with(0, 3.0 / 8, 0).wave(1, 0, -1.0 / 2).wave(2, 0, 1.0 / 8);
    }
}
