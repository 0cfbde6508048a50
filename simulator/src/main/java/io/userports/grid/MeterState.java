package io.userports.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the meter knows at one instant; both user ports are projections of it.
 *
 * @param time a whole second
 * @param nameplate who the meter is
 * @param waves what its conductors carried during the second that ended at {@code time}
 * @param heater watts of a heater on L1 (delta: L1-L2) that somebody has switched on beside the loads of the profile
 * @param ramp a course that the network's frequency is made to take, if any
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
        Waves waves,
        double heater,
        Optional<FrequencyRamp> ramp,
        Registers registers,
        Tariff tariff,
        Demand demand,
        Switches switches,
        String text,
        List<SubMeter> subMeters) {
    public MeterState {
        subMeters = List.copyOf(subMeters);
    }

    /** {@return what was measured of each phase during the second that ended, L1 first: one or three} */
    public List<PhaseState> phases() {
        return waves.phases();
    }

    /**
     * {@return the net active power in watts, import positive: phases that import and export at once are summed with
     * their signs; in delta the two wattmeters at L1 and L3 make the whole (Aron)}
     */
    public double netPower() {
        double sum = 0;
        for (PhaseState phase : phases()) {
            sum += phase.power();
        }
        return sum;
    }

    /** {@return this state under another nameplate} */
    public MeterState with(Nameplate other) {
        return new MeterState(time, other, waves, heater, ramp, registers, tariff, demand, switches, text, subMeters);
    }

    /** {@return this state with a heater of so many watts switched on, or none} */
    public MeterState withHeater(double watts) {
        return new MeterState(
                time, nameplate, waves, watts, ramp, registers, tariff, demand, switches, text, subMeters);
    }

    /** {@return this state with a network whose frequency takes another course} */
    public MeterState with(FrequencyRamp other) {
        return new MeterState(
                time,
                nameplate,
                waves,
                heater,
                Optional.of(other),
                registers,
                tariff,
                demand,
                switches,
                text,
                subMeters);
    }

    /** {@return this state with other switches} */
    public MeterState with(Switches other) {
        return new MeterState(time, nameplate, waves, heater, ramp, registers, tariff, demand, other, text, subMeters);
    }

    /** {@return this state with other registers} */
    public MeterState with(Registers other) {
        return new MeterState(time, nameplate, waves, heater, ramp, other, tariff, demand, switches, text, subMeters);
    }

    /** {@return this state with another demand} */
    public MeterState with(Demand other) {
        return new MeterState(
                time, nameplate, waves, heater, ramp, registers, tariff, other, switches, text, subMeters);
    }

    /** {@return this state with another text} */
    public MeterState withText(String other) {
        return new MeterState(
                time, nameplate, waves, heater, ramp, registers, tariff, demand, switches, other, subMeters);
    }

    /** {@return this state with other sub-meters} */
    public MeterState withSubMeters(List<SubMeter> others) {
        return new MeterState(time, nameplate, waves, heater, ramp, registers, tariff, demand, switches, text, others);
    }
}
