package io.userports.p1;

import io.userports.grid.Edition;
import io.userports.grid.MeterState;
import io.userports.grid.Registers;
import io.userports.grid.SubMeter;
import io.userports.p1.ValueFormat.Decimal;
import io.userports.p1.ValueFormat.Ean;
import io.userports.p1.ValueFormat.Hex;
import io.userports.p1.ValueFormat.Timestamp;
import java.util.List;

/** The formats that several objects of the catalogue share, and those that changed with an edition. */
final class Formats {
    static final Decimal KWH = new Decimal(6, 3, "kWh");
    static final Decimal KW = new Decimal(2, 3, "kW");
    static final Decimal COUNT = new Decimal(1, 0, "");
    static final Decimal VOLT = new Decimal(3, 1, "V");
    static final Decimal GIGAJOULE = new Decimal(6, 2, "GJ");
    static final Timestamp TIME = new Timestamp();
    static final Hex ID = new Hex(0, 48);
    static final Hex TEXT = new Hex(0, 1024);
    static final Ean EAN = new Ean();

    private static final Decimal WHOLE_AMPERES = new Decimal(3, 0, "A");
    private static final Decimal AMPERES = new Decimal(3, 2, "A");
    private static final Decimal LITRES = new Decimal(5, 3, "m3");
    private static final Decimal BARE = new Decimal(5, 3, "");
    /** Up to 10 m3/h, above it, and as printed for a device that was never heard (field case M13). */
    static final List<List<ValueFormat>> VOLUME = List.of(
            List.of(TIME, LITRES), List.of(TIME, new Decimal(6, 2, "m3")), List.of(new ValueFormat.Never(), BARE));
    /** The same for heat. */
    static final List<List<ValueFormat>> HEAT =
            List.of(List.of(TIME, GIGAJOULE), List.of(new ValueFormat.Never(), BARE));

    private static final Decimal LIMITER_1 = new Decimal(3, 1, "kW");
    private static final int LIMITER_1_OFF = 9_999;
    private static final int LIMITER_2_OFF = 99_999;
    private static final int FUSE_1_OFF = 999;
    private static final int FUSE_2_OFF = 99_999;

    private Formats() {}

    static String energy(long register) {
        return KWH.ofUnits(register / Registers.WATT_HOUR);
    }

    /** Only one direction is ever above zero. */
    static String power(double watts) {
        return KW.ofUnits(Math.max(watts, 0));
    }

    static Decimal currentFormat(Edition edition) {
        return edition == Edition.E50213 ? WHOLE_AMPERES : AMPERES;
    }

    static List<List<ValueFormat>> current(Edition edition) {
        return List.of(List.of(currentFormat(edition)));
    }

    static Decimal limiter(Edition edition) {
        return edition.secondGeneration() ? KW : LIMITER_1;
    }

    static Decimal fuse(Edition edition) {
        return edition.secondGeneration() ? AMPERES : WHOLE_AMPERES;
    }

    /** The highest number is not a threshold but "off". */
    static String limiter(MeterState state) {
        boolean second = state.nameplate().edition().secondGeneration();
        int units = state.switches().limiterWatts().orElse(Integer.MAX_VALUE) / (second ? 1 : 100);
        return limiter(state.nameplate().edition()).ofUnits(Math.min(units, second ? LIMITER_2_OFF : LIMITER_1_OFF));
    }

    static String fuse(MeterState state) {
        boolean second = state.nameplate().edition().secondGeneration();
        int units = state.switches().fuseCentiamperes().orElse(Integer.MAX_VALUE) / (second ? 1 : 100);
        return fuse(state.nameplate().edition()).ofUnits(Math.min(units, second ? FUSE_2_OFF : FUSE_1_OFF));
    }

    static String deviceEan(SubMeter meter) {
        return meter.ean().isEmpty() ? Ean.UNSET : EAN.of(meter.ean());
    }

    static List<String> reading(SubMeter meter) {
        if (meter.capture().isEmpty()) {
            return List.of(Timestamp.NEVER, BARE.ofUnits(0));
        }
        SubMeter.Capture capture = meter.capture().get();
        boolean heat = meter.kind() == SubMeter.Kind.HEAT;
        return List.of(
                TIME.of(capture.time()),
                heat ? GIGAJOULE.ofUnits(capture.thousandths() / 10.0) : LITRES.ofUnits(capture.thousandths()));
    }
}
