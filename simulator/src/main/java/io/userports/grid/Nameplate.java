package io.userports.grid;

import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;

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
    /** Complains unless {@code id}, the value of {@code key}, has the shape of DIN 43863-5. */
    static void checkId(String key, String id) {
        if (!id.matches("[0-9A-Za-z]{14}")) {
            throw KeyException.of(key, Quoted.of(id) + " is not 14 letters and digits, like 1SAG1100000292");
        }
    }

    /** Complains unless {@code ean} is empty or has 18 digits. */
    static void checkEan(String ean) {
        if (!ean.matches("([0-9]{18})?")) {
            throw KeyException.of("ean", Quoted.of(ean) + " is not 18 digits; leave the key out while none is set");
        }
    }

    /** {@return the same meter after its firmware was changed to {@code other}} */
    public Nameplate withEdition(Edition other) {
        return new Nameplate(identification, meterId, ean, other, wiring);
    }

    /** {@return the plate of another meter in the same place, {@code other} being its number} */
    public Nameplate withMeterId(String other) {
        checkId("meter-id", other);
        return new Nameplate(identification, other, ean, edition, wiring);
    }
}
