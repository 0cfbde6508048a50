package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code userports cems check}: a mistake of the mapping is found before any scenario. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Execution(ExecutionMode.CONCURRENT)
class CemsCheckTest {
    /** The lines of the contract, looked at as if they were the words of some product. */
    private static final String IN_ITS_WORDS =
            """
            { stdout: {},
              pattern: '"power-import","value":"(?<power>[^"]+)"|"meter-id","value":"(?<id>[^"]+)"|"tariff","value":"(?<tariff>[^"]+)"',
              values: [ { group: power, quantity: power-import, unit: %s }, { group: id, quantity: meter-id },
                        { group: tariff, quantity: tariff } ] }
            """;

    private static final List<String> ONE_QUANTITY = List.of(
            "some thing 1 on P1 tcp:0, one good stream, seed 42",
            "claims p1; 1 quantity; freshness 5 s, interval 1 s, recovery within 5 telegrams");

    private static final List<String> HEAD = List.of(
            "some thing 1 on P1 tcp:0, one good stream, seed 42",
            "claims p1; 3 quantities; freshness 5 s, interval 1 s, recovery within 5 telegrams",
            " meter-id 1SAG3100000042 as sent",
            " tariff day as sent");

    @TempDir
    Path folder;

    private Cases cases;

    @BeforeEach
    void prepare() {
        cases = new Cases(folder);
    }

    @Test
    void whatIsShownAsSentIsToldAndWhatIsNotWithWhatWasExpected() throws IOException {
        assertEquals(
                new Ran(
                        1,
                        and(
                                HEAD,
                                " power-import N kW NOT AS SENT",
                                " expected power-import N kW telegram N, 1-0:1.7.0, octet 865",
                                " was power-import N kW N s after the telegram",
                                " line 1-0:1.7.0(N*kW)",
                                " kind value wrong",
                                " hint a thousandth of the value: the unit is another one",
                                "1 of 3 quantities are not shown as they were sent: look at observe in the file first,"
                                        + " then at the CEMS exit 1"),
                        List.of()),
                check(printing("W")));
    }

    @Test
    void allIsShownAsSent() throws IOException {
        assertEquals(
                new Ran(
                        0,
                        and(HEAD, " power-import N kW as sent", "all 3 quantities are shown as they were sent exit 0"),
                        List.of()),
                check(printing("kW")));
    }

    @Test
    void aCemsThatCannotBeStarted() throws IOException {
        assertEquals(
                new Ran(
                        3,
                        ONE_QUANTITY,
                        List.of("userports: the CEMS cannot be started: there is no program 'no-such-program-anywhere';"
                                + " see start.command in its cems.yaml, and PATH")),
                check(cases.cems("no-such-program-anywhere, '{p1}'", "power-import")));
    }

    @Test
    void aCemsThatEnds() throws IOException {
        assertEquals(
                new Ran(
                        1,
                        and(
                                ONE_QUANTITY,
                                "expected a CEMS that runs",
                                "was ended with exit code 9",
                                "kind crash",
                                "last words it wrote nothing to standard error",
                                "the CEMS has ended exit 1"),
                        List.of()),
                check(cases.cems(
                        "'{java}', '-cp', '{classpath}', '" + Ends.class.getName() + "', '{p1-port}'",
                        "power-import")));
    }

    /** A CEMS that reads a little and ends. */
    static final class Ends {
        private Ends() {}

        public static void main(String[] arguments) throws IOException {
            try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(arguments[0]))) {
                socket.getInputStream().readNBytes(50);
            }
            System.exit(9);
        }
    }

    @Test
    void whatIsToBeCheckedMustBeSaid() {
        assertEquals(
                Ran.refused("userports: a command is missing; commands: check", "Try 'userports cems --help'."),
                Ran.of("cems"));
        assertEquals(
                Ran.refused("userports: there is no command 'chek'; commands: check", "Try 'userports cems --help'."),
                Ran.of("cems", "chek"));
        assertEquals(
                Ran.refused("userports: Missing required parameter: 'NAME|FILE'", "Try 'userports cems check --help'."),
                Ran.of("cems", "check"));
        assertEquals(
                Ran.refused("userports: no-such-file.yaml: no such file; check its name, and from where it is meant"),
                Ran.of("cems", "check", "no-such-file.yaml"));
    }

    /** {@return a CEMS that prints three values, of which the power is taken for one in {@code unit}} */
    private String printing(String unit) throws IOException {
        return cases.observing(
                IN_ITS_WORDS.formatted(unit),
                cases.shellAroundReference("\"$@\" | grep --line-buffered -E '\"(power-import|meter-id|tariff)\"'"));
    }

    /** Which telegram it is looked at after is a matter of chance; so are its numbers, and how wide they are. */
    private Ran check(String cems) throws IOException {
        Ran ran = Ran.of("cems", "check", cems, "--rig", cases.rig("tcp:0", "3 s"));
        List<String> out = ran.out().stream()
                .map(line -> line.replaceAll("\\d+\\.\\d+(?= ?\\*?kW| s )", "N"))
                .map(line -> line.replaceAll("telegram \\d+", "telegram N").replaceAll(" +", " "))
                .toList();
        return new Ran(ran.exit(), out, ran.err());
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
