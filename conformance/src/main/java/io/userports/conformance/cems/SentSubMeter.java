package io.userports.conformance.cems;

import io.userports.p1.DataObject;
import io.userports.p1.ObisCode;
import io.userports.p1.Telegram;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a telegram says about one sub-meter, found by its device type on whatever channel (DSMR 5.0.2 P1 §6.12).
 *
 * @param channel where it is
 * @param time when its register was heard, a UTC instant
 * @param value its register, without unit
 */
record SentSubMeter(int channel, String time, String value) {
    private static final int CHANNELS = 4;
    private static final String GAS = "003";

    static Optional<SentSubMeter> gas(Telegram telegram) {
        return heard(telegram, GAS, List.of("24.2.3"));
    }

    /** {@return what {@code meaning} makes of the first value of {@code object}, of gas meters of which none was read} */
    static Set<String> ofUnreadGas(Telegram telegram, String object, Function<String, Optional<String>> meaning) {
        return gas(telegram).isPresent()
                ? Set.of()
                : IntStream.rangeClosed(1, CHANNELS)
                        .filter(channel -> is(telegram, channel, GAS))
                        .mapToObj(channel -> "0-" + channel + ":" + object)
                        .flatMap(code -> Sent.value(telegram, code, 0).flatMap(meaning).stream())
                        .collect(Collectors.toSet());
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
            if (is(telegram, channel, type)) {
                registers.stream()
                        .flatMap(r -> telegram.find(ObisCode.of("0-" + here + ":" + r)).stream())
                        .flatMap(o -> reading(here, o).stream())
                        .forEach(heard::add);
            }
        }
        return heard.stream().max(Comparator.comparing(SentSubMeter::counts).thenComparing(SentSubMeter::time));
    }

    private static boolean is(Telegram telegram, int channel, String type) {
        return Sent.value(telegram, "0-" + channel + ":24.1.0", 0)
                .filter(type::equals)
                .isPresent();
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
