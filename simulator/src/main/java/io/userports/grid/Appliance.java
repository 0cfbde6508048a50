package io.userports.grid;

/** How the current of a load is shaped, for any power. Harmonics are typical of the kind, not of a product. */
public enum Appliance {
    /** Heaters and kettles: the current has the form of the voltage. */
    RESISTIVE("resistive", Spectrum.sine(1, 0)) {
        @Override
        Spectrum current(Spectrum voltage, double watts) {
            return voltage.times(watts / voltage.power(voltage));
        }
    },
    /** Supplies with a rectifier and a capacitor that conduct for 60 degrees around each crest. */
    ELECTRONICS("electronics", rectifier(Math.toRadians(60))),
    /** Compressors and pumps: the current lags. */
    MOTOR("motor", Spectrum.sine(1, Math.toRadians(-48)).with(3, 0.08, Math.toRadians(-20))),
    /** Car chargers, inverters of heat pumps and of panels: nearly a sine. */
    INVERTER(
            "inverter",
            Spectrum.sine(1, 0).with(3, 0.03, 0.4).with(5, 0.02, 2.1).with(7, 0.01, 1.2));

    private final String label;
    private final Spectrum shape;

    Appliance(String label, Spectrum shape) {
        this.label = label;
        this.shape = shape;
    }

    /** {@return the current in amperes with which this load takes {@code watts} (negative: gives) from {@code voltage}} */
    Spectrum current(Spectrum voltage, double watts) {
        Spectrum aligned = shape.leadingBy(voltage.at(1).getArgument());
        return aligned.times(watts / voltage.power(aligned));
    }

    /** {@return what it draws on top when it is switched on} */
    Surge surge() {
        return Surge.NONE;
    }

    /** {@return the angle of its voltage, in radians, at which it is switched on and off} */
    double switchAngle() {
        return 0;
    }

    @Override
    public String toString() {
        return label;
    }

    /** A pulse cos(πx/g) around the crest: a_h = (4/g) cos(hg/2) / ((π/g)² - h²), odd orders only. */
    private static Spectrum rectifier(double conduction) {
        double pole = Math.PI / conduction;
        Spectrum spectrum = Spectrum.ZERO;
        for (int h = 1; h <= Spectrum.ORDERS; h += 2) {
            double amplitude = Math.abs(pole - h) < 1e-9
                    ? conduction / Math.PI
                    : 4 / conduction * Math.cos(h * conduction / 2) / (pole * pole - h * h);
            // cos(h(θ - 90°)) is a sine that leads by 90° - h·90°
            double crest = Math.PI / 2 * (1 - h);
            spectrum = spectrum.with(h, Math.abs(amplitude), amplitude < 0 ? crest + Math.PI : crest);
        }
        return spectrum;
    }
}
