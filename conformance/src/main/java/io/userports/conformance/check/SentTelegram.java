package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import io.userports.link.Ledger;
import io.userports.p1.Crc;
import io.userports.p1.DecodedTelegram;
import io.userports.p1.P1Codec;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A telegram that left whole and under a right CRC: what a correct CEMS may know.
 *
 * @param number its place in the ledger
 * @param due the simulated instant at which it began
 * @param startedNanos {@link System#nanoTime()} when its first octet was handed over
 * @param endedNanos the same of its last octet
 * @param telegram what it says, and where in its octets
 * @param says every quantity that it has a value for, in canonical form
 */
public record SentTelegram(
        long number,
        Instant due,
        long startedNanos,
        long endedNanos,
        DecodedTelegram telegram,
        Map<Quantity, String> says) {

    /** {@return the telegram in {@code entry}, if one left there} */
    static Optional<SentTelegram> in(Ledger.Entry entry) {
        if (entry.fate() != Ledger.Fate.LEFT || entry.octets().length == 0) {
            return Optional.empty();
        }
        DecodedTelegram decoded = P1Codec.decode(entry.octets(), 0, entry.octets().length);
        if (decoded.crc() != Crc.OK) {
            return Optional.empty();
        }
        Map<Quantity, String> says = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            quantity.in(decoded.telegram()).ifPresent(value -> says.put(quantity, value));
        }
        return Optional.of(
                new SentTelegram(entry.number(), entry.due(), entry.startedNanos(), entry.endedNanos(), decoded, says));
    }

    /** {@return what it says about {@code quantity}} */
    Optional<String> said(Quantity quantity) {
        return Optional.ofNullable(says.get(quantity));
    }

    /** {@return where the object of {@code quantity} stands, for people} */
    String place(Quantity quantity) {
        for (int i = 0; i < telegram.positions().size(); i++) {
            String code = telegram.telegram().objects().get(i).code().toString();
            if (code.equals(quantity.source())
                    || quantity.source().contains("n")
                            && code.matches(quantity.source().replace("n", "[1-4]"))) {
                return "telegram " + number + ", " + code + ", octet "
                        + telegram.positions().get(i).offset();
            }
        }
        return "telegram " + number;
    }
}
