package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a configuration: one message with file, line, value and what is allowed, and exit 64. */
class BadConfigurationTest {
    private static final String LINKS = "pty, pty:PATH, tcp:PORT, tcp:HOST:PORT, rfc2217:PORT, rfc2217:HOST:PORT,"
            + " serial:DEVICE, serial:rfc2217://HOST:PORT, serial (wherever its adapter is plugged in)";

    private static final String PROFILE =
            """
            edition: 50217
            wiring: star
            identification: FLU5\\253769484_A
            meter-id: 1SAG1100000292
            start: 2026-01-15T12:00:00+01:00
            seed: 5
            """;

    private static final String RIG = """
            p1: tcp:0
            patience: 1 s
            """;

    private static final String CEMS =
            """
            vendor: some
            product: thing
            version: "1"
            start: { command: [no-such-program, "{p1}"] }
            claims: { ports: [p1], quantities: [power-import], freshness: 5 s }
            """;

    private static final String KNOWN =
            """
            - scenario: p1-three-phase
              because: fixed soon
            """;

    private static final String QUANTITIES =
            Arrays.stream(Quantity.values()).map(Quantity::slug).collect(Collectors.joining(", "));

    private static final String PROFILE_KEYS =
            "description, edition, wiring, identification, meter-id, ean, voltage, supply, seed, start, jitter,"
                    + " steady, tariff, registers, history, loads, solar, sub-meters, s1";

    private static final Map<String, String> GOOD =
            Map.of("--profile", PROFILE, "--rig", RIG, "--cems", CEMS, "--known", KNOWN);

    @TempDir
    Path folder;

    static Stream<Arguments> wrongValues() {
        List<Arguments> cases = new ArrayList<>();
        String profile = "--profile";
        add(
                cases,
                profile,
                PROFILE + "colour: red\n",
                ":7: unknown key 'colour'; allowed here: description, ean,"
                        + " edition, history, identification, jitter, loads, meter-id, registers, s1, seed, solar,"
                        + " start, steady, sub-meters, supply, tariff, voltage, wiring");
        add(
                cases,
                profile,
                PROFILE.replace("wiring", "Wiring"),
                ":2: unknown key 'Wiring'; allowed here: description,"
                        + " ean, edition, history, identification, jitter, loads, meter-id, registers, s1, seed, solar,"
                        + " start, steady, sub-meters, supply, tariff, voltage, wiring");
        add(cases, profile, PROFILE + "seed: 6\n", ":7: the key 'seed' stands here again, first on line 6; keep one");
        add(
                cases,
                profile,
                PROFILE + "tariff:\n  weekend: night\n  weekend: night\n",
                ":9: the key 'weekend' stands here again, first on line 8; keep one");
        add(
                cases,
                profile,
                PROFILE.replace("wiring: star\n", ""),
                ":1: the key 'wiring' is missing; write single-phase, star or delta");
        add(cases, profile, PROFILE.replace("seed: 5\n", ""), ":1: the key 'seed' is missing; write a whole number");
        add(
                cases,
                profile,
                PROFILE.replace("star\n", "triangle\n"),
                ":2: wiring: 'triangle' is not one of single-phase, star, delta");
        add(
                cases,
                profile,
                PROFILE.replace("star\n", "yes\n"),
                ":2: wiring: 'yes' is not one of single-phase, star, delta");
        add(
                cases,
                profile,
                PROFILE.replace("star\n", "1\n"),
                ":2: wiring: '1' is not one of single-phase, star, delta");
        add(
                cases,
                profile,
                PROFILE.replace("50217", "50299"),
                ":1: edition: '50299' is no known edition; known are" + " 50213, 50214, 50215, 50216, 50217, 50221");
        add(
                cases,
                profile,
                PROFILE.replace("50217", "[50217]"),
                ":1: edition: a list stands here; write a single value");
        add(cases, profile, PROFILE + "voltage: 230 kW\n", ":7: voltage: '230 kW' is not a voltage; allowed units: V");
        add(
                cases,
                profile,
                PROFILE + "voltage: 230\n",
                ":7: voltage: '230' is not an amount; write a number, a blank and a unit, like '2.4 kW'");
        add(
                cases,
                profile,
                PROFILE + "voltage: 1e400 V\n",
                ":7: voltage: '1e400 V' is not an amount; write a number, a blank and a unit, like '2.4 kW'");
        add(
                cases,
                profile,
                PROFILE + "voltage: 1e400\n",
                ":7: voltage: '1e400' is not an amount; write a number, a blank and a unit, like '2.4 kW'");
        add(cases, profile, PROFILE + "history: 3.5\n", ":7: history: '3.5' is not a whole number");
        add(cases, profile, PROFILE + "history: 1e400\n", ":7: history: '1e400' is not a whole number");
        add(cases, profile, PROFILE + "history: .nan\n", ":7: history: '.nan' is not a whole number");
        add(cases, profile, PROFILE + "history: true\n", ":7: history: 'true' is not a whole number");
        add(cases, profile, PROFILE + "history: many\n", ":7: history: 'many' is not a whole number");
        add(cases, profile, PROFILE + "history:\n", ":7: history: has no value; write a whole number");
        add(
                cases,
                profile,
                PROFILE + "history: {a: 1}\n",
                ":7: history: a group of keys stands here; write a whole number");
        add(cases, profile, PROFILE + "history: -1\n", ":7: history: '-1' is not 0 to 13 months");
        add(
                cases,
                profile,
                PROFILE + "history: \"3\"\n",
                ":7: history: '3' is a text; write the number without quotation marks");
        add(
                cases,
                profile,
                PROFILE.replace("seed: 5", "seed: 99999999999999999999"),
                ":6: seed: '99999999999999999999' is out of range; allowed are -9223372036854775808 to"
                        + " 9223372036854775807");
        add(
                cases,
                profile,
                PROFILE.replace("seed: 5", "seed: " + "9".repeat(70)),
                ":6: seed: '" + "9".repeat(60)
                        + "…' (70 characters) is out of range; allowed are -9223372036854775808 to 9223372036854775807");
        add(
                cases,
                profile,
                PROFILE.replace("FLU5\\253769484_A", "\"FLU5\\nX\\e[31m\""),
                ":3: identification: 'FLU5<U+000A>X<U+001B>[31m' is not 5 to 64 printable characters without / and !");
        add(
                cases,
                profile,
                PROFILE.replace("1SAG1100000292", "12345"),
                ":4: meter-id: '12345' is not 14 letters and digits, like 1SAG1100000292");
        add(
                cases,
                profile,
                PROFILE + "ean: 5.4\n",
                ":7: ean: '5.4' is not 18 digits; leave the key out while none is set");
        add(
                cases,
                profile,
                PROFILE.replace("2026-01-15T12:00:00+01:00", "tomorrow"),
                ":5: start: 'tomorrow' is no start; write a whole second of the years 2000 to 2099 with its offset,"
                        + " like 2026-01-15T12:00:00+01:00");
        add(
                cases,
                profile,
                PROFILE + "registers: { import-day: -5 kWh }\n",
                ":7: registers.import-day: '-5 kWh' is not"
                        + " 0 to 999999.999 kWh, after which a register begins anew");
        add(
                cases,
                profile,
                PROFILE + "loads:\n  - { name: oven, kind: resistive, power: 1 l/h }\n",
                ":8: loads[0].power: '1 l/h' is not a power; allowed units: W, kW");
        add(
                cases,
                profile,
                PROFILE + "loads:\n  - { name: oven, kind: resistive, power: 99999999999999999999 kW }\n",
                ":8: loads[0].power: '99999999999999999999 kW' is not 0 to 1000 kW; panels stand under solar");
        add(
                cases,
                profile,
                PROFILE + "loads:\n  - { name: oven, kind: resistive, power: 1 kW, hours: [25:00-26:00] }\n",
                ":8: loads[0].hours[0]: '25:00-26:00' are no hours; write them like 07:00-22:00");
        add(
                cases,
                profile,
                PROFILE + "loads: [ null ]\n",
                ":7: loads[0]: has no value; write a group with the keys"
                        + " name, kind, at, power, firing-angle, switch-angle, hours, every, during");
        add(
                cases,
                profile,
                PROFILE + "sub-meters:\n  - { kind: gas, channel: 9, id: 7FLO2119000001 }\n",
                ":8: sub-meters[0].channel: '9' is not 1 to 4");
        add(
                cases,
                profile,
                PROFILE + "sub-meters:\n  - { kind: gas, channel: one, id: 7FLO2119000001 }\n",
                ":8: sub-meters[0].channel: 'one' is not a whole number");
        add(
                cases,
                profile,
                PROFILE + "description: " + "x".repeat(5000) + "\n",
                ":7: a value of 5000 characters; allowed are at most 4096");
        add(
                cases,
                "--rig",
                RIG + "s2: none\n",
                ":3: unknown key 's2'; allowed here: description, faults, p1, patience, s1");
        add(cases, "--rig", RIG + "s1: none\n", ":3: s1: 'none' is not a link; allowed: " + LINKS);
        add(cases, "--rig", RIG + "s1: file:s1.bin\n", ":3: s1: 'file:s1.bin' has no reader; allowed: " + LINKS);
        add(
                cases,
                "--rig",
                RIG + "s1: serial:/dev/ttyUSB2\n",
                ":3: s1: the key 'reader' is missing; write the device that the CEMS opens, the other end of the cable");
        add(
                cases,
                "--rig",
                RIG + "faults:\n- {fault: wrong-crc, evry: 3}\n",
                ":4: faults[0]: wrong-crc: 'evry' is no parameter of it; known are every, after, times, share, port");
        add(
                cases,
                "--rig",
                RIG + "faults:\n- fault: bit-flip\n  rate: 1e-5\n- fault: wrong-crc\n",
                ":3: faults: wrong-crc: it needs a whole telegram, and bit-flip before it may leave none; write wrong-crc"
                        + " first, or have them strike different telegrams (every, after)");
        add(
                cases,
                "--rig",
                RIG + "s1: {link: pty, bit-rate: 115200}\n",
                ":3: s1.bit-rate: '115200' is not 1500000 (the brochure) to 12000000; e-MUCS H 1.3 has 2000000");
        add(
                cases,
                "--rig",
                "p1: serial:/dev/ttyUSB0\n",
                ":1: p1: the key 'reader' is missing; write the device that the CEMS opens, the other end of the cable");
        addRigPorts(cases);
        add(
                cases,
                "--rig",
                "patience: 1 s\n",
                ":1: the key 'p1' is missing; write a link like pty, tcp:0 or serial:/dev/ttyUSB0, or a group that has one");
        add(cases, "--rig", RIG.replace("tcp:0", "5"), ":1: p1: '5' is not a link; allowed: " + LINKS);
        add(cases, "--rig", RIG.replace("tcp:0", "file:x"), ":1: p1: 'file:x' has no reader; allowed: " + LINKS);
        add(
                cases,
                "--rig",
                RIG.replace("1 s", "20s"),
                ":2: patience: '20s' is no time; write a number, a blank and a unit, like '20 s'");
        add(
                cases,
                "--rig",
                RIG.replace("1 s", "1 V"),
                ":2: patience: '1 V' is not a time; allowed units: h, min, ms, s, µs");
        add(
                cases,
                "--rig",
                RIG.replace("1 s", "99999999999999999999 h"),
                ":2: patience: '99999999999999999999 h' is not 1 s, the time of a telegram, to 1 h");
        add(
                cases,
                "--cems",
                CEMS + "colour: red\n",
                ":6: unknown key 'colour'; allowed here: claims, observe, product, start, vendor, version");
        add(
                cases,
                "--cems",
                CEMS.replace("vendor: some\n", ""),
                ":1: the key 'vendor' is missing; write who makes it; the report says so");
        add(
                cases,
                "--cems",
                CEMS.replace("[no-such-program, \"{p1}\"]", "no-such-program"),
                ":4: start.command: 'no-such-program' is not a list");
        add(
                cases,
                "--cems",
                CEMS.replace("[no-such-program, \"{p1}\"]", "[]"),
                ":4: start.command: names no program; write a list like [\"my-cems\", \"{p1}\"]");
        add(
                cases,
                "--cems",
                CEMS.replace("\"{p1}\"", "\"{p2}\""),
                ":4: start.command: '{p2}' stands for nothing; known are " + String.join(", ", Placeholders.KNOWN));
        add(
                cases,
                "--cems",
                CEMS.replace(", \"{p1}\"", ""),
                ":4: start.command: names no port; write {p1} or {s1} where the device or address belongs");
        add(cases, "--cems", CEMS.replace("[p1]", "[p2]"), ":5: claims.ports: 'p2' is no port; allowed: p1, s1");
        add(
                cases,
                "--cems",
                CEMS.replace("[p1]", "[s1]"),
                ":5: claims.quantities: 'power-import' is read from p1, which is not claimed; add p1 to ports, or leave it"
                        + " out");
        add(
                cases,
                "--cems",
                CEMS.replace("5 s", "5 kWh"),
                ":5: claims.freshness: '5 kWh' is not a time; allowed units: h, min, ms, s, µs");
        add(cases, "--cems", CEMS.replace("5 s", "-5 s"), ":5: claims.freshness: '-5 s' is not 1000 ms to 1 h");
        add(
                cases,
                "--known",
                KNOWN + "  til: 2027\n",
                ":3: unknown key 'til'; allowed here: because, finding, scenario, until");
        add(
                cases,
                "--known",
                KNOWN + "  until: 2027\n",
                ":3: [0].until: '2027' is no day; write the last on which it is excused, like 2026-12-31");
        String q = "claims.quantities[0]";
        claims(cases, "power-imports", q + ": 'power-imports' is no quantity; allowed: " + QUANTITIES);
        claims(
                cases,
                "{ quantity: power-import, resolution: 1 A }",
                q + ".resolution: '1 A' is no step of power-import; allowed units: W, kW");
        claims(cases, "{ quantity: power-import, resolution: 0 W }", q + ".resolution: '0 W' is not more than 0");
        claims(
                cases,
                "{ quantity: breaker, resolution: 1 s }",
                q + ".resolution: '1 s' of breaker, which is shown as it was sent or not at all; leave it out");
        claims(
                cases,
                "{ quantity: meter-time, resolution: 1 W }",
                q + ".resolution: '1 W' is not a time; allowed units: h, min, ms, s, µs");
        claims(cases, "{ quantity: power-import, interval: 2 h }", q + ".interval: '2 h' is not 1 ms to 1 h");
        claims(
                cases,
                "{ quantity: power-import, colour: red }",
                "unknown key 'colour'; allowed here: interval, quantity, resolution");
        claims(
                cases,
                "{ resolution: 1 W }",
                q + ": the key 'quantity' is missing; write the name of a quantity, like" + " power-import");
        claims(
                cases,
                "power-import, { quantity: power-import, interval: 2 s }",
                "claims.quantities: 'power-import' is claimed twice; leave one of them");
        moreClaims(cases, "recovery: 0", "recovery: '0' is not 1 to 60 telegrams");
        moreClaims(cases, "recovery: 61", "recovery: '61' is not 1 to 60 telegrams");
        moreClaims(cases, "fastest: 101", "fastest: '101' is not 1 to 100 times as fast as real time");
        moreClaims(cases, "fastest: 1.5", "fastest: '1.5' is not a whole number");
        moreClaims(
                cases,
                "editions: [50218]",
                "editions[0]: '50218' is no known edition; known are 50213, 50214, 50215, 50216, 50217, 50221");
        moreClaims(
                cases,
                "editions: []",
                "editions: an empty list claims none; leave it out to claim all, or name some, like 50217");
        moreClaims(cases, "wirings: [triangle]", "wirings[0]: 'triangle' is not one of single-phase, star, delta");
        add(
                cases,
                "--known",
                "- p1-three-phase\n",
                ":1: [0]: 'p1-three-phase' is not a group with the keys scenario, because, until, finding");
        add(
                cases,
                "--known",
                "- scenario: p1-three-phase\n",
                ":1: [0]: 'because' is missing; say why the scenario is known to fail");
        add(cases, "--known", KNOWN + KNOWN, ": scenario 'p1-three-phase' is listed twice; keep one entry");
        add(
                cases,
                "--known",
                KNOWN.replace("three", "tree"),
                ": 'p1-tree-phase' is no scenario; did you mean p1-three-phase? correct it or take it off the list");
        add(
                cases,
                "--known",
                KNOWN.replace("p1-three-phase", "nonsense"),
                ": 'nonsense' is no scenario; correct it or take it off the list");
        return cases.stream();
    }

    private static void claims(List<Arguments> cases, String quantity, String complaint) {
        add(cases, "--cems", CEMS.replace("[power-import]", "[" + quantity + "]"), ":5: " + complaint);
    }

    private static void moreClaims(List<Arguments> cases, String claim, String complaint) {
        add(cases, "--cems", CEMS.replace("5 s }", "5 s, " + claim + " }"), ":5: claims." + complaint);
    }

    private static void addRigPorts(List<Arguments> cases) {
        addPort(cases, "tcp:host", ": 'tcp:host' has no port from 0 to 65535 at its end; allowed: " + LINKS);
        addPort(
                cases,
                "{link: tcp:99999}",
                ".link: 'tcp:99999' has no port from 0 to 65535 at its end; allowed: " + LINKS);
        addPort(cases, "{link: seriall:/dev/a, reader: b}", ".link: 'seriall:/dev/a' is not a link; allowed: " + LINKS);
        addPort(
                cases,
                "{link: serial:/dev/a, loopback: serial:rfc2217://bench}",
                ".loopback: 'serial:rfc2217://bench' has no port from 0 to 65535 at its end; allowed: self (its own"
                        + " receiver), serial:DEVICE (that of another adapter)");
        addPort(cases, "{}", ": the key 'link' is missing; write a link like pty, tcp:0 or serial:/dev/ttyUSB0");
        add(
                cases,
                "--rig",
                RIG.replace("tcp:0", "{link: tcp:0, baud: 9600}"),
                ":1: unknown key 'baud'; allowed here: adapter, bit-rate, data-request, link, loopback, reader, tags");
        addPort(
                cases,
                "{link: tcp:0, bit-rate: 9600}",
                ".bit-rate: '9600' is not 115200; P1 has no other (DSMR 5.0.2 P1 §6)");
        addPort(
                cases,
                "serial",
                ": 'serial' alone needs adapter: which one is meant, by usb, serial or path; or write serial:DEVICE");
        addPort(
                cases,
                "{link: pty, adapter: {usb: '0403:6001'}}",
                ".adapter: 'pty' has no adapter; only serial links have");
        addPort(
                cases,
                "{link: serial, reader: a, adapter: {usb: ftdi}}",
                ".adapter.usb: 'ftdi' is not vendor and product like 0403:6001; userports ports lists them");
        addPort(
                cases,
                "{link: serial, reader: a, adapter: {path: left}}",
                ".adapter.path: 'left' is no USB path like 1-1.2; userports ports lists them");
        addPort(cases, "{link: pty, data-request: dtr}", ".data-request: 'dtr' is none of none, cts, dsr, open");
        addPort(cases, "{link: pty, data-request: cts}", ".data-request: 'cts' is no line of pty; allowed: none, open");
        addPort(
                cases,
                "{link: pty, data-request: {line: open, start: soon}}",
                ".data-request.start: 'soon' is not one of at-once, next-second");
        addPort(
                cases,
                "{link: pty, loopback: self}",
                ".loopback: 'pty' needs none: its other end is here; only serial links have one");
        addPort(
                cases,
                "{link: serial:/dev/a, loopback: other}",
                ".loopback: 'other' is no loopback; allowed: self (its own receiver), serial:DEVICE (that of another"
                        + " adapter)");
        addPort(
                cases,
                "{link: pty, tags: [rack 2]}",
                ".tags: 'rack 2' is no tag; write 1 to 40 letters, digits, points, dashes and underscores, like rack-2");
        add(
                cases,
                "--rig",
                RIG + "s1: {link: serial:/dev/a, reader: b, data-request: cts}\n",
                ":3: s1.data-request: S1 has none: it sends as long as there is consent; leave it out");
    }

    private static void addPort(List<Arguments> cases, String port, String complaint) {
        add(cases, "--rig", RIG.replace("tcp:0", port), ":1: p1" + complaint);
    }

    @ParameterizedTest(name = "{0}{2}")
    @MethodSource("wrongValues")
    void aWrongValueIsToldWithItsLineAndWhatIsAllowed(String option, String text, String complaint) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), text);
        assertEquals(Ran.refused("userports: " + file + complaint), ran(option, file));
    }

    static Stream<Arguments> filesThatAreNone() {
        Map<String, String> shape = Map.of(
                "--profile", "a group with the keys " + PROFILE_KEYS,
                "--rig", "a group with the keys description, p1, s1, patience, faults",
                "--cems", "a group with the keys vendor, product, version, start, observe, claims",
                "--known", "a list, each with the keys scenario, because, until, finding");
        List<Arguments> cases = new ArrayList<>();
        GOOD.keySet().stream().sorted().forEach(option -> {
            String good = GOOD.get(option);
            int end = 1 + (int) good.lines().count();
            add(cases, option, "", ": is empty; write " + shape.get(option));
            add(cases, option, "# nothing yet\n", ": is empty; write " + shape.get(option));
            add(cases, option, "~\n", ": is empty; write " + shape.get(option));
            add(cases, option, "hello\n", ":1: 'hello' is not " + shape.get(option));
            add(
                    cases,
                    option,
                    good + "---\n" + good,
                    ":" + (end + 1) + ": a second document begins here; a configuration is one document");
            add(
                    cases,
                    option,
                    good + "# " + "x".repeat(300_000),
                    ": larger than 262144 octets; such a file is not a configuration");
            add(
                    cases,
                    option,
                    good + "x: " + "x".repeat(5_000_000),
                    ": larger than 262144 octets; such a file is not a configuration");
            add(
                    cases,
                    option,
                    "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
                    ":2: '*a' is an alias; write the value itself");
            add(
                    cases,
                    option,
                    "a: !!javax.script.ScriptEngineManager [x]\n",
                    ":1: a tag (!) stands here; write the value without it");
            add(
                    cases,
                    option,
                    "a:\n\tb: 1\n",
                    ":2: this is not YAML: a tab stands where only blanks may; check"
                            + " indentation, quotes and brackets");
            add(
                    cases,
                    option,
                    "{{ : ] [\n",
                    ":1: this is not YAML: a single word is expected as a key; check"
                            + " indentation, quotes and brackets");
            add(cases, option, "a: " + "[".repeat(5000) + "]".repeat(5000), ":1: nested deeper than 10 levels");
            add(
                    cases,
                    option,
                    good + "# \u0007\n",
                    ":" + end + ": the control character U+0007; a configuration is plain text");
        });
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}{2}")
    @MethodSource("filesThatAreNone")
    void aFileThatIsNoConfigurationIsRefused(String option, String text, String complaint) throws IOException {
        aWrongValueIsToldWithItsLineAndWhatIsAllowed(option, text, complaint);
    }

    @ParameterizedTest
    @MethodSource("options")
    void whatCannotBeReadAtAllIsNamed(String option) throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertEquals(
                Ran.refused("userports: " + missing + ": no such file; check its name, and from where it is meant"),
                ran(option, missing));
        assertEquals(Ran.refused("userports: " + folder + ": is a directory; give a YAML file"), ran(option, folder));
        Path octets = Files.write(folder.resolve("octets.yaml"), new byte[] {'a', '\n', (byte) 0x80, (byte) 0xFF, 0});
        assertEquals(
                Ran.refused("userports: " + octets + ":2: the octet 0x80 is not UTF-8 text; save the file as UTF-8"),
                ran(option, octets));
        Path foreign = Files.write(folder.resolve("utf16.yaml"), "a: 1\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(
                Ran.refused(
                        "userports: " + foreign + ":1: the control character U+0000; a configuration is plain text"),
                ran(option, foreign));
    }

    @ParameterizedTest
    @MethodSource("options")
    void aFileThatMayNotBeReadIsNamed(String option) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.yaml"), GOOD.get(option));
        assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "this user may read everything");
        assertEquals(Ran.refused("userports: " + file + ": may not be read; check its permissions"), ran(option, file));
    }

    @Test
    void aNumberIsGoodEnoughWhereATextIsMeant() throws IOException {
        Path out = folder.resolve("out.p1");
        String plain = emulated(PROFILE + "ean: 541448820000000001\n", out);
        String quoted = emulated(
                PROFILE.replace("50217", "\"50217\"") + "ean: \"541448820000000001\"\n", folder.resolve("other.p1"));
        assertEquals(plain, quoted);
        assertEquals(true, plain.contains("0-0:96.1.4(50217)"), plain);
    }

    private String emulated(String profile, Path out) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), profile);
        assertEquals(
                new Ran(0, List.of("P1 " + out, "2026-01-15 12:00:00  P1 1 sent, 0 not taken"), List.of()),
                ranEmulate(file, out));
        return Files.readString(out);
    }

    static Stream<String> options() {
        return GOOD.keySet().stream().sorted();
    }

    private Ran ran(String option, Path file) {
        return option.equals("--profile")
                ? ranEmulate(file, folder.resolve("out.p1"))
                : Ran.of(
                        "test",
                        option,
                        file.toString(),
                        "--out",
                        folder.resolve("out").toString());
    }

    private static Ran ranEmulate(Path profile, Path out) {
        return Ran.of(
                "emulate",
                "--profile",
                profile.toString(),
                "--p1",
                "file:" + out,
                "--duration",
                "1s",
                "--time-scale",
                "max");
    }

    private static void add(List<Arguments> cases, String option, String text, String complaint) {
        cases.add(Arguments.of(option, text, complaint));
    }
}
