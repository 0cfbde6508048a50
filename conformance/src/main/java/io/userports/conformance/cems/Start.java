package io.userports.conformance.cems;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How it is started, kept and ended. Texts may hold {@link Placeholders}.
 *
 * @param command a list of arguments, never a shell line; empty of one that is external
 * @param directory where it runs; that of the harness when left out
 * @param environment variables that it gets beside those of the harness
 * @param ready what is awaited before the meter begins, beside that it opens its ports; nothing more when left out
 * @param end how it is asked to end
 * @param coolDown how long after its end the next one is started on the same lane; not at all when left out
 * @param process whether every scenario gets a process of its own, which is so when left out
 * @param timeZones the names of the time zones under which it is run, one after the other; Europe/Brussels when left out
 */
public record Start(
        List<String> command,
        String directory,
        Map<String, String> environment,
        Ready ready,
        End end,
        Amount coolDown,
        Lifetime process,
        List<String> timeZones) {
    /** The environment variable that tells a program its time zone. */
    public static final String TIME_ZONE = "TZ";

    private static final List<String> PORTS = List.of("{p1}", "{s1}", "{p1-port}", "{s1-port}");
    private static final long LONGEST_COOL_DOWN = 600_000;

    public Start {
        process = process == null ? Lifetime.EACH_SCENARIO : process;
        ready = ready == null ? Ready.AT_ONCE : ready;
        if (process == Lifetime.EXTERNAL) {
            Map<String, Object> started = new LinkedHashMap<>();
            started.put("command", command);
            started.put("directory", directory);
            started.put("environment", environment);
            started.put("end", end);
            started.put("cool-down", coolDown);
            started.put("time-zones", timeZones);
            started.put("ready.line", ready.line().isEmpty() ? null : ready.line());
            started.values().removeIf(Objects::isNull);
            started.keySet().stream().findFirst().ifPresent(key -> {
                throw KeyException.of(key, "nothing starts a CEMS that is external; leave this key out");
            });
            command = List.of();
        } else {
            KeyException.require(command, "command", "a list of arguments like [\"my-cems\", \"{p1}\"]");
            if (command.isEmpty() || command.get(0).isBlank()) {
                throw KeyException.of("command", "names no program; write a list like [\"my-cems\", \"{p1}\"]");
            }
        }
        command = List.copyOf(command);
        directory = directory == null ? "." : directory;
        environment = environment == null ? Map.of() : Map.copyOf(environment);
        end = end == null ? End.DEFAULT : end;
        coolDown = coolDown == null ? Amount.parse("0 s") : coolDown;
        timeZones = timeZones == null ? List.of("Europe/Brussels") : List.copyOf(timeZones);
        List<String> texts =
                Stream.concat(command.stream(), environment.values().stream()).toList();
        Placeholders.check("command", texts);
        if (process != Lifetime.EXTERNAL
                && texts.stream().noneMatch(text -> PORTS.stream().anyMatch(text::contains))) {
            throw KeyException.of("command", "names no port; write {p1} or {s1} where the device or address belongs");
        }
        check(environment);
        long cooling = KeyException.at("cool-down", coolDown::milliseconds);
        if (cooling < 0 || cooling > LONGEST_COOL_DOWN) {
            throw KeyException.of("cool-down", "'" + coolDown + "' is not 0 s to 10 min");
        }
        checkZones(timeZones);
    }

    /** {@return a fresh process of {@code command} for every scenario, and all else as when it is left out} */
    public static Start of(List<String> command) {
        return new Start(command, null, null, null, null, null, null, null);
    }

    /** {@return the same by another command} */
    Start withCommand(List<String> other) {
        return new Start(other, directory, environment, ready, end, coolDown, process, timeZones);
    }

    /** {@return the time zones under which it is run} */
    public List<ZoneId> zones() {
        return timeZones.stream().map(ZoneId::of).toList();
    }

    private static void check(Map<String, String> environment) {
        for (String name : environment.keySet()) {
            if (name.isEmpty() || name.contains("=")) {
                throw KeyException.of("environment", Quoted.of(name) + " is no name of a variable");
            }
            if (name.equals(TIME_ZONE)) {
                throw KeyException.of("environment", "'TZ' is set to each of time-zones; write the zone there");
            }
        }
    }

    private static void checkZones(List<String> zones) {
        if (zones.isEmpty() || new HashSet<>(zones).size() < zones.size()) {
            throw KeyException.of("time-zones", "names none, or one twice; write a list like [UTC, Europe/Brussels]");
        }
        // Only names: an offset like +01:00 means the opposite to the C library.
        zones.stream()
                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                .findFirst()
                .ifPresent(zone -> {
                    throw KeyException.of(
                            "time-zones",
                            Quoted.of(zone) + " is no time zone; write names like UTC or Europe/Brussels");
                });
    }

    /** {@return whether {@code placeholder} stands in its command or environment} */
    public boolean mentions(String placeholder) {
        return mentions(placeholder, command, environment);
    }

    private static boolean mentions(String placeholder, List<String> command, Map<String, String> environment) {
        return Stream.concat(command.stream(), environment.values().stream())
                .anyMatch(text -> text.contains(placeholder));
    }
}
