package io.userports.grid;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The conductors of a meter under given voltages: which of them carry the current of a load; star and delta differ.
 *
 * @param voltages one a phase, L1 first
 */
record Conductors(Wiring wiring, List<Spectrum> voltages) {
    Conductors {
        voltages = List.copyOf(voltages);
    }

    /** {@return no current at all} */
    List<Spectrum> still() {
        return Collections.nCopies(wiring.phases(), Spectrum.ZERO);
    }

    /** {@return the currents, L1 first, of a load of {@code watts} at {@code tap}, one that this wiring has} */
    List<Spectrum> currents(Appliance appliance, Tap tap, double watts) {
        Spectrum[] currents = new Spectrum[wiring.phases()];
        Arrays.fill(currents, Spectrum.ZERO);
        switch (tap) {
            case L1, L1_L2 -> between(0, appliance, watts, currents);
            case L2 -> between(1, appliance, watts, currents);
            case L3, L3_L2 -> between(2, appliance, watts, currents);
            case L1_L3 -> across(appliance, watts, currents);
            case ALL -> everywhere(appliance, watts, currents);
        }
        return List.of(currents);
    }

    /** {@return such a load that runs all through the second} */
    Stretch stretch(Appliance appliance, Tap tap, double watts) {
        return Stretch.throughout(still(), currents(appliance, tap, watts));
    }

    /** {@return the angle in radians by which the voltage at {@code tap} leads that of L1; of all phases, that of L1} */
    double angle(Tap tap) {
        return switch (tap) {
            case L1, L1_L2, ALL -> 0;
            case L2 -> voltages.get(1).at(1).getArgument();
            case L3, L3_L2 -> voltages.get(2).at(1).getArgument();
            case L1_L3 -> voltages.get(0).minus(voltages.get(2)).at(1).getArgument();
        };
    }

    /** From a phase to neutral, or in delta to L2, through which the current returns. */
    private void between(int phase, Appliance appliance, double watts, Spectrum[] currents) {
        Spectrum current = appliance.current(voltages.get(phase), watts);
        currents[phase] = currents[phase].plus(current);
        if (wiring == Wiring.DELTA) {
            currents[1] = currents[1].minus(current);
        }
    }

    private void across(Appliance appliance, double watts, Spectrum[] currents) {
        Spectrum current = appliance.current(voltages.get(0).minus(voltages.get(2)), watts);
        currents[0] = currents[0].plus(current);
        currents[2] = currents[2].minus(current);
    }

    private void everywhere(Appliance appliance, double watts, Spectrum[] currents) {
        switch (wiring) {
            case SINGLE_PHASE -> between(0, appliance, watts, currents);
            case STAR -> {
                for (int phase = 0; phase < 3; phase++) {
                    between(phase, appliance, watts / 3, currents);
                }
            }
            case DELTA -> {
                between(0, appliance, watts / 3, currents);
                between(2, appliance, watts / 3, currents);
                across(appliance, watts / 3, currents);
            }
        }
    }
}
