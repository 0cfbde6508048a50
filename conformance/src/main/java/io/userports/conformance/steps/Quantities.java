package io.userports.conformance.steps;

import io.userports.conformance.cems.Quantity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Quantities as a sentence names them. */
final class Quantities {
    private Quantities() {}

    static Set<Quantity> in(String list) {
        return Arrays.stream(list.split(", | and "))
                .map(Quantities::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quantity.class)));
    }

    static Quantity of(String name) {
        return Quantity.bySlug(name)
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no quantity; known are "
                        + Arrays.stream(Quantity.values()).map(Quantity::slug).collect(Collectors.joining(", "))));
    }
}
