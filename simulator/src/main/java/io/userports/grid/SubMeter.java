package io.userports.grid;

import java.time.Instant;
import java.util.Optional;

/**
 * A meter of another kind that the electricity meter publishes for (brochure 3).
 *
 * @param channel the M-Bus channel, 1 to 4, given in order of installation
 * @param kind what it measures
 * @param id DIN 43863-5
 * @param ean 18 digits, or empty while none is set
 * @param valve its valve; only gas meters publish it
 * @param total what it has counted, in thousandths of {@link Kind#unit()}'s thousandth (millilitres, kilojoules)
 * @param capture what the electricity meter last heard from it; empty when it never heard it
 */
public record SubMeter(
        int channel, Kind kind, String id, String ean, SwitchState valve, long total, Optional<Capture> capture) {
    /** What a sub-meter measures, with its device type (EN 13757-3, printed in decimal). */
    public enum Kind {
        GAS("gas", "003", "m3"),
        WATER("water", "007", "m3"),
        HEAT("heat", "004", "GJ");

        private final String label;
        private final String deviceType;
        private final String unit;

        Kind(String label, String deviceType, String unit) {
            this.label = label;
            this.deviceType = deviceType;
            this.unit = unit;
        }

        /** {@return the device type as the telegram gives it, three digits} */
        public String deviceType() {
            return deviceType;
        }

        /** {@return the unit of its register: m3 or GJ} */
        public String unit() {
            return unit;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** A reading with its time; {@code thousandths} of a cubic metre or a gigajoule. */
    public record Capture(Instant time, long thousandths) {}

    /** {@return this meter with another state of its valve} */
    public SubMeter withValve(SwitchState state) {
        return new SubMeter(channel, kind, id, ean, state, total, capture);
    }

    /** {@return this meter after {@code counted} more, its register not yet heard} */
    SubMeter after(long counted) {
        return new SubMeter(channel, kind, id, ean, valve, total + counted, capture);
    }

    /** {@return this meter after its register was heard at {@code time}} */
    SubMeter captured(Instant time) {
        return new SubMeter(channel, kind, id, ean, valve, total, Optional.of(new Capture(time, total / 1000)));
    }
}
