package io.userports.grid;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A sub-meter of the household, as its profile writes it.
 *
 * @param kind gas, water or heat
 * @param channel 1 to 4
 * @param id DIN 43863-5
 * @param ean 18 digits; none when left out
 * @param reading what it has counted at the start, m3 or GJ
 * @param flow what flows within its hours, m3/h or l/h; for heat a power
 * @param hours when it flows; always when left out
 * @param every how often the electricity meter hears it; 5 min when left out
 * @param heard {@code live}, {@code never}, or {@code lost} (once, a day before the start)
 */
public record SubMeterProfile(
        SubMeter.Kind kind,
        int channel,
        String id,
        String ean,
        Amount reading,
        Amount flow,
        List<Hours> hours,
        Amount every,
        Heard heard) {
    private static final long A_DAY = 86_400;
    /** Five digits and three decimals, in litres or megajoules. */
    private static final double MOST_COUNTED = 99_999_999;
    /** Litres an hour or watts, far more than any household takes. */
    private static final double MOST_FLOWING = 1_000_000;

    /** How the electricity meter hears a sub-meter. */
    public enum Heard {
        LIVE,
        NEVER,
        LOST;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public SubMeterProfile {
        ean = ean == null ? "" : ean;
        hours = hours == null ? List.of() : List.copyOf(hours);
        every = every == null ? Amount.parse("5 min") : every;
        heard = heard == null ? Heard.LIVE : heard;
        KeyException.require(kind, "kind", "gas, water or heat");
        KeyException.require(id, "id", "its number after DIN 43863-5, like 7FLO2119000001");
        Nameplate.checkId("id", id);
        Nameplate.checkEan(ean);
        boolean heat = kind == SubMeter.Kind.HEAT;
        reading = reading == null ? Amount.parse(heat ? "0 GJ" : "0 m3") : reading;
        flow = flow == null ? Amount.parse(heat ? "0 W" : "0 l/h") : flow;
        if (channel < 1 || channel > 4) {
            throw KeyException.of("channel", "'" + channel + "' is not 1 to 4");
        }
        long interval = KeyException.at("every", every::milliseconds);
        if (interval < 1000 || interval > A_DAY * 1000) {
            throw KeyException.of("every", "'" + every + "' is not 1 s to 24 h");
        }
        double counted = KeyException.at("reading", heat ? reading::megajoules : reading::litres);
        if (counted < 0 || counted > MOST_COUNTED) {
            throw KeyException.of(
                    "reading",
                    "'" + reading + "' is not 0 to 99999.999 " + (heat ? "GJ" : "m3") + ", what P1 has room for");
        }
        double rate = KeyException.at("flow", heat ? flow::watts : flow::litresPerHour);
        if (rate < 0 || rate > MOST_FLOWING) {
            throw KeyException.of("flow", "'" + flow + "' is not 0 to 1000 " + (heat ? "kW" : "m3/h"));
        }
    }

    /** {@return this meter at the start of the run} */
    SubMeter at(Instant start) {
        long thousandths = Math.round(kind == SubMeter.Kind.HEAT ? reading.megajoules() : reading.litres());
        Optional<SubMeter.Capture> capture =
                switch (heard) {
                    case NEVER -> Optional.empty();
                    case LOST -> Optional.of(new SubMeter.Capture(start.minusSeconds(A_DAY), thousandths));
                    case LIVE -> Optional.of(new SubMeter.Capture(lastHeard(start), thousandths));
                };
        SwitchState valve = heard == Heard.NEVER ? SwitchState.DISCONNECTED : SwitchState.CONNECTED;
        return new SubMeter(channel, kind, id, ean, valve, thousandths * 1000, capture);
    }

    /** {@return {@code meter} one second later, {@code time} being the end of that second} */
    SubMeter after(SubMeter meter, ZonedDateTime time, Noise noise) {
        boolean flows = meter.valve() == SwitchState.CONNECTED
                && (hours.isEmpty() || hours.stream().anyMatch(h -> h.contains(time.toLocalTime())));
        double perSecond = kind == SubMeter.Kind.HEAT ? flow.watts() / 1000 : flow.litresPerHour() / 3.6;
        long counted = flows ? (long) (perSecond + noise.at("channel " + channel, time.toEpochSecond())) : 0;
        SubMeter later = meter.after(counted);
        return heard == Heard.LIVE && lastHeard(time.toInstant()).equals(time.toInstant())
                ? later.captured(time.toInstant())
                : later;
    }

    /** Each channel has its own moment in the interval; captures fall on any second, not on round minutes. */
    private Instant lastHeard(Instant time) {
        long period = every.milliseconds() / 1000;
        long offset = 17L * channel + 4;
        return Instant.ofEpochSecond(time.getEpochSecond() - Math.floorMod(time.getEpochSecond() - offset, period));
    }
}
