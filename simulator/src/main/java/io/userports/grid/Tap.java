package io.userports.grid;

import java.util.EnumSet;
import java.util.Set;

/** Where a load is connected. */
public enum Tap {
    L1("L1"),
    L2("L2"),
    L3("L3"),
    L1_L2("L1-L2"),
    L3_L2("L3-L2"),
    L1_L3("L1-L3"),
    /** All phases alike. */
    ALL("all");

    private final String label;

    Tap(String label) {
        this.label = label;
    }

    /** {@return the taps that {@code wiring} has: a three-wire network has no neutral to connect to} */
    static Set<Tap> of(Wiring wiring) {
        return switch (wiring) {
            case SINGLE_PHASE -> EnumSet.of(L1, ALL);
            case STAR -> EnumSet.of(L1, L2, L3, ALL);
            case DELTA -> EnumSet.of(L1_L2, L3_L2, L1_L3, ALL);
        };
    }

    /** {@return the phase (0 is L1) whose voltage is between the ends of this tap} */
    int phase() {
        return switch (this) {
            case L1, L1_L2 -> 0;
            case L2 -> 1;
            case L3, L3_L2 -> 2;
            case L1_L3, ALL -> throw new IllegalArgumentException(this + " is not the voltage of one phase");
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
