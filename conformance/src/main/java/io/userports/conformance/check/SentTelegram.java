package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import io.userports.link.Ledger;
import io.userports.p1.DataObject;
import io.userports.p1.DecodedTelegram;
import io.userports.p1.ObisCode;
import io.userports.p1.P1Codec;
import io.userports.p1.Rule;
import io.userports.p1.ValueFormat.Timestamp;
import io.userports.p1.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A telegram that left, read strictly. Under a right CRC it is what a correct CEMS may know, under a wrong one what it
 * must not believe.
 *
 * @param number the place in the ledger of the entry in which its first octet left
 * @param due the simulated instant at which that entry began
 * @param startedNanos {@link System#nanoTime()} when the first octet of that entry was handed over
 * @param endedNanos the same of the last octet of the entry in which its last octet left
 * @param telegram what it says, and where in its octets
 * @param says what it says about every quantity that it speaks of, in canonical form
 */
public record SentTelegram(
        long number,
        Instant due,
        long startedNanos,
        long endedNanos,
        DecodedTelegram telegram,
        Map<Quantity, Said> says) {
    /** A person knows a line by its beginning; texts and histories are longer. */
    private static final int LONGEST_LINE = 80;

    /** {@return the telegram {@code octets}, which left from entry {@code first} to entry {@code last}} */
    static SentTelegram of(byte[] octets, Ledger.Entry first, Ledger.Entry last) {
        DecodedTelegram decoded = P1Codec.decode(octets, 0, octets.length);
        return new SentTelegram(
                first.number(),
                first.due(),
                first.startedNanos(),
                last.endedNanos(),
                decoded,
                Disputes.says(octets, decoded));
    }

    /** {@return what it says about {@code quantity}} */
    Said said(Quantity quantity) {
        return says.getOrDefault(quantity, Said.NOTHING);
    }

    /**
     * {@return whether an object of {@code quantity}, be it the one that counts or not, says 0 and is not marked as unset;
     * of two objects neither is the quantity}
     */
    boolean hasZero(Quantity quantity) {
        return !quantity.isOfTwo()
                && telegram.telegram().objects().stream()
                        .filter(object -> quantity.comesFrom(object.code()))
                        .map(DataObject::values)
                        .filter(values -> !values.contains(Timestamp.NEVER))
                        .flatMap(List::stream)
                        .anyMatch(value -> quantity.canonical(value.replaceFirst("\\*.*", ""))
                                .equals("0"));
    }

    /** {@return whether header, codes and broken rules are those of {@code other}, whatever the values} */
    boolean isShapedAs(SentTelegram other) {
        return telegram.telegram()
                        .identification()
                        .equals(other.telegram.telegram().identification())
                && codes().equals(other.codes())
                && rules().equals(other.rules());
    }

    private List<ObisCode> codes() {
        return telegram.telegram().objects().stream().map(DataObject::code).toList();
    }

    private List<Rule> rules() {
        return telegram.findings().stream().map(Violation::rule).toList();
    }

    /** {@return where the object of {@code quantity} stands, for people} */
    String place(Quantity quantity) {
        OptionalInt index = index(quantity);
        return index.isEmpty()
                ? "telegram " + number
                : "telegram " + number + ", " + object(index.getAsInt()).code() + ", octet "
                        + telegram.positions().get(index.getAsInt()).offset();
    }

    /** {@return the line that says {@code quantity}, as a fact; no fact where none does} */
    Finding line(Quantity quantity) {
        OptionalInt index = index(quantity);
        return index.isEmpty()
                ? new Finding(List.of())
                : Finding.of(Finding.LINE, cut(object(index.getAsInt()).toString()));
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private OptionalInt index(Quantity quantity) {
        return IntStream.range(0, telegram.positions().size())
                .filter(i -> quantity.comesFrom(object(i).code()))
                .findFirst();
    }

    private DataObject object(int index) {
        return telegram.telegram().objects().get(index);
    }
}
