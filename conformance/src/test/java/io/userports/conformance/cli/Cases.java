package io.userports.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small rigs and small programs as CEMS, written into a folder; the programs are lines of the POSIX shell. */
record Cases(Path folder) {
    /** {@return a rig file with this link and little patience} */
    String rig(String link) throws IOException {
        return rig(link, "2 s");
    }

    /** {@return a rig file with this link and so much patience} */
    String rig(String link, String patience) throws IOException {
        String reader = link.startsWith("serial:") ? ", reader: /dev/no-such-port" : "";
        return write("rig.yaml", "{ p1: { link: '" + link + "'" + reader + " }, patience: " + patience + " }");
    }

    /** {@return a CEMS that claims little and runs {@code script}, in which {@code $1} is the port} */
    String shell(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("cems.sh"), script + "\n");
        return cems("sh, '" + file + "', '{p1}'", "power-import");
    }

    /** {@return the CEMS of {@code file} with {@code keys} more in its group start} */
    String starting(String keys, String file) throws IOException {
        String text = Files.readString(Path.of(file));
        return write("cems.yaml", text.replace("start: {", "start: { " + keys + ","));
    }

    /** {@return the CEMS of {@code file}, looked at as the entry {@code observe} says} */
    String observing(String observe, String file) throws IOException {
        return write("cems.yaml", Files.readString(Path.of(file)) + "observe: [" + observe + "]\n");
    }

    /** {@return the CEMS of {@code file} with a variable more in its environment} */
    String variable(String name, String value, String file) throws IOException {
        String text = Files.readString(Path.of(file));
        return write("cems.yaml", text.replace("environment: {", "environment: { " + name + ": \"" + value + "\","));
    }

    /** {@return a CEMS that is the reference, started by {@code script} as {@code "$@"}; {@code $P1} is the port} */
    String shellAroundReference(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("cems.sh"), script + "\n");
        return cems(
                "sh, '" + file + "', '{java}', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-cp',"
                        + " '{classpath}', io.userports.conformance.reference.ReferenceMain, '--p1={p1}'",
                "power-import, meter-id, tariff");
    }

    /** {@return a CEMS that is started with these arguments} */
    String cems(String arguments, String quantities) throws IOException {
        return write(
                "cems.yaml",
                """
                vendor: some
                product: thing
                version: "1"
                start: { command: [%s], environment: { P1: "{p1}" } }
                claims: { ports: [p1], quantities: [%s], freshness: 5 s }
                """
                        .formatted(arguments, quantities));
    }

    /** {@return the verdicts on {@code cems} in these scenarios, two at a time; asked again when the machine was too busy} */
    Ran test(String rig, String cems, String... scenarios) {
        List<String> arguments = new ArrayList<>(List.of("test", "--rig", rig, "--cems", cems, "--jobs", "2"));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        List.of(scenarios).forEach(id -> arguments.addAll(List.of("--scenario", id)));
        return Ran.quietly(arguments.toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
