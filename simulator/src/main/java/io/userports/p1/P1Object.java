package io.userports.p1;

import static io.userports.grid.Edition.E50213;
import static io.userports.grid.Edition.E50215;
import static io.userports.grid.Edition.E50216;
import static io.userports.grid.Edition.E50217;
import static io.userports.grid.Edition.E50221;
import static io.userports.p1.Presence.ALWAYS;
import static io.userports.p1.Presence.GAS;
import static io.userports.p1.Presence.HEAT;
import static io.userports.p1.Presence.OPTIONAL;
import static io.userports.p1.Presence.POLYPHASE;
import static io.userports.p1.Presence.SUB_METER;
import static io.userports.p1.Presence.WATER;

import io.userports.grid.Edition;
import io.userports.grid.MeterState;
import io.userports.grid.SubMeter;
import io.userports.grid.Wiring;
import io.userports.p1.ValueFormat.Decimal;
import io.userports.p1.ValueFormat.Hex;
import io.userports.p1.ValueFormat.OneOf;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * THE catalogue: every data object that a Belgian meter sends, in the order in which it sends them.
 *
 * <p>A constant is one object: its code (channel 0-0 stands for any M-Bus channel in a sub-meter's block), the edition
 * that brought it, when it is present, its clause, its format by edition, and its values as a projection of the
 * {@link MeterState}. Emission follows the order of the constants; reading assumes none (DSMR 5.0.2 P1 §6.13).
 */
public enum P1Object {
    // spotless:off (a table reads better as one)
    EDITION("0-0:96.1.4", E50213, ALWAYS, "e-MUCS H 1.3 annex A", "edition",
            as(new Decimal(5, 0, "")), state(s -> s.nameplate().edition().number())),
    GRID("1-0:94.32.1", E50221, POLYPHASE, "eMUCS-P1 2.1", "grid configuration",
            as(OneOf.of("230", "400")), state(s -> s.nameplate().wiring() == Wiring.DELTA ? "230" : "400")),
    METER_ID("0-0:96.1.1", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "meter id",
            as(Formats.ID), state(s -> Formats.ID.of(s.nameplate().meterId()))),
    METER_EAN("0-0:96.1.2", E50221, ALWAYS, "eMUCS-P1 2.1", "EAN of the connection",
            as(Formats.EAN), state(s -> Formats.EAN.of(s.nameplate().ean()))),
    TIME("0-0:1.0.0", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "time of the telegram",
            as(Formats.TIME), state(s -> Formats.TIME.of(s.time()))),
    IMPORT_DAY("1-0:1.8.1", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "energy imported, day",
            as(Formats.KWH), state(s -> Formats.energy(s.registers().importDay()))),
    IMPORT_NIGHT("1-0:1.8.2", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "energy imported, night",
            as(Formats.KWH), state(s -> Formats.energy(s.registers().importNight()))),
    EXPORT_DAY("1-0:2.8.1", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "energy exported, day",
            as(Formats.KWH), state(s -> Formats.energy(s.registers().exportDay()))),
    EXPORT_NIGHT("1-0:2.8.2", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "energy exported, night",
            as(Formats.KWH), state(s -> Formats.energy(s.registers().exportNight()))),
    TARIFF("0-0:96.14.0", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "active tariff",
            as(OneOf.of("0001", "0002")), state(s -> "000" + s.tariff().number())),
    AVERAGE_DEMAND("1-0:1.4.0", E50217, ALWAYS, "eMUCS-P1 1.7.1", "average demand of the running quarter",
            as(Formats.KW), state(s -> Formats.KW.ofUnits(s.demand().averageWatts()))),
    MONTH_PEAK("1-0:1.6.0", E50217, ALWAYS, "eMUCS-P1 1.7.1", "highest quarter of the running month",
            as(Formats.TIME, Formats.KW), P1History::monthPeak),
    HISTORY("0-0:98.1.0", E50217, ALWAYS, "eMUCS-P1 1.7.1", "highest quarters of the last 13 months",
            as(Formats.COUNT, OneOf.of("1-0:1.6.0"), OneOf.of("1-0:1.6.0")), P1History::values) {
        @Override
        public Fit fit(List<String> values, Edition edition) {
            return P1History.fit(values);
        }

        @Override
        public String allowed(Edition edition) {
            return "(n)(1-0:1.6.0)(1-0:1.6.0) and n times (time)(time)(" + Formats.KW
                    + "), or () when n is 0; n at most 13";
        }
    },
    POWER_IMPORT("1-0:1.7.0", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "power imported",
            as(Formats.KW), state(s -> Formats.power(s.netPower()))),
    POWER_EXPORT("1-0:2.7.0", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "power exported",
            as(Formats.KW), state(s -> Formats.power(-s.netPower()))),
    POWER_IMPORT_L1("1-0:21.7.0", E50215, ALWAYS, "eMUCS-P1 1.6", "power imported, L1", as(Formats.KW), powerOf(0, 1)),
    POWER_IMPORT_L2("1-0:41.7.0", E50215, POLYPHASE, "eMUCS-P1 1.6", "power imported, L2",
            as(Formats.KW), powerOf(1, 1)),
    POWER_IMPORT_L3("1-0:61.7.0", E50215, POLYPHASE, "eMUCS-P1 1.6", "power imported, L3",
            as(Formats.KW), powerOf(2, 1)),
    POWER_EXPORT_L1("1-0:22.7.0", E50215, ALWAYS, "eMUCS-P1 1.6", "power exported, L1",
            as(Formats.KW), powerOf(0, -1)),
    POWER_EXPORT_L2("1-0:42.7.0", E50215, POLYPHASE, "eMUCS-P1 1.6", "power exported, L2",
            as(Formats.KW), powerOf(1, -1)),
    POWER_EXPORT_L3("1-0:62.7.0", E50215, POLYPHASE, "eMUCS-P1 1.6", "power exported, L3",
            as(Formats.KW), powerOf(2, -1)),
    VOLTAGE_L1("1-0:32.7.0", E50213, ALWAYS, "e-MUCS H 1.3 annex A", "voltage, L1", as(Formats.VOLT), voltageOf(0)),
    VOLTAGE_L2("1-0:52.7.0", E50213, POLYPHASE, "e-MUCS H 1.3 annex A", "voltage, L2", as(Formats.VOLT), voltageOf(1)),
    VOLTAGE_L3("1-0:72.7.0", E50213, POLYPHASE, "e-MUCS H 1.3 annex A", "voltage, L3", as(Formats.VOLT), voltageOf(2)),
    CURRENT_L1("1-0:31.7.0", E50213, ALWAYS, "eMUCS-P1 1.4", "current, L1", Formats::current, currentOf(0)),
    CURRENT_L2("1-0:51.7.0", E50213, POLYPHASE, "eMUCS-P1 1.4", "current, L2", Formats::current, currentOf(1)),
    CURRENT_L3("1-0:71.7.0", E50213, POLYPHASE, "eMUCS-P1 1.4", "current, L3", Formats::current, currentOf(2)),
    BREAKER("0-0:96.3.10", E50213, ALWAYS, "DSMR 5.0.2 P1 §6.12", "breaker",
            as(OneOf.of("0", "1", "2")), state(s -> s.switches().breaker().digit())),
    LIMITER("0-0:17.0.0", E50213, ALWAYS, "e-MUCS H 1.3 annex A", "limiter threshold",
            e -> List.of(List.of(Formats.limiter(e))), state(s -> Formats.limiter(s))),
    FUSE("1-0:31.4.0", E50213, ALWAYS, "e-MUCS H 1.3 annex A", "fuse threshold",
            e -> List.of(List.of(Formats.fuse(e))), state(s -> Formats.fuse(s))),
    RELAY_1("0-1:96.3.10", E50221, ALWAYS, "eMUCS-P1 2.1", "relay 1", as(OneOf.of("0", "1")), relay(0)),
    RELAY_2("0-2:96.3.10", E50221, ALWAYS, "eMUCS-P1 2.1", "relay 2", as(OneOf.of("0", "1")), relay(1)),
    RELAY_3("0-3:96.3.10", E50221, ALWAYS, "eMUCS-P1 2.1", "relay 3", as(OneOf.of("0", "1")), relay(2)),
    RELAY_4("0-4:96.3.10", E50221, ALWAYS, "eMUCS-P1 2.1", "relay 4", as(OneOf.of("0", "1")), relay(3)),
    TEXT("0-0:96.13.0", E50213, ALWAYS, "brochure 4.5.2", "text of the operator",
            as(Formats.TEXT), state(s -> Formats.TEXT.of(s.text()))),
    MESSAGE_CODE("0-0:96.13.1", E50213, OPTIONAL, "DSMR 5.0.2 P1 §6.12", "message code",
            as(new Hex(0, 64)), state(s -> "")),
    DEVICE_TYPE("0-0:24.1.0", E50213, SUB_METER, "DSMR 5.0.2 P1 §6.12", "device type",
            as(new Decimal(3, 0, "")), (s, m) -> List.of(m.kind().deviceType())),
    DEVICE_ID("0-0:96.1.1", E50213, SUB_METER, "eMUCS-P1 1.6", "id of the device",
            as(Formats.ID), (s, m) -> List.of(Formats.ID.of(m.id()))),
    DEVICE_EAN("0-0:96.1.2", E50221, SUB_METER, "eMUCS-P1 2.1", "EAN of the device",
            as(Formats.EAN), (s, m) -> List.of(Formats.deviceEan(m))),
    VALVE("0-0:24.4.0", E50213, GAS, "DSMR 5.0.2 P1 §6.12", "gas valve",
            as(OneOf.of("0", "1", "2")), (s, m) -> List.of(m.valve().digit())),
    GAS_VOLUME("0-0:24.2.3", E50213, GAS, "e-MUCS H 1.3 annex A", "gas volume, not temperature-corrected",
            e -> Formats.VOLUME, (s, m) -> Formats.reading(m)),
    WATER_VOLUME("0-0:24.2.1", E50216, WATER, "eMUCS-P1 1.6", "water volume",
            e -> Formats.VOLUME, (s, m) -> Formats.reading(m)),
    HEAT_ENERGY("0-0:24.2.1", E50213, HEAT, "DSMR 5.0.2 P1 §6.12", "heat",
            e -> Formats.HEAT, (s, m) -> Formats.reading(m));
    // spotless:on

    /** Every object, in the order in which meters send them. */
    static final List<P1Object> LIST = List.of(values());

    private static final Set<P1Object> REGISTERS = EnumSet.of(GAS_VOLUME, WATER_VOLUME, HEAT_ENERGY);
    private static final Map<ObisCode, P1Object> BY_CODE = byCode();

    private final ObisCode code;
    private final Edition since;
    private final Presence presence;
    private final String clause;
    private final String meaning;
    /** By edition: the alternatives, each a format for every value. */
    private final List<List<List<ValueFormat>>> formats;

    private final BiFunction<MeterState, SubMeter, List<String>> values;

    P1Object(
            String code,
            Edition since,
            Presence presence,
            String clause,
            String meaning,
            Function<Edition, List<List<ValueFormat>>> formats,
            BiFunction<MeterState, SubMeter, List<String>> values) {
        this.code = ObisCode.of(code);
        this.since = since;
        this.presence = presence;
        this.clause = clause;
        this.meaning = meaning;
        this.formats = Arrays.stream(Edition.values()).map(formats).toList();
        this.values = values;
    }

    /**
     * {@return the object that {@code code} names, whatever the channel of a sub-meter; water and heat share a code,
     * which names the water volume here: the device type tells them apart}
     */
    public static Optional<P1Object> of(ObisCode code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /**
     * {@return the object that {@code code} names in the block of a sub-meter of {@code deviceType} (empty when not
     * known): the type tells what a register counts, and of a type that is not known here nothing is known}
     */
    public static Optional<P1Object> of(ObisCode code, String deviceType) {
        Optional<P1Object> object = of(code);
        if (object.isEmpty() || !REGISTERS.contains(object.get())) {
            return object;
        }
        return switch (deviceType) {
            case "" -> object;
            case "003" -> Optional.of(GAS_VOLUME);
            case "006", "007", "021", "022" -> Optional.of(WATER_VOLUME);
            case "004", "010", "011", "012", "013" -> Optional.of(HEAT_ENERGY);
            default -> Optional.empty();
        };
    }

    /** {@return the code; its channel is 0 for objects of a sub-meter} */
    public ObisCode code() {
        return code;
    }

    /** {@return what the object means, in a few words} */
    public String meaning() {
        return meaning;
    }

    /** {@return where the object is defined} */
    public String clause() {
        return clause;
    }

    /** {@return when the object is there} */
    public Presence presence() {
        return presence;
    }

    /** {@return the edition that brought this object} */
    Edition since() {
        return since;
    }

    /** {@return whether the value is a row of octets, two hexadecimal digits each} */
    boolean isOctetString() {
        ValueFormat first = formats.get(since.ordinal()).get(0).get(0);
        return first instanceof ValueFormat.Hex || first instanceof ValueFormat.Ean;
    }

    /** {@return whether a meter of {@code edition} knows this object} */
    public boolean knownIn(Edition edition) {
        return since.compareTo(edition) <= 0;
    }

    /** {@return how {@code values} fit the format that {@code edition} gives this object} */
    public Fit fit(List<String> values, Edition edition) {
        List<List<ValueFormat>> alternatives = formats.get(edition.ordinal());
        Fit best = fit(values, alternatives.get(0));
        for (int i = 1; i < alternatives.size() && best != Fit.EXACT; i++) {
            Fit fit = fit(values, alternatives.get(i));
            best = fit.compareTo(best) < 0 ? fit : best;
        }
        return best;
    }

    private static Fit fit(List<String> values, List<ValueFormat> formats) {
        if (values.size() != formats.size()) {
            return Fit.NONE;
        }
        Fit fit = Fit.EXACT;
        for (int i = 0; i < formats.size() && fit != Fit.NONE; i++) {
            fit = fit.and(formats.get(i).fit(values.get(i)));
        }
        return fit;
    }

    /** {@return what {@code edition} allows as values, for people} */
    public String allowed(Edition edition) {
        StringBuilder text = new StringBuilder();
        for (List<ValueFormat> alternative : formats.get(edition.ordinal())) {
            text.append(text.isEmpty() ? "" : " or ");
            alternative.forEach(f -> text.append('(').append(f).append(')'));
        }
        return text.toString();
    }

    /** {@return this object as {@code state} has it; {@code subMeter} counts only for objects of a sub-meter} */
    DataObject of(MeterState state, SubMeter subMeter) {
        return new DataObject(
                presence.ofSubMeter() ? code.onChannel(subMeter.channel()) : code, values.apply(state, subMeter));
    }

    private static Map<ObisCode, P1Object> byCode() {
        Map<ObisCode, P1Object> map = new HashMap<>();
        for (P1Object object : values()) {
            map.putIfAbsent(object.code, object);
            for (int channel = 1; channel <= 4 && object.presence.ofSubMeter(); channel++) {
                map.putIfAbsent(object.code.onChannel(channel), object);
            }
        }
        return map;
    }

    private static Function<Edition, List<List<ValueFormat>>> as(ValueFormat... formats) {
        List<List<ValueFormat>> alternatives = List.of(List.of(formats));
        return edition -> alternatives;
    }

    private static BiFunction<MeterState, SubMeter, List<String>> state(Function<MeterState, String> value) {
        return (state, none) -> List.of(value.apply(state));
    }

    private static BiFunction<MeterState, SubMeter, List<String>> powerOf(int phase, int sign) {
        return state(s -> Formats.power(sign * s.phases().get(phase).power()));
    }

    private static BiFunction<MeterState, SubMeter, List<String>> voltageOf(int phase) {
        return state(s -> Formats.VOLT.of(s.phases().get(phase).voltage()));
    }

    private static BiFunction<MeterState, SubMeter, List<String>> currentOf(int phase) {
        return state(s -> Formats.currentFormat(s.nameplate().edition())
                .of(s.phases().get(phase).current()));
    }

    private static BiFunction<MeterState, SubMeter, List<String>> relay(int index) {
        return state(s -> s.switches().relays().get(index) ? "1" : "0");
    }
}
