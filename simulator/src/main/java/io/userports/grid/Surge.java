package io.userports.grid;

/**
 * What a load draws beyond its usual current when it is switched on; it decays exponentially.
 *
 * @param onset its current when it begins
 * @param seconds the time constant of the decay
 */
record Surge(Onset onset, double seconds) {
    /** After so many time constants nothing is left that a meter shows: 0.001 % of what it was. */
    private static final double CONSTANTS = 11.5;

    /** The current of a surge as if it did not decay. */
    @FunctionalInterface
    interface Onset {
        /**
         * {@return the current}
         *
         * @param voltage at the load
         * @param usual the current of the load once it runs
         * @param angle of the voltage, in radians, at which it was switched on
         */
        Spectrum current(Spectrum voltage, Spectrum usual, double angle);
    }

    /** {@return a load that draws so many times its usual current more; -1: that begins from nothing} */
    static Surge times(double times, double seconds) {
        return new Surge((voltage, usual, angle) -> usual.times(times), seconds);
    }

    /** {@return an empty capacitor behind nothing but a resistor, through which {@code amperes} flow at a crest} */
    static Surge charging(double amperes, double seconds) {
        Spectrum sine = Spectrum.ZERO.wave(1, amperes, 0);
        return new Surge((voltage, usual, angle) -> Form.of(sine).under(voltage), seconds);
    }

    /**
     * {@return an iron core that saturates: pulses to one side, up to {@code times} the crest of the usual sine when it is
     * switched on where the voltage is zero, none where it is highest}
     */
    static Surge magnetising(double times, double seconds) {
        Spectrum pulses = Shapes.saturation();
        return new Surge(
                (voltage, usual, angle) -> {
                    double side = Math.cos(angle);
                    double turned = voltage.at(1).getArgument() + (side < 0 ? Math.PI : 0);
                    return pulses.leadingBy(turned).times(times * Math.sqrt(2) * usual.rms() * side);
                },
                seconds);
    }

    /** {@return its current when it begins; none where the load finds no voltage or has let go of it} */
    Spectrum current(Terminals terminals, Spectrum usual, double angle) {
        return usual.equals(Spectrum.ZERO) ? usual : onset.current(terminals.voltage(), usual, angle);
    }

    /** {@return how many seconds after the load was switched on this is still felt} */
    double length() {
        return CONSTANTS * seconds;
    }
}
