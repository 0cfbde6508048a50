package io.userports.conformance.cems;

import io.userports.p1.DataObject;
import io.userports.p1.ObisCode;
import io.userports.p1.Telegram;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a telegram says about one sub-meter, found by its device type on whatever channel (DSMR 5.0.2 P1 §6.12).
 *
 * @param channel where it is
 * @param time when its register was heard, a UTC instant
 * @param value its register, without unit
 */
record SentSubMeter(int channel, String time, String value) {
    private static final int CHANNELS = 4;

    static Optional<SentSubMeter> gas(Telegram telegram) {
        return heard(telegram, "003", List.of("24.2.3"));
    }

    /** The standard's own examples print water under the code of gas. */
    static Optional<SentSubMeter> water(Telegram telegram) {
        return heard(telegram, "007", List.of("24.2.1", "24.2.3"));
    }

    static Optional<SentSubMeter> heat(Telegram telegram) {
        return heard(telegram, "004", List.of("24.2.1"));
    }

    /** {@return the first value of another object of this sub-meter} */
    Optional<String> other(Telegram telegram, String object) {
        return Sent.value(telegram, "0-" + channel + ":" + object, 0);
    }

    /** Of several alike (one was exchanged, field case M19) the one that counts: not at zero, heard last. */
    private static Optional<SentSubMeter> heard(Telegram telegram, String type, List<String> registers) {
        List<SentSubMeter> heard = new ArrayList<>();
        for (int channel = 1; channel <= CHANNELS; channel++) {
            int here = channel;
            if (Sent.value(telegram, "0-" + channel + ":24.1.0", 0)
                    .filter(type::equals)
                    .isPresent()) {
                registers.stream()
                        .flatMap(r -> telegram.find(ObisCode.of("0-" + here + ":" + r)).stream())
                        .flatMap(o -> reading(here, o).stream())
                        .forEach(heard::add);
            }
        }
        return heard.stream().max(Comparator.comparing(SentSubMeter::counts).thenComparing(SentSubMeter::time));
    }

    private static Optional<SentSubMeter> reading(int channel, DataObject object) {
        return Sent.value(object, 0).flatMap(Sent::instant).flatMap(time -> Sent.value(object, 1)
                .map(v -> new SentSubMeter(channel, time, Sent.bare(v))));
    }

    private boolean counts() {
        try {
            return new BigDecimal(value).signum() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
