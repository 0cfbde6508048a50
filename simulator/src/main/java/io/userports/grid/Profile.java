package io.userports.grid;

import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A household as a user writes it down (YAML, kebab case): the meter, its loads, panels and sub-meters.
 *
 * @param description a sentence for people
 * @param edition the eMUCS-P1 edition of the meter's firmware
 * @param wiring single-phase, star or delta
 * @param identification the header of its telegrams without the slash
 * @param meterId DIN 43863-5, 14 characters
 * @param ean 18 digits; none when left out
 * @param voltage the nominal voltage; 230 V when left out
 * @param supply the network that feeds it
 * @param seed the seed of its noise, unless the run gives one
 * @param start where its time begins, unless the run says otherwise; ISO 8601 with offset
 * @param jitter how much later than the full second a telegram may start; 50 ms when left out
 * @param steady whether nothing varies by chance: no noise, and no unrest that tells the seconds apart; false when left out
 * @param tariff the time plan of the counters
 * @param registers what the registers hold at the start
 * @param history how many past months have a peak, 0 to 13; 0 when left out
 * @param loads what consumes
 * @param solar what generates; nothing when left out
 * @param subMeters at most four, one a channel
 * @param s1 how its S1 port samples
 */
public record Profile(
        String description,
        Edition edition,
        Wiring wiring,
        String identification,
        String meterId,
        String ean,
        Amount voltage,
        Supply supply,
        long seed,
        String start,
        Amount jitter,
        Boolean steady,
        TariffPlan tariff,
        StartRegisters registers,
        Integer history,
        List<Load> loads,
        Solar solar,
        List<SubMeterProfile> subMeters,
        S1Profile s1) {
    /** The profiles that come with the emulator. */
    public static final List<String> BUILT_IN = List.of(
            "single-phase",
            "three-phase",
            "delta",
            "prosumer",
            "second-generation",
            "steady-single-phase",
            "steady-star",
            "steady-delta",
            "stress");

    /** Each of them is looked at in every second. */
    private static final int MOST_LOADS = 500;

    /** Energy at the start, kWh; zero when left out. */
    public record StartRegisters(Amount importDay, Amount importNight, Amount exportDay, Amount exportNight) {
        public StartRegisters {
            check("import-day", importDay);
            check("import-night", importNight);
            check("export-day", exportDay);
            check("export-night", exportNight);
        }

        Registers registers() {
            return new Registers(
                    milliwattSeconds(importDay),
                    milliwattSeconds(importNight),
                    milliwattSeconds(exportDay),
                    milliwattSeconds(exportNight));
        }

        private static void check(String key, Amount energy) {
            double wattHours = energy == null ? 0 : KeyException.at(key, energy::wattHours);
            if (wattHours < 0 || wattHours > 999_999_999) {
                throw KeyException.of(
                        key, "'" + energy + "' is not 0 to 999999.999 kWh, after which a register begins anew");
            }
        }

        private static long milliwattSeconds(Amount energy) {
            return energy == null ? 0 : Math.round(energy.wattHours() * Registers.WATT_HOUR);
        }
    }

    public Profile {
        description = description == null ? "" : description;
        KeyException.require(edition, "edition", "the eMUCS-P1 edition of its firmware, like 50217");
        KeyException.require(wiring, "wiring", "single-phase, star or delta");
        KeyException.require(identification, "identification", "the header of its telegrams, like FLU5\\253769484_A");
        KeyException.require(meterId, "meter-id", "its number after DIN 43863-5, like 1SAG1100000292");
        KeyException.require(start, "start", "where its time begins, like 2026-01-15T12:00:00+01:00");
        ean = ean == null ? "" : ean;
        voltage = voltage == null ? Amount.parse("230 V") : voltage;
        supply = supply == null ? Supply.DEFAULT : supply;
        jitter = jitter == null ? Amount.parse("50 ms") : jitter;
        steady = steady != null && steady;
        tariff = tariff == null ? new TariffPlan(null, null) : tariff;
        registers = registers == null ? new StartRegisters(null, null, null, null) : registers;
        loads = loads == null ? List.of() : List.copyOf(loads);
        solar = solar == null ? new Solar(Amount.parse("0 W"), Tap.ALL) : solar;
        subMeters = subMeters == null ? List.of() : List.copyOf(subMeters);
        s1 = s1 == null ? S1Profile.DEFAULT : s1;
        if (!identification.matches("[ -~&&[^/!]]{5,64}")) {
            throw KeyException.of(
                    "identification",
                    Quoted.of(identification) + " is not 5 to 64 printable characters without / and !");
        }
        Nameplate.checkId("meter-id", meterId);
        Nameplate.checkEan(ean);
        String begin = start;
        KeyException.at("start", () -> instant(begin));
        history = history == null ? 0 : history;
        if (history < 0 || history > Demand.MONTHS) {
            throw KeyException.of("history", "'" + history + "' is not 0 to " + Demand.MONTHS + " months");
        }
        long latest = KeyException.at("jitter", jitter::milliseconds);
        if (latest < 0 || latest > 500) {
            throw KeyException.of("jitter", "'" + jitter + "' is not 0 to 500 ms");
        }
        double volts = KeyException.at("voltage", voltage::volts);
        if (volts < 1 || volts > 999) {
            throw KeyException.of("voltage", "'" + voltage + "' is not 1 to 999 V");
        }
        Supply network = supply;
        Wiring wires = wiring;
        KeyException.at("supply", () -> {
            network.check(wires);
            return network;
        });
        if (loads.size() > MOST_LOADS) {
            throw KeyException.of("loads", loads.size() + " loads; allowed are at most " + MOST_LOADS);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < loads.size(); i++) {
            Load load = loads.get(i);
            checkTap(load.at(), wiring, "loads." + i + ".at");
            if (!names.add(load.name())) {
                throw KeyException.of(
                        "loads." + i + ".name",
                        Quoted.of(load.name()) + " is the name of another load; names are unique");
            }
        }
        checkTap(solar.at(), wiring, "solar.at");
        if (s1.neutral() && wiring == Wiring.DELTA) {
            throw KeyException.of(
                    "s1.neutral", "'true' in delta wiring, whose three wires have no neutral; allowed there: false");
        }
        Set<Integer> channels = new HashSet<>();
        for (int i = 0; i < subMeters.size(); i++) {
            int channel = subMeters.get(i).channel();
            if (!channels.add(channel)) {
                throw KeyException.of(
                        "sub-meters." + i + ".channel",
                        "'" + channel + "' is taken by another; one sub-meter a channel");
            }
        }
    }

    /** {@return the built-in profile of that name, or the one in the file of that name} */
    public static Profile of(String nameOrFile) {
        try (InputStream builtIn = Profile.class.getResourceAsStream("/profiles/" + nameOrFile + ".yaml")) {
            if (BUILT_IN.contains(nameOrFile) && builtIn != null) {
                return StrictYaml.read(builtIn, "profile " + nameOrFile, Profile.class);
            }
            if (!nameOrFile.matches(".*[./\\\\].*")) {
                throw InputException.at(
                        "profile '" + nameOrFile + "'",
                        "not built in; built in are " + String.join(", ", BUILT_IN) + "; or give a YAML file");
            }
            return StrictYaml.read(Path.of(nameOrFile), Profile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the instant at which its time begins} */
    public Instant startInstant() {
        return instant(start);
    }

    /**
     * {@return the instant that ISO 8601 {@code text} with an offset names, a whole second of the years 2000 to 2099:
     * P1 writes years with two digits}
     */
    public static Instant instant(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getNano() == 0 && time.getYear() >= 2000 && time.getYear() <= 2099) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new IllegalArgumentException(
                Quoted.of(text) + " is no start; write a whole second of the years 2000 to 2099 with its offset, like"
                        + " 2026-01-15T12:00:00+01:00");
    }

    /** {@return this household with a meter of another edition} */
    public Profile withEdition(Edition other) {
        return with(other, history, subMeters, s1);
    }

    /** {@return this household with a meter that remembers so many past months} */
    public Profile withHistory(int months) {
        return with(edition, months, subMeters, s1);
    }

    /** {@return this household with these sub-meters and no others} */
    public Profile withSubMeters(List<SubMeterProfile> others) {
        return with(edition, history, others, s1);
    }

    /** {@return this household with a meter that samples otherwise for S1} */
    public Profile withS1(S1Profile other) {
        return with(edition, history, subMeters, other);
    }

    private Profile with(Edition edition, int history, List<SubMeterProfile> subMeters, S1Profile s1) {
        return new Profile(
                description,
                edition,
                wiring,
                identification,
                meterId,
                ean,
                voltage,
                supply,
                seed,
                start,
                jitter,
                steady,
                tariff,
                registers,
                history,
                loads,
                solar,
                subMeters,
                s1);
    }

    Nameplate nameplate() {
        return new Nameplate(identification, meterId, ean, edition, wiring);
    }

    private static void checkTap(Tap tap, Wiring wiring, String key) {
        if (!Tap.of(wiring).contains(tap)) {
            throw KeyException.of(
                    key,
                    "'" + tap + "' does not exist in " + wiring + " wiring; allowed: "
                            + Tap.of(wiring).stream().map(Tap::toString).collect(Collectors.joining(", ")));
        }
    }
}
