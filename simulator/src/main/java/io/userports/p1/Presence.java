package io.userports.p1;

import io.userports.grid.MeterState;
import io.userports.grid.SubMeter;

/** When a data object stands in the telegram. */
public enum Presence {
    ALWAYS,
    /** On meters of three phases. */
    POLYPHASE,
    /** Allowed, never sent by this emulator on its own. */
    OPTIONAL,
    /** In the block of every sub-meter. */
    SUB_METER,
    GAS,
    WATER,
    HEAT;

    /** {@return whether the object belongs to the block of a sub-meter} */
    public boolean ofSubMeter() {
        return compareTo(SUB_METER) >= 0;
    }

    boolean appliesTo(MeterState state) {
        return this == ALWAYS || this == POLYPHASE && state.phases().size() > 1;
    }

    boolean appliesTo(SubMeter meter) {
        return this == SUB_METER || ofSubMeter() && name().equals(meter.kind().name());
    }
}
