package io.userports.cli;

import io.userports.p1.DecodedTelegram;
import io.userports.p1.Piece;

/** How many telegrams a stream held, how many of them were valid, and how many octets stood outside. */
final class Tally {
    private long telegrams;
    private long valid;
    private long outside;

    void add(DecodedTelegram telegram) {
        telegrams++;
        valid += telegram.valid() ? 1 : 0;
    }

    void add(Piece.Noise noise) {
        outside += noise.length();
    }

    boolean allWell() {
        return telegrams > 0 && valid == telegrams && outside == 0;
    }

    @Override
    public String toString() {
        String found = telegrams == 0
                ? "no telegram found"
                : telegrams + (telegrams == 1 ? " telegram: " : " telegrams: ") + valid + " valid, "
                        + (telegrams - valid) + " not";
        return found + "; " + Texts.octets(outside) + " outside";
    }
}
