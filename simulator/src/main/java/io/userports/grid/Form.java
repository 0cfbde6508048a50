package io.userports.grid;

/** What a load makes of the voltage at its terminals: the form of its current, of whatever size. */
@FunctionalInterface
interface Form {
    /** {@return a current of this form under {@code voltage}} */
    Spectrum under(Spectrum voltage);

    /** {@return a form that stands still against the fundamental of the voltage; {@code shape} is for one at angle 0} */
    static Form of(Spectrum shape) {
        return voltage -> shape.leadingBy(voltage.at(1).getArgument());
    }

    /** {@return the current in amperes with which this load takes {@code watts} (negative: gives) from {@code voltage}} */
    default Spectrum current(Spectrum voltage, double watts) {
        Spectrum form = under(voltage);
        return form.times(watts / voltage.power(form));
    }
}
