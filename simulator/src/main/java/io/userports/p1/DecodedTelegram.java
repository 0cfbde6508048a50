package io.userports.p1;

import java.util.ArrayList;
import java.util.List;

/**
 * What strict reading made of the octets of one telegram.
 *
 * @param length in octets
 * @param crc what became of the checksum
 * @param telegram whatever could be read, valid or not
 * @param positions where each object of {@code telegram} stands, in the same order
 * @param findings every violation, in order of its place; those of the whole telegram first
 */
public record DecodedTelegram(
        int length, Crc crc, Telegram telegram, List<Position> positions, List<Violation> findings) {
    public DecodedTelegram {
        positions = List.copyOf(positions);
        findings = List.copyOf(findings);
    }

    /** {@return whether no violation is an error} */
    public boolean valid() {
        for (Violation finding : findings) {
            if (finding.level() == Severity.ERROR) {
                return false;
            }
        }
        return true;
    }

    /** {@return where the first object with {@code code} stands; the telegram's start when there is none} */
    Position positionOf(ObisCode code) {
        for (int i = 0; i < positions.size(); i++) {
            if (telegram.objects().get(i).code().equals(code)) {
                return positions.get(i);
            }
        }
        return Position.START;
    }

    /** {@return this telegram with {@code more} found} */
    DecodedTelegram with(List<Violation> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Violation> all = new ArrayList<>(findings);
        all.addAll(more);
        return new DecodedTelegram(length, crc, telegram, positions, all);
    }
}
