package io.userports.conformance.cems;

import io.userports.yaml.KeyException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One way in which a CEMS is observed: a group of exactly one of its keys.
 *
 * @param stdout what it writes to its standard output
 */
public record Observe(Stdout stdout) {
    /** The lines of the adapter contract on standard output. */
    public static final Observe CONTRACT = new Observe(new Stdout());

    /** What it writes to its standard output, line by line. */
    public record Stdout() {}

    public Observe {
        List<Object> given = Stream.<Object>of(stdout).filter(Objects::nonNull).toList();
        if (given.size() != 1) {
            throw KeyException.of("observe", "each entry has one key, which says where the CEMS shows its values");
        }
    }
}
