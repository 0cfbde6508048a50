package io.userports.grid;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The conductors of a meter under given voltages: which of them carry the current of a load; star and delta differ.
 *
 * @param usual the voltages of an undisturbed network, one a phase, L1 first
 * @param voltages those that are there
 * @param away the phases (0 is L1) that inverters have let go of
 */
record Conductors(Wiring wiring, List<Spectrum> usual, List<Spectrum> voltages, Set<Integer> away) {
    private static final double THIRD = 1.0 / 3;

    Conductors {
        usual = List.copyOf(usual);
        voltages = List.copyOf(voltages);
        away = Set.copyOf(away);
    }

    /** An undisturbed network. */
    Conductors(Wiring wiring, List<Spectrum> voltages) {
        this(wiring, voltages, voltages, Set.of());
    }

    /** {@return the voltage of {@code phase} (0 is L1) in parts of the usual one} */
    double level(int phase) {
        return voltages.get(phase).at(1).abs() / usual.get(phase).at(1).abs();
    }

    /** {@return no current at all} */
    List<Spectrum> still() {
        return Collections.nCopies(wiring.phases(), Spectrum.ZERO);
    }

    /** {@return the currents, L1 first, of a load at {@code tap}, one that this wiring has} */
    List<Spectrum> currents(Tap tap, Function<Terminals, Spectrum> draw) {
        Spectrum[] currents = new Spectrum[wiring.phases()];
        Arrays.fill(currents, Spectrum.ZERO);
        switch (tap) {
            case L1, L1_L2 -> between(0, 1, draw, currents);
            case L2 -> between(1, 1, draw, currents);
            case L3, L3_L2 -> between(2, 1, draw, currents);
            case L1_L3 -> across(1, draw, currents);
            case ALL -> everywhere(draw, currents);
        }
        return List.of(currents);
    }

    /** {@return the angle in radians by which the usual voltage at {@code tap} leads the network; of all, that of L1} */
    double usualAngle(Tap tap) {
        return switch (tap) {
            case L1, L1_L2, ALL -> usual.get(0).at(1).getArgument();
            case L2 -> usual.get(1).at(1).getArgument();
            case L3, L3_L2 -> usual.get(2).at(1).getArgument();
            case L1_L3 -> usual.get(0).minus(usual.get(2)).at(1).getArgument();
        };
    }

    /** From a phase to neutral, or in delta to L2, through which the current returns. */
    private void between(int phase, double share, Function<Terminals, Spectrum> draw, Spectrum[] currents) {
        Spectrum current =
                draw.apply(new Terminals(usual.get(phase), voltages.get(phase), away.contains(phase), share));
        currents[phase] = currents[phase].plus(current);
        if (wiring == Wiring.DELTA) {
            currents[1] = currents[1].minus(current);
        }
    }

    private void across(double share, Function<Terminals, Spectrum> draw, Spectrum[] currents) {
        Spectrum before = usual.get(0).minus(usual.get(2));
        boolean undisturbed = voltages.get(0) == usual.get(0) && voltages.get(2) == usual.get(2);
        Spectrum voltage = undisturbed ? before : voltages.get(0).minus(voltages.get(2));
        Spectrum current = draw.apply(new Terminals(before, voltage, !away.isEmpty(), share));
        currents[0] = currents[0].plus(current);
        currents[2] = currents[2].minus(current);
    }

    private void everywhere(Function<Terminals, Spectrum> draw, Spectrum[] currents) {
        switch (wiring) {
            case SINGLE_PHASE -> between(0, 1, draw, currents);
            case STAR -> {
                for (int phase = 0; phase < 3; phase++) {
                    between(phase, THIRD, draw, currents);
                }
            }
            case DELTA -> {
                between(0, THIRD, draw, currents);
                between(2, THIRD, draw, currents);
                across(THIRD, draw, currents);
            }
        }
    }
}
