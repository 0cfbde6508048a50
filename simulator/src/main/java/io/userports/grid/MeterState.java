package io.userports.grid;

import java.time.Instant;
import java.util.List;

/**
 * Everything the meter knows at one instant; both user ports are projections of it.
 *
 * @param time a whole second; powers and spectra are those of the second that ended here
 * @param nameplate who the meter is
 * @param phases one or three, L1 first
 * @param registers the energy registers
 * @param tariff the active counter
 * @param demand average demand and its peaks
 * @param switches breaker, thresholds and relays
 * @param text what the operator wrote, each character one octet (0 to 255), at most 1024
 * @param subMeters at most four, in order of their channels
 */
public record MeterState(
        Instant time,
        Nameplate nameplate,
        List<PhaseState> phases,
        Registers registers,
        Tariff tariff,
        Demand demand,
        Switches switches,
        String text,
        List<SubMeter> subMeters) {
    public MeterState {
        phases = List.copyOf(phases);
        subMeters = List.copyOf(subMeters);
    }

    /**
     * {@return the net active power in watts, import positive: phases that import and export at once are summed with
     * their signs; in delta the two wattmeters at L1 and L3 make the whole (Aron)}
     */
    public double netPower() {
        double sum = 0;
        for (PhaseState phase : phases) {
            sum += phase.power();
        }
        return sum;
    }

    /** {@return this state under another nameplate} */
    public MeterState with(Nameplate other) {
        return new MeterState(time, other, phases, registers, tariff, demand, switches, text, subMeters);
    }

    /** {@return this state with other switches} */
    public MeterState with(Switches other) {
        return new MeterState(time, nameplate, phases, registers, tariff, demand, other, text, subMeters);
    }

    /** {@return this state with other registers} */
    public MeterState with(Registers other) {
        return new MeterState(time, nameplate, phases, other, tariff, demand, switches, text, subMeters);
    }

    /** {@return this state with another demand} */
    public MeterState with(Demand other) {
        return new MeterState(time, nameplate, phases, registers, tariff, other, switches, text, subMeters);
    }

    /** {@return this state with another text} */
    public MeterState withText(String other) {
        return new MeterState(time, nameplate, phases, registers, tariff, demand, switches, other, subMeters);
    }

    /** {@return this state with other sub-meters} */
    public MeterState withSubMeters(List<SubMeter> others) {
        return new MeterState(time, nameplate, phases, registers, tariff, demand, switches, text, others);
    }
}
