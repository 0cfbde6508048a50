package io.userports.conformance.reference;

import io.userports.conformance.cems.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a correct CEMS treats what it receives on either port; a defect replaces one of these. */
class Habits {
    /** {@return how many octets of a telegram it can hold} */
    int capacity() {
        return 16 * 1024;
    }

    /** {@return how many octets of a line it can hold} */
    int lineCapacity() {
        return capacity();
    }

    /** {@return how long a telegram may pause before it is given up} */
    long longestPauseNanos() {
        return Long.MAX_VALUE;
    }

    /** {@return whether an exclamation mark ends a telegram wherever it stands} */
    boolean endsAtAnyBang() {
        return false;
    }

    /** {@return whether it reads no more after octets that are no telegram} */
    boolean hangsAfterNoise() {
        return false;
    }

    /** {@return whether a slash within a telegram begins the next one} */
    boolean restarts() {
        return true;
    }

    /** {@return whether it reads a telegram that ended too early} */
    boolean takesPieces() {
        return false;
    }

    boolean accepts(Frame frame) {
        return frame.crcIsRight() && frame.linesEndRight();
    }

    /** {@return the objects that it takes out of a telegram; empty when it refuses the whole} */
    Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
        return Optional.of(objects);
    }

    Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
        return new Interpretation(objects).values();
    }

    /** {@return what it shows before it has received anything} */
    Map<Quantity, Shown> initial() {
        return Map.of();
    }

    /** {@return what it sends to the meter when it has opened the port} */
    byte[] greeting() {
        return new byte[0];
    }

    /** {@return whether it asks for telegrams} */
    boolean asks() {
        return true;
    }

    /** {@return whether it goes on asking when none come any more} */
    boolean asksAgain() {
        return true;
    }

    boolean tellsThatValuesAreOld() {
        return true;
    }

    /** {@return whether it reads nothing before every port that it has opened has sent something} */
    boolean waitsForEveryPort() {
        return false;
    }

    /** {@return something wrong that it believes of the installation, to tell as an event} */
    Optional<String> alarm(Map<Quantity, Shown> values) {
        return Optional.empty();
    }

    /** {@return what takes the frames out of S1} */
    S1Framing s1Framing(S1Framing.Frames frames) {
        return new S1Framing(frames);
    }

    /** {@return samples per second, when the network has {@code hertz}} */
    double rate(S1Telegram telegram, double hertz) {
        return telegram.perPeriod() ? telegram.rateField() * hertz : telegram.rateField() * 100.0;
    }

    /** {@return the sequence number after {@code number}} */
    int next(int number) {
        return number + 1 & 0xFF;
    }

    /** {@return how many telegrams it takes for lost where {@code missing} are, none or more} */
    int lost(int missing) {
        return missing;
    }

    /** {@return whether it takes a telegram with the number of the one before for that one again} */
    boolean ignoresRepeatedNumbers() {
        return false;
    }

    /** {@return whether it shows 0 as soon as it cannot measure} */
    boolean showsZeroForInvalid() {
        return false;
    }

    boolean believesSamples(S1Telegram telegram) {
        return telegram.valid();
    }

    /** {@return the current of which the stream has {@code milliamperes}} */
    long current(int milliamperes) {
        return milliamperes;
    }

    /** {@return what L2 adds to the power of a delta network: two wattmeters, on L1 and on L3, see all of it} */
    long deltaPowerOfL2(S1Telegram telegram) {
        return 0;
    }

    boolean averagesWholePeriods() {
        return true;
    }

    boolean givesUpAtUnknownVersions() {
        return false;
    }

    boolean givesUpAfterGaps() {
        return false;
    }

    boolean takesZeroForBroken() {
        return false;
    }

    /** {@return what it shows of what it has read from S1} */
    Map<Quantity, Shown> s1Values(Map<Quantity, Shown> values) {
        return values;
    }
}
