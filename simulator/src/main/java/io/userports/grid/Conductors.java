package io.userports.grid;

import java.util.Arrays;

/** The sum of all currents through the meter in one second, load by load; star and delta add them differently. */
final class Conductors {
    private final Wiring wiring;
    private final Spectrum[] voltages;
    private final Spectrum[] currents;

    Conductors(Wiring wiring, Spectrum[] voltages) {
        this.wiring = wiring;
        this.voltages = voltages.clone();
        this.currents = new Spectrum[wiring.phases()];
        Arrays.fill(currents, Spectrum.ZERO);
    }

    /** Adds a load of {@code watts} at {@code tap}, one that this wiring has. */
    void add(Appliance appliance, Tap tap, double watts) {
        switch (tap) {
            case L1, L1_L2 -> between(0, appliance, watts);
            case L2 -> between(1, appliance, watts);
            case L3, L3_L2 -> between(2, appliance, watts);
            case L1_L3 -> across(appliance, watts);
            case ALL -> everywhere(appliance, watts);
        }
    }

    /** {@return the power through the meter in watts so far} */
    double power() {
        double sum = 0;
        for (int i = 0; i < currents.length; i++) {
            sum += voltages[i].power(currents[i]);
        }
        return sum;
    }

    PhaseState[] phases() {
        PhaseState[] phases = new PhaseState[currents.length];
        for (int i = 0; i < phases.length; i++) {
            phases[i] = new PhaseState(voltages[i], currents[i]);
        }
        return phases;
    }

    /** From a phase to neutral, or in delta to L2, through which the current returns. */
    private void between(int phase, Appliance appliance, double watts) {
        Spectrum current = appliance.current(voltages[phase], watts);
        currents[phase] = currents[phase].plus(current);
        if (wiring == Wiring.DELTA) {
            currents[1] = currents[1].minus(current);
        }
    }

    private void across(Appliance appliance, double watts) {
        Spectrum current = appliance.current(voltages[0].minus(voltages[2]), watts);
        currents[0] = currents[0].plus(current);
        currents[2] = currents[2].minus(current);
    }

    private void everywhere(Appliance appliance, double watts) {
        switch (wiring) {
            case SINGLE_PHASE -> between(0, appliance, watts);
            case STAR -> {
                for (int phase = 0; phase < 3; phase++) {
                    between(phase, appliance, watts / 3);
                }
            }
            case DELTA -> {
                between(0, appliance, watts / 3);
                between(2, appliance, watts / 3);
                across(appliance, watts / 3);
            }
        }
    }
}
