package io.userports.grid;

import java.util.List;

/** How the meter is wired to the distribution network (brochure 5.2, e-MUCS H 1.3 §4.2.4). */
public enum Wiring {
    /** One phase and neutral, 230 V. */
    SINGLE_PHASE("single-phase", List.of(0)),
    /** Four wires, 3×400/230 V: each voltage is from its phase to neutral. */
    STAR("star", List.of(0, -120, 120)),
    /** Three wires, 3×230 V: L2 is the reference, so u1 is U12, u3 is U32 and leads u1 by 60°, and u2 is always 0. */
    DELTA("delta", List.of(0, 0, 60));

    private final String label;
    private final List<Integer> angles;

    Wiring(String label, List<Integer> angles) {
        this.label = label;
        this.angles = angles;
    }

    /** {@return the number of phases that the meter shows: one or three} */
    public int phases() {
        return angles.size();
    }

    /** {@return the angle in radians by which the voltage of {@code phase} (0 is L1) leads that of L1} */
    double angle(int phase) {
        return Math.toRadians(angles.get(phase));
    }

    @Override
    public String toString() {
        return label;
    }
}
