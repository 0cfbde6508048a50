package io.userports.grid;

import java.util.List;

/**
 * How the current of a load is shaped, for any power, and what happens when it is switched on. Harmonics are typical of the
 * kind, not of a product.
 */
public enum Appliance implements Form {
    /** Heaters and kettles: the current has the form of the voltage. */
    RESISTIVE("resistive", voltage -> voltage, Reaction.FOLLOWS, 0),
    /** Lamps with a filament, which conducts ten times as well while it is cold. */
    INCANDESCENT("incandescent", voltage -> voltage, Reaction.FOLLOWS, 90, Surge.times(9, 0.035)),
    /** Supplies with a rectifier and a capacitor that conduct for 60 degrees around each crest; 26 A charge it. */
    ELECTRONICS(
            "electronics",
            Form.of(Shapes.rectifier(Math.toRadians(60))),
            Reaction.HOLDS,
            90,
            Surge.charging(50, 0.0012)),
    /** Induction motors of compressors and pumps: the current lags. */
    MOTOR(
            "motor",
            Form.of(Spectrum.sine(1, degrees(-48)).with(3, 0.08, degrees(-20))),
            Reaction.HOLDS,
            0,
            Surge.times(4.5, 0.3)),
    /** Motors with brushes: vacuum cleaners, drills. */
    UNIVERSAL_MOTOR(
            "universal-motor",
            Form.of(Spectrum.sine(1, degrees(-15)).with(3, 0.17, degrees(150)).with(5, 0.04, degrees(20))),
            Reaction.FOLLOWS,
            0,
            Surge.times(1.5, 0.15)),
    /** Supplies that correct their power factor: nearly a sine, in phase. */
    PFC(
            "pfc",
            Form.of(Spectrum.sine(1, degrees(4))
                    .with(3, 0.06, degrees(160))
                    .with(5, 0.035, degrees(40))
                    .with(7, 0.02, degrees(200))),
            Reaction.HOLDS,
            0),
    /** Chargers of cars, which begin gently. */
    CHARGER(
            "charger",
            Form.of(Spectrum.sine(1, degrees(2))
                    .with(3, 0.03, degrees(170))
                    .with(5, 0.02, degrees(60))
                    .with(7, 0.012, degrees(210))),
            Reaction.HOLDS,
            0,
            Surge.times(-1, 0.4)),
    /** Inverters that take power, as those of heat pumps: nearly a sine, and a gentle beginning. */
    INVERTER("inverter", inverter(), Reaction.TRIPS, 0, Surge.times(-1, 0.4)),
    /** Hobs that heat by induction: a sine under a fast carrier that no meter sees. */
    INDUCTION(
            "induction",
            Form.of(Spectrum.sine(1, degrees(6)).with(3, 0.04, degrees(190)).with(5, 0.02, degrees(10))),
            Reaction.FOLLOWS,
            0),
    /** Dimmers that let each half wave begin late; 90° unless the load says otherwise. */
    DIMMER("dimmer", Form.of(Shapes.dimmer(degrees(90))), Reaction.FOLLOWS, 0),
    /** Hair dryers on low: a diode lets only every other half wave pass, which leaves direct current. */
    HALF_WAVE("half-wave", Form.of(Shapes.halfWave()), Reaction.FOLLOWS, 0),
    /** Microwave ovens: a transformer that saturates at first, and a magnetron that warms up within two seconds. */
    MICROWAVE(
            "microwave",
            Form.of(Spectrum.sine(1, degrees(-12))
                    .with(2, 0.06, degrees(40))
                    .with(3, 0.28, degrees(170))
                    .with(4, 0.03, degrees(250))
                    .with(5, 0.12, degrees(330))
                    .with(7, 0.04, degrees(110))),
            Reaction.FOLLOWS,
            0,
            Surge.magnetising(10, 0.2),
            Surge.times(-0.6, 0.5)),
    /** Lamps behind a capacitor that takes most of the voltage: the current leads. */
    LED(
            "led",
            Form.of(Spectrum.sine(1, degrees(58)).with(3, 0.22, degrees(20)).with(5, 0.1, degrees(310))),
            Reaction.FOLLOWS,
            0),
    /** Inverters of panels: give. */
    PV("pv", inverter(), Reaction.TRIPS, 0, Surge.times(-1, 0.4)),
    /** Batteries, which take and give. */
    BATTERY("battery", inverter(), Reaction.TRIPS, 0, Surge.times(-1, 0.4));

    private final String label;
    private final Form form;
    private final Reaction reaction;
    private final int switchAngle;
    private final List<Surge> surges;

    Appliance(String label, Form form, Reaction reaction, int switchAngle, Surge... surges) {
        this.label = label;
        this.form = form;
        this.reaction = reaction;
        this.switchAngle = switchAngle;
        this.surges = List.of(surges);
    }

    @Override
    public Spectrum under(Spectrum voltage) {
        return form.under(voltage);
    }

    /** {@return what a load of {@code watts} draws at {@code terminals}; its form may be another than that of its kind} */
    Spectrum current(Form form, Terminals terminals, double watts) {
        double level = terminals.level();
        if (level < Reaction.LEAST || terminals.away() && reaction == Reaction.TRIPS) {
            return Spectrum.ZERO;
        }
        return form.current(terminals.voltage(), watts * terminals.share() * reaction.power(level));
    }

    /** {@return what it draws on top when it is switched on} */
    List<Surge> surges() {
        return surges;
    }

    /** {@return the angle of its voltage, in degrees, at which it is switched on and off unless a load says otherwise} */
    int switchAngle() {
        return switchAngle;
    }

    /** {@return whether it may give power} */
    boolean gives() {
        return this == PV || this == BATTERY;
    }

    /** {@return whether it may take power} */
    boolean takes() {
        return this != PV;
    }

    @Override
    public String toString() {
        return label;
    }

    private static Form inverter() {
        return Form.of(Spectrum.sine(1, 0).with(3, 0.03, 0.4).with(5, 0.02, 2.1).with(7, 0.01, 1.2));
    }

    private static double degrees(double degrees) {
        return Math.toRadians(degrees);
    }
}
