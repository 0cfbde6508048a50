package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.reference.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands on the command line: what is wrong, what is allowed, where to read more, and exit 64. */
class CommandLineTest {
    private static final String LINKS =
            "pty, pty:PATH, tcp:PORT, tcp:HOST:PORT, rfc2217:PORT, rfc2217:HOST:PORT, serial:DEVICE,"
                    + " serial:rfc2217://HOST:PORT, file:PATH, - (standard output)";
    private static final String NO_S1 = " concerns S1, which is not emulated; give --s1 LINK too";
    private static final String BIT_RATES =
            " is no bit rate of S1; allowed: 1 to 10000000, usual are 1500000 and 2000000";
    private static final String JITTERS =
            " is no jitter; allowed: 0 to 2499, whole microseconds, less than half a batch";
    private static final String SHARDS = " is no shard; write which of how many, like 1/3, 2/3 and 3/3";
    private static final String WHOLE = " is not a whole number from -9223372036854775808 to 9223372036854775807";

    @TempDir
    Path folder;

    static Stream<Arguments> wrongUsage() {
        return Stream.of(
                usage(
                        "",
                        "a command is missing; commands: emulate, decode, faults, vectors, cems, ports, doctor, loopback, test, verify, merge, compare, requirements",
                        "userports"),
                usage(
                        "tets",
                        "there is no command 'tets'; commands: emulate, decode, faults, vectors, cems, ports, doctor, loopback, test, verify, merge, compare, requirements",
                        "userports"),
                usage("--nonsense", "unknown option '--nonsense'; options here: --help, --version", "userports"),
                usage(
                        "@rig.yaml",
                        "there is no command '@rig.yaml'; commands: emulate, decode, faults, vectors, cems, ports, doctor, loopback, test, verify, merge, compare, requirements",
                        "userports"),
                usage("test @more", "'@more' is one word too many", "userports test"),
                usage("requirements extra", "'extra' is one word too many", "userports requirements"),
                usage(
                        "emulate --nonsense",
                        "unknown option '--nonsense'; options here: --profile, --p1, --data-request, --s1, --rate, --bit-rate,"
                                + " --s1-jitter, --duration, --start, --seed, --time-scale, --consent, --fault,"
                                + " --help, --version",
                        "userports emulate"),
                usage("emulate --p1", "Missing required parameter for option '--p1' (LINK)", "userports emulate"),
                usage("emulate --seed abc", "Invalid value for option '--seed': 'abc'" + WHOLE, "userports emulate"),
                usage(
                        "emulate --seed 99999999999999999999",
                        "Invalid value for option '--seed': '99999999999999999999'" + WHOLE,
                        "userports emulate"),
                usage("doctor", "Missing required parameter: 'RIG'", "userports doctor"),
                usage("ports usb", "'usb' is one word too many", "userports ports"),
                usage("emulate --s1", "Missing required parameter for option '--s1' (LINK)", "userports emulate"),
                usage("test --seed 1.5", "Invalid value for option '--seed': '1.5'" + WHOLE, "userports test"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("wrongUsage")
    void whatNobodyUnderstandsIsAnsweredWithWhatThereIs(String arguments, String complaint, String help) {
        assertEquals(Ran.refused("userports: " + complaint, "Try '" + help + " --help'."), Ran.of(words(arguments)));
    }

    static Stream<Arguments> wrongValues() {
        String scales =
                " is not a time scale; allowed: whole numbers from 1 (real time) to 1000, or max (as fast as the"
                        + " link takes it)";
        return Stream.of(
                value("test --time-scale 0", "--time-scale: '0' is not 1 or more"),
                value(
                        "test --time-scale 11",
                        "--time-scale: '11' is more than 'claims.fastest: 10' of reference; a CEMS is fed no faster than"
                                + " it claims to bear"),
                value("emulate --time-scale fast", "--time-scale: 'fast'" + scales),
                value("emulate --time-scale 0", "--time-scale: '0'" + scales),
                value("emulate --time-scale -1", "--time-scale: '-1'" + scales),
                value("emulate --time-scale 1e400", "--time-scale: '1e400'" + scales),
                value("emulate --duration 10", "--duration: '10' is no time; write it like 10s, 5min or 2h"),
                value("emulate --duration 0s", "--duration: '0s' is no time; write it like 10s, 5min or 2h"),
                value("emulate --duration -5s", "--duration: '-5s' is no time; write it like 10s, 5min or 2h"),
                value("emulate --duration 5kW", "--duration: '5kW' is no time; write it like 10s, 5min or 2h"),
                value(
                        "emulate --start tomorrow",
                        "--start: 'tomorrow' is no start; write a whole second of the years"
                                + " 2000 to 2099 with its offset, like 2026-01-15T12:00:00+01:00"),
                value(
                        "emulate --start 1999-01-01T00:00:00+01:00",
                        "--start: '1999-01-01T00:00:00+01:00' is no start;"
                                + " write a whole second of the years 2000 to 2099 with its offset, like"
                                + " 2026-01-15T12:00:00+01:00"),
                value("emulate --consent maybe", "--consent: 'maybe' is neither on nor off"),
                value("emulate --p1 nonsense", "--p1: 'nonsense' is not a link; allowed: " + LINKS),
                value(
                        "emulate --p1 tcp:99999",
                        "--p1: 'tcp:99999' has no port from 0 to 65535 at its end; allowed: " + LINKS),
                value("emulate --data-request rts", "--data-request: 'rts' is none of none, cts, dsr, open"),
                value(
                        "emulate --p1 tcp:0 --data-request cts",
                        "--data-request: 'cts' is no line of tcp:0; allowed: none"),
                value(
                        "emulate --p1 rfc2217:0 --data-request open",
                        "--data-request: 'open' is no line of rfc2217:0; allowed: none, cts, dsr"),
                value(
                        "emulate --s1 tcp:0 --data-request cts",
                        "--data-request: is a line of P1, which is not emulated; add --p1"),
                value("emulate --s1 nonsense", "--s1: 'nonsense' is not a link; allowed: " + LINKS),
                value("emulate --p1 tcp:7 --s1 tcp:7", "--s1: 'tcp:7' is where P1 leaves; give each its own link"),
                value(
                        "emulate --rate 4000",
                        "--rate: 4000 Hz × 450 bit = 1.80 Mbit/s does not fit 1.50 Mbit/s; at most 3333 Hz, or --bit-rate"
                                + " 2000000"),
                value(
                        "emulate --rate 4300 --bit-rate 2000000",
                        "--rate: 4300 Hz is no sample rate of S1; allowed: 2000 to 4200 Hz in steps of 100 Hz (the field"
                                + " counts hundreds)"),
                value(
                        "emulate --rate 100",
                        "--rate: 100 Hz is no sample rate of S1; allowed: 2000 to 4200 Hz in steps of 100 Hz (the field"
                                + " counts hundreds)"),
                value(
                        "emulate --rate 2/period",
                        "--rate: 2/period is no sample rate of S1; allowed: 40/period to 80/period"),
                value(
                        "emulate --rate 81/period",
                        "--rate: 81/period is no sample rate of S1; allowed: 40/period to 80/period"),
                value(
                        "emulate --rate fast",
                        "--rate: 'fast' is no sample rate; write samples a second like 2600, samples a period like"
                                + " 52/period, or first-generation (52/period), slowest (2000 Hz), fastest (4000 Hz)"),
                value(
                        "emulate --rate fastest",
                        "--rate: 4000 Hz × 450 bit = 1.80 Mbit/s does not fit 1.50 Mbit/s; at most 3333 Hz, or --bit-rate"
                                + " 2000000"),
                value(
                        "emulate --bit-rate 115200",
                        "--bit-rate: 52/period × 52 Hz × 450 bit = 1.22 Mbit/s does not fit 0.12 Mbit/s; no sample rate fits;"
                                + " take --bit-rate 1500000"),
                value(
                        "emulate --bit-rate 9600 --rate 2600",
                        "--rate: 2600 Hz × 450 bit = 1.17 Mbit/s does not fit 0.01 Mbit/s; no sample rate fits; take"
                                + " --bit-rate 1500000"),
                value("emulate --bit-rate 0", "--bit-rate: '0'" + BIT_RATES),
                value("emulate --bit-rate abc", "--bit-rate: 'abc'" + BIT_RATES),
                value("emulate --bit-rate 10000001", "--bit-rate: '10000001'" + BIT_RATES),
                value("emulate --bit-rate 99999999999999999999", "--bit-rate: '99999999999999999999'" + BIT_RATES),
                value("emulate --s1-jitter 2500", "--s1-jitter: '2500'" + JITTERS),
                value("emulate --s1-jitter -1", "--s1-jitter: '-1'" + JITTERS),
                value("emulate --s1-jitter 2.5", "--s1-jitter: '2.5'" + JITTERS),
                value("emulate --p1 - --rate 2600", "--rate: '2600'" + NO_S1),
                value("emulate --p1 - --bit-rate 2000000", "--bit-rate: '2000000'" + NO_S1),
                value("emulate --p1 - --s1-jitter 28", "--s1-jitter: '28'" + NO_S1),
                value(
                        "emulate --profile nonsense",
                        "profile 'nonsense': not built in; built in are single-phase,"
                                + " three-phase, delta, prosumer, second-generation, steady-single-phase,"
                                + " steady-star, steady-delta, stress; or give a YAML file"),
                value(
                        "loopback virtual --pattern prbs7",
                        "--pattern: 'prbs7' is no pattern; allowed: prbs15, prbs31, telegrams, worst-case"),
                value(
                        "loopback virtual --pattern prbs15 --rate 2600",
                        "--rate: '2600' concerns telegrams, and prbs15 is sent; leave one out"),
                value(
                        "loopback virtual --port p1 --rate 2600",
                        "--rate: '2600' concerns S1; P1 has a telegram a second, leave it out"),
                value(
                        "loopback virtual --rate 4000",
                        "--rate: 4000 Hz × 450 bit = 1.80 Mbit/s does not fit 1.50 Mbit/s; at most 3333 Hz, or --bit-rate"
                                + " 2000000"),
                value(
                        "loopback virtual --port p1 --bit-rate 9600",
                        "--bit-rate: '9600' is not 115200; P1 has no other (DSMR 5.0.2 P1 §6)"),
                value("loopback virtual --bit-rate 0", "--bit-rate: '0' is not 9600 to 12000000"),
                value("loopback virtual --ber 0", "--ber: '0' is not a number from 1.0E-15 to 0.1"),
                value("loopback virtual --ber abc", "--ber: 'abc' is not a number from 1.0E-15 to 0.1"),
                value("loopback virtual --confidence 1", "--confidence: '1' is not a number from 0.5 to 0.999999"),
                value("loopback virtual --duration 5", "--duration: '5' is no time; write it like 10s, 5min or 2h"),
                value(
                        "loopback virtual --fault bit-flip:rate=1e-4,port=p1",
                        "--fault bit-flip:rate=1e-4,port=p1: strikes P1 only, and the loop is of S1"),
                value(
                        "loopback virtual --pattern prbs31 --fault wrong-fcs",
                        "wrong-fcs: it needs a whole telegram of S1 under a right FCS"),
                value("test --jobs 0", "--jobs: '0' is not 1 to 64"),
                value("test --jobs many", "--jobs: 'many' is not 1 to 64"),
                value("test --jobs 1000", "--jobs: '1000' is not 1 to 64"),
                value("test --shard 0/2", "--shard: '0/2'" + SHARDS),
                value("test --shard 3/2", "--shard: '3/2'" + SHARDS),
                value(
                        "test --balance out",
                        "--balance: there is nothing to balance in a whole run; give --shard I/N too"),
                value("test --shard x", "--shard: 'x'" + SHARDS),
                value(
                        "test --scenario nonsense",
                        "--scenario: 'nonsense' is no scenario; 'userports requirements' lists" + " them"),
                value(
                        "test --scenario p1-tree-phase",
                        "--scenario: 'p1-tree-phase' is no scenario; did you mean"
                                + " p1-three-phase? 'userports requirements' lists them"),
                value(
                        "test --tags @nonsense",
                        "no scenario matches --tags '@nonsense'; 'userports requirements' lists" + " them"),
                value(
                        "test --tags @should --scenario p1-three-phase",
                        "no scenario matches --tags '@should' --scenario"
                                + " [p1-three-phase]; 'userports requirements' lists them"),
                value(
                        "test --rig nonsense",
                        "rig 'nonsense': not built in; built in are raspberry-pi, rs422-loopback, tcp, two-cems, usb-p1-s1,"
                                + " virtual; or give a YAML file"),
                value(
                        "doctor nonsense",
                        "rig 'nonsense': not built in; built in are raspberry-pi, rs422-loopback, tcp, two-cems, usb-p1-s1,"
                                + " virtual; or give a YAML file"),
                value(
                        "test --cems nonsense",
                        "CEMS 'nonsense': not built in; built in are reference and defect:NAME; or"
                                + " give a YAML file"),
                value(
                        "test --cems defect:nonsense",
                        "'nonsense' is no defect; known are "
                                + Arrays.stream(Defect.values())
                                        .filter(defect -> defect != Defect.NONE)
                                        .map(Defect::slug)
                                        .collect(Collectors.joining(", "))));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("wrongValues")
    void aWrongValueIsQuotedWithWhatIsAllowed(String arguments, String complaint) {
        assertEquals(Ran.refused("userports: " + complaint), Ran.of(words(arguments)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serial:rfc2217://HOST:PORT, file:PATH (appended), - (standard output)",
                "a second, 2000 to 4200 in hundreds, like 2600; a period, 40/period to 80/period, like 52/period",
                "first-generation (52/period), slowest (2000), fastest (4000, on 2000000 bit/s)",
                "its telegrams stray together; the spacing within it is not imitated on virtual ports"
            })
    void theHelpOfTheEmulatorTells(String words) {
        Ran help = Ran.of("emulate", "--help");
        assertEquals(0, help.exit());
        String told = String.join(" ", help.out()).replaceAll(" +", " ");
        assertTrue(told.contains(words), told);
    }

    @Test
    void aTagExpressionThatIsNoneIsExplained() {
        assertEquals(
                Ran.refused("userports: --tags: 'and and' is no tag expression (expected operand); write it like '@must"
                        + " and not @clause:BR-6.1'"),
                Ran.of("test", "--tags", "and and"));
    }

    @Test
    void aPlaceForTheEvidenceThatCannotBeWrittenIsARigError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path out = file.resolve("out");
        Ran ran = Ran.of("test", "--scenario", "p1-three-phase", "--out", out.toString());
        assertEquals(3, ran.exit());
        assertEquals(List.of(), ran.out());
        assertTrue(
                ran.err()
                        .get(0)
                        .matches(
                                "userports: --out .*/file/out: cannot be written \\(.*\\); choose a directory of your own"),
                ran.err().toString());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aPlaceForTheEvidenceThatHoldsSomethingElseIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "mine");
        assertEquals(
                Ran.refused("userports: " + file
                        + ": is not empty and holds no evidence; name another folder, or empty it yourself"),
                Ran.of("test", "--scenario", "p1-three-phase", "--out", file.toString()));
        assertEquals("mine", Files.readString(file));
    }

    private static String[] words(String arguments) {
        return arguments.isEmpty() ? new String[0] : arguments.split(" ");
    }

    private static Arguments usage(String arguments, String complaint, String help) {
        return Arguments.of(arguments, complaint, help);
    }

    private static Arguments value(String arguments, String complaint) {
        return Arguments.of(arguments, complaint);
    }
}
