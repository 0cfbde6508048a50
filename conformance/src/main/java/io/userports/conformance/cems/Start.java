package io.userports.conformance.cems;

import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How it is started.
 *
 * @param command a list of arguments, never a shell line; {@code {p1}} and {@code {s1}} stand for the device or the
 *     address of the port (nothing when the rig has no such port), {@code {s1-bit-rate}} for the bit rate of S1,
 *     {@code {java}} and {@code {classpath}} for those of the harness, {@code {time-scale}} for how much faster than
 *     real time the run goes
 * @param directory where it runs; that of the harness when left out
 * @param environment variables that it gets beside those of the harness
 */
public record Start(List<String> command, String directory, Map<String, String> environment) {
    public Start {
        directory = directory == null ? "." : directory;
        environment = environment == null ? Map.of() : Map.copyOf(environment);
        KeyException.require(command, "command", "a list of arguments like [\"my-cems\", \"{p1}\"]");
        command = List.copyOf(command);
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw KeyException.of("command", "names no program; write a list like [\"my-cems\", \"{p1}\"]");
        }
        Placeholders.check(
                "command",
                Stream.concat(command.stream(), environment.values().stream()).toList());
        if (!mentions("{p1}", command, environment) && !mentions("{s1}", command, environment)) {
            throw KeyException.of("command", "names no port; write {p1} or {s1} where the device or address belongs");
        }
        environment.keySet().stream()
                .filter(name -> name.isEmpty() || name.contains("="))
                .findFirst()
                .ifPresent(name -> {
                    throw KeyException.of("environment", Quoted.of(name) + " is no name of a variable");
                });
    }

    /** {@return whether {@code placeholder} stands in its command or environment} */
    boolean mentions(String placeholder) {
        return mentions(placeholder, command, environment);
    }

    private static boolean mentions(String placeholder, List<String> command, Map<String, String> environment) {
        return Stream.concat(command.stream(), environment.values().stream())
                .anyMatch(text -> text.contains(placeholder));
    }
}
