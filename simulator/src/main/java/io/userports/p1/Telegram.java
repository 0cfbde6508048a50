package io.userports.p1;

import java.util.List;
import java.util.Optional;

/**
 * What the meter says once a second (DSMR 5.0.2 P1 §6.2): who it is and an ordered list of data objects.
 *
 * @param identification the header after the slash, like {@code FLU5\253769484_A}
 * @param objects in the order in which they stand
 */
public record Telegram(String identification, List<DataObject> objects) {
    public Telegram {
        objects = List.copyOf(objects);
    }

    /** {@return the first object with this code} */
    public Optional<DataObject> find(ObisCode code) {
        for (DataObject object : objects) {
            if (object.code().equals(code)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** {@return the same meter saying other objects} */
    public Telegram with(List<DataObject> others) {
        return new Telegram(identification, others);
    }
}
