package io.userports.grid;

/**
 * What does not change from second to second: who this meter is and how it is wired.
 *
 * @param identification the header of its telegrams without the slash, {@code FLU5\253769484_A}
 * @param meterId DIN 43863-5, 14 characters
 * @param ean 18 digits, or empty while none is set
 * @param edition what its firmware follows
 * @param wiring how it is connected
 */
public record Nameplate(String identification, String meterId, String ean, Edition edition, Wiring wiring) {
    /** {@return the same meter after its firmware was changed to {@code other}} */
    public Nameplate withEdition(Edition other) {
        return new Nameplate(identification, meterId, ean, other, wiring);
    }
}
