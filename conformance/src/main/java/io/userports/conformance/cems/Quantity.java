package io.userports.conformance.cems;

import io.userports.p1.ObisCode;
import io.userports.p1.Telegram;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a CEMS can show, named by meaning: gas is gas on whatever channel.
 *
 * <p>Each knows its port, its unit, where it comes from, and what a P1 telegram says about it. A value has one
 * canonical form, in which what was sent and what is shown are compared as text.
 */
public enum Quantity {
    EDITION("0-0:96.1.4", ValueKind.TEXT, said("0-0:96.1.4")),
    METER_ID("0-0:96.1.1", ValueKind.TEXT, Sent.hex("0-0:96.1.1")),
    EAN("0-0:96.1.2", ValueKind.TEXT, Sent.hex("0-0:96.1.2")),
    METER_TIME("0-0:1.0.0", ValueKind.TIME, Sent.time("0-0:1.0.0", 0)),
    GRID("1-0:94.32.1", ValueKind.TEXT, said("1-0:94.32.1")),
    ENERGY_IMPORT_DAY("1-0:1.8.1", ValueKind.KILOWATT_HOURS, said("1-0:1.8.1")),
    ENERGY_IMPORT_NIGHT("1-0:1.8.2", ValueKind.KILOWATT_HOURS, said("1-0:1.8.2")),
    ENERGY_EXPORT_DAY("1-0:2.8.1", ValueKind.KILOWATT_HOURS, said("1-0:2.8.1")),
    ENERGY_EXPORT_NIGHT("1-0:2.8.2", ValueKind.KILOWATT_HOURS, said("1-0:2.8.2")),
    /** Of both tariffs. */
    ENERGY_IMPORT("1-0:1.8.1 + 1-0:1.8.2", ValueKind.KILOWATT_HOURS, Sent.sum("1-0:1.8.1", "1-0:1.8.2")),
    ENERGY_EXPORT("1-0:2.8.1 + 1-0:2.8.2", ValueKind.KILOWATT_HOURS, Sent.sum("1-0:2.8.1", "1-0:2.8.2")),
    TARIFF("0-0:96.14.0", ValueKind.TEXT, Sent.named("0-0:96.14.0", Map.of("0001", "day", "0002", "night"))),
    DEMAND_AVERAGE("1-0:1.4.0", ValueKind.KILOWATTS, said("1-0:1.4.0")),
    DEMAND_PEAK("1-0:1.6.0", ValueKind.KILOWATTS, Sent::monthPeak),
    DEMAND_PEAK_TIME("1-0:1.6.0", ValueKind.TIME, Sent.time("1-0:1.6.0", 0)),
    DEMAND_HISTORY("0-0:98.1.0", ValueKind.TEXT, Sent::history),
    POWER_IMPORT("1-0:1.7.0", ValueKind.KILOWATTS, said("1-0:1.7.0")),
    POWER_EXPORT("1-0:2.7.0", ValueKind.KILOWATTS, said("1-0:2.7.0")),
    POWER_IMPORT_L1("1-0:21.7.0", ValueKind.KILOWATTS, said("1-0:21.7.0")),
    POWER_IMPORT_L2("1-0:41.7.0", ValueKind.KILOWATTS, said("1-0:41.7.0")),
    POWER_IMPORT_L3("1-0:61.7.0", ValueKind.KILOWATTS, said("1-0:61.7.0")),
    POWER_EXPORT_L1("1-0:22.7.0", ValueKind.KILOWATTS, said("1-0:22.7.0")),
    POWER_EXPORT_L2("1-0:42.7.0", ValueKind.KILOWATTS, said("1-0:42.7.0")),
    POWER_EXPORT_L3("1-0:62.7.0", ValueKind.KILOWATTS, said("1-0:62.7.0")),
    /** Import less export, so positive into the home. */
    POWER_NET("1-0:1.7.0 - 1-0:2.7.0", ValueKind.KILOWATTS, Sent.difference("1-0:1.7.0", "1-0:2.7.0")),
    POWER_NET_L1("1-0:21.7.0 - 1-0:22.7.0", ValueKind.KILOWATTS, Sent.difference("1-0:21.7.0", "1-0:22.7.0")),
    POWER_NET_L2("1-0:41.7.0 - 1-0:42.7.0", ValueKind.KILOWATTS, Sent.difference("1-0:41.7.0", "1-0:42.7.0")),
    POWER_NET_L3("1-0:61.7.0 - 1-0:62.7.0", ValueKind.KILOWATTS, Sent.difference("1-0:61.7.0", "1-0:62.7.0")),
    VOLTAGE_L1("1-0:32.7.0", ValueKind.VOLTS, said("1-0:32.7.0")),
    VOLTAGE_L2("1-0:52.7.0", ValueKind.VOLTS, said("1-0:52.7.0")),
    VOLTAGE_L3("1-0:72.7.0", ValueKind.VOLTS, said("1-0:72.7.0")),
    CURRENT_L1("1-0:31.7.0", ValueKind.AMPERES, said("1-0:31.7.0")),
    CURRENT_L2("1-0:51.7.0", ValueKind.AMPERES, said("1-0:51.7.0")),
    CURRENT_L3("1-0:71.7.0", ValueKind.AMPERES, said("1-0:71.7.0")),
    BREAKER("0-0:96.3.10", ValueKind.TEXT, Sent.named("0-0:96.3.10", Sent.SWITCH)),
    /** Not shown while it is off, which the highest number stands for. */
    LIMITER("0-0:17.0.0", ValueKind.KILOWATTS, Sent.unless("0-0:17.0.0", "999.9*kW", "99.999*kW")),
    FUSE("1-0:31.4.0", ValueKind.AMPERES, Sent.unless("1-0:31.4.0", "999*A", "999.99*A")),
    TEXT("0-0:96.13.0", ValueKind.TEXT, Sent.hex("0-0:96.13.0")),
    GAS_VOLUME("0-n:24.2.3", ValueKind.CUBIC_METRES, t -> SentSubMeter.gas(t).map(SentSubMeter::value)),
    GAS_TIME("0-n:24.2.3", ValueKind.TIME, t -> SentSubMeter.gas(t).map(SentSubMeter::time)),
    GAS_VALVE("0-n:24.4.0", ValueKind.TEXT, t -> SentSubMeter.gas(t)
            .flatMap(g -> g.other(t, "24.4.0"))
            .map(Sent.SWITCH::get)),
    GAS_ID("0-n:96.1.1", ValueKind.TEXT, t -> SentSubMeter.gas(t)
            .flatMap(g -> g.other(t, "96.1.1"))
            .flatMap(Sent::octets)),
    WATER_VOLUME(
            "0-n:24.2.1", ValueKind.CUBIC_METRES, t -> SentSubMeter.water(t).map(SentSubMeter::value)),
    WATER_TIME("0-n:24.2.1", ValueKind.TIME, t -> SentSubMeter.water(t).map(SentSubMeter::time)),
    HEAT("0-n:24.2.1", ValueKind.GIGAJOULES, t -> SentSubMeter.heat(t).map(SentSubMeter::value)),
    S1_METER_ID("Meter ID", ValueKind.TEXT),
    S1_WIRING("Meter Type, 3/4-wire mode", ValueKind.TEXT),
    S1_RATE("Sampling Frequency x 100 Hz, or x Network frequency", ValueKind.HERTZ),
    S1_FREQUENCY("Network frequency", ValueKind.HERTZ),
    S1_VOLTAGE_RMS_L1("sqrt(mean u1^2)", ValueKind.VOLTS),
    S1_VOLTAGE_RMS_L2("sqrt(mean u2^2)", ValueKind.VOLTS),
    S1_VOLTAGE_RMS_L3("sqrt(mean u3^2)", ValueKind.VOLTS),
    S1_CURRENT_RMS_L1("sqrt(mean i1^2)", ValueKind.AMPERES),
    S1_CURRENT_RMS_L2("sqrt(mean i2^2)", ValueKind.AMPERES),
    S1_CURRENT_RMS_L3("sqrt(mean i3^2)", ValueKind.AMPERES),
    S1_CURRENT_RMS_N("sqrt(mean iN^2)", ValueKind.AMPERES),
    S1_POWER("mean(u1 i1) + mean(u2 i2) + mean(u3 i3)", ValueKind.WATTS),
    S1_LOST("Frame sequence number", ValueKind.COUNT),
    S1_INVALID("Valid Samples", ValueKind.COUNT),
    S1_SKIPPED("DataFormatVersion, length", ValueKind.COUNT);

    private static final String ANY_CHANNEL = "0-n:";
    private static final String BETWEEN_OBJECTS = " [+-] ";
    private static final int CHANNELS = 4;

    private static final Map<String, Quantity> BY_SLUG =
            Arrays.stream(values()).collect(Collectors.toMap(Quantity::slug, Function.identity()));

    private final UserPort port;
    private final String source;
    private final ValueKind kind;
    private final Function<Telegram, Optional<String>> sent;

    /** Of an object of P1. */
    Quantity(String code, ValueKind kind, Function<Telegram, Optional<String>> sent) {
        this(UserPort.P1, code, kind, sent);
    }

    /** Of the fields of S1 telegrams, about which a P1 telegram says nothing. */
    Quantity(String fields, ValueKind kind) {
        this(UserPort.S1, fields, kind, telegram -> Optional.empty());
    }

    Quantity(UserPort port, String source, ValueKind kind, Function<Telegram, Optional<String>> sent) {
        this.port = port;
        this.source = source;
        this.kind = kind;
        this.sent = sent;
    }

    /** {@return its name in {@code cems.yaml} and in the adapter contract, {@code power-import}} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the quantity of that name} */
    public static Optional<Quantity> bySlug(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }

    /** {@return the port of the meter that it is read from} */
    public UserPort port() {
        return port;
    }

    /**
     * {@return the P1 object that carries it, {@code n} standing for the channel of a sub-meter, or the sum or difference
     * of two; of S1 the fields (e-MUCS H 1.3 §4.3) or the formula over their samples}
     */
    public String source() {
        return source;
    }

    /** {@return whether it is read from the object with {@code code}, alone or with another, a sub-meter's on whatever channel} */
    public boolean comesFrom(ObisCode code) {
        if (port != UserPort.P1) {
            return false;
        }
        boolean anyChannel = source.startsWith(ANY_CHANNEL) && code.a() == 0 && code.b() >= 1 && code.b() <= CHANNELS;
        String here = anyChannel ? source.replace(ANY_CHANNEL, "0-" + code.b() + ":") : source;
        return Arrays.asList(here.split(BETWEEN_OBJECTS)).contains(code.toString());
    }

    /** {@return whether it is made of the values of two objects of P1} */
    public boolean isOfTwo() {
        return port == UserPort.P1 && source.split(BETWEEN_OBJECTS).length > 1;
    }

    /** {@return whether what it is depends on the object with {@code code}: its own, or the device type of sub-meters} */
    public boolean needs(ObisCode code) {
        boolean deviceType = code.a() == 0 && code.b() >= 1 && code.b() <= CHANNELS && code.c() == 24 && code.d() == 1;
        return comesFrom(code) || deviceType && port == UserPort.P1 && source.startsWith(ANY_CHANNEL);
    }

    /** {@return the unit of its canonical form; empty for texts, times and counts} */
    public String unit() {
        return kind.unit();
    }

    /** {@return the units in which it may be shown, its own first; none of texts, times and counts} */
    public List<String> units() {
        return kind.units();
    }

    /** {@return whether it is an instant} */
    public boolean isTime() {
        return kind == ValueKind.TIME;
    }

    boolean isText() {
        return kind == ValueKind.TEXT;
    }

    /** {@return whether it is a decimal number or a count} */
    public boolean isNumber() {
        return kind.isNumber();
    }

    /** {@return what a P1 telegram says about it, in canonical form; empty when it says nothing} */
    public Optional<String> in(Telegram telegram) {
        return sent.apply(telegram).map(value -> canonical(Sent.bare(value), unit()));
    }

    /**
     * {@return what {@code telegram} says about it of a sub-meter that was never read, or of which no reading is legible:
     * whoever shows it is right, and so is whoever shows nothing; empty when the sub-meter was read}
     */
    public Set<String> ofUnread(Telegram telegram) {
        return switch (this) {
            case GAS_VALVE ->
                SentSubMeter.ofUnreadGas(telegram, "24.4.0", v -> Optional.ofNullable(Sent.SWITCH.get(v)));
            case GAS_ID -> SentSubMeter.ofUnreadGas(telegram, "96.1.1", Sent::octets);
            default -> Set.of();
        };
    }

    /** {@return the canonical form of {@code value}, which is in the unit of this quantity} */
    public String canonical(String value) {
        return canonical(value, unit());
    }

    /**
     * {@return the canonical form of {@code value}: a plain decimal in the own unit, a UTC instant, or the text as it is}
     *
     * <p>What cannot be read as that stays as it was written and so equals nothing that was sent.
     */
    public String canonical(String value, String unit) {
        return kind.canonical(value, unit);
    }

    /**
     * {@return the step in which it is shown, {@code resolution}, in its own unit, of a time in seconds}
     *
     * @throws IllegalArgumentException when it has no steps, {@code resolution} is in another unit or not above zero
     */
    public BigDecimal resolution(Amount resolution) {
        return kind.step(resolution, slug());
    }

    private static Function<Telegram, Optional<String>> said(String code) {
        return telegram -> Sent.value(telegram, code, 0);
    }

    @Override
    public String toString() {
        return slug();
    }
}
