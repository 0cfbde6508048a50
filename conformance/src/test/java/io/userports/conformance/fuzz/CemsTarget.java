package io.userports.conformance.fuzz;

import io.userports.conformance.cems.CemsSpec;
import io.userports.yaml.StrictYaml;

/** A {@code cems.yaml}: it is refused with an {@link io.userports.yaml.InputException}, or it is read. */
final class CemsTarget {
    private CemsTarget() {}

    static void take(byte[] octets) {
        ConfigurationFile.read(octets, (in, name) -> StrictYaml.read(in, name, CemsSpec.class))
                .ifPresent(spec -> spec.claims().shown());
    }
}
