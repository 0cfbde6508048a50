package io.userports.conformance.fuzz;

import io.userports.conformance.cems.Mapping;
import io.userports.conformance.cems.Meaning;
import io.userports.yaml.StrictYaml;
import java.util.List;
import java.util.Optional;

/** A mapping: it is refused with an {@link io.userports.yaml.InputException}, or makes something of any text. */
final class MappingTarget {
    private static final List<String> TEXTS = List.of("", "1.5", "-1e9", "0001", "260115120000", "nan", "up", "\0");

    private MappingTarget() {}

    static void take(byte[] octets) {
        ConfigurationFile.read(octets, (in, name) -> StrictYaml.read(in, name, Mapping.class))
                .ifPresent(mapping -> mapping.values().forEach(MappingTarget::read));
    }

    private static void read(Meaning meaning) {
        TEXTS.forEach(text -> meaning.says(Optional.of(text)));
        meaning.says(Optional.empty());
    }
}
