package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.userports.link.LinkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops of this machine: pseudo-terminals, TCP, and serial devices that socat makes, through the whole command. */
class LoopbackCommandTest {
    @TempDir
    Path folder;

    private Ran loopback(String arguments) {
        return Ran.of(("loopback " + arguments + " --json " + json()).split(" "));
    }

    private Path json() {
        return folder.resolve("result.json");
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper().readTree(json().toFile());
    }

    private static String last(Ran ran) {
        return ran.out().isEmpty()
                ? ran.err().toString()
                : ran.out().get(ran.out().size() - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virtual --rate 2600",
                "virtual --bit-rate 2000000 --pattern prbs31",
                "virtual --pattern worst-case",
                "virtual --port p1 --pattern prbs15",
                "virtual --port p1",
                "tcp --pattern prbs31",
                "tcp"
            })
    void aVirtualLoopHasNoErrors(String arguments) throws IOException {
        boolean readings = arguments.endsWith("p1");
        Ran ran = loopback(arguments + " --duration " + (readings ? "1500ms" : "400ms"));
        assertEquals(0, ran.exit(), ran.toString());
        JsonNode result = result().get("result");
        assertEquals(
                8 * result.get("octetsSent").asLong(),
                result.get("line").get("bitsCompared").asLong(),
                ran.toString());
        assertEquals(result.get("octetsSent"), result.get("octetsReceived"));
        assertTrue(result.get("octetsSent").asLong() > 1000, ran.toString());
        assertEquals(0, result.get("line").get("bitsWrong").asLong());
        assertEquals(0, result.get("line").get("octetsNotCompared").asLong());
        assertEquals(0, result.get("limits").get("lower").asDouble());
        assertEquals(
                -Math.log(0.05) / result.get("line").get("bitsCompared").asLong(),
                result.get("limits").get("upper").asDouble(),
                1e-12);
        assertTrue(
                last(ran)
                        .matches("none wrong in [0-9,]+ bits: the ratio is at most [0-9.]+e-[0-9]+ with 95 %"
                                + " confidence {6}exit 0"),
                last(ran));
        assertTrue(ran.out().contains(" framing errors     not counted by this driver"), ran.toString());
        assertTrue(result.get("latency").get("medianMicroseconds").asDouble() > 0);
    }

    @Test
    void aBoundThatIsShownEndsTheTest() throws IOException {
        Ran ran = loopback("virtual --pattern prbs31 --ber 1e-5 --confidence 0.9");
        assertEquals(0, ran.exit(), ran.toString());
        JsonNode result = result().get("result");
        assertEquals("HOLDS", result.get("answer").asText());
        assertTrue(result.get("limits").get("upper").asDouble() <= 1e-5);
        assertTrue(result.get("sentForSeconds").asDouble() < 60);
        assertEquals(result().get("conclusion").asText() + "      exit 0", last(ran));
    }

    @Test
    void aLineThatIsWorseEndsItToo() throws IOException {
        Ran ran = loopback("virtual --pattern prbs31 --ber 1e-6 --fault bit-flip:rate=1e-3");
        assertEquals(3, ran.exit(), ran.toString());
        assertEquals("WORSE", result().get("result").get("answer").asText());
        assertTrue(last(ran).contains("which is worse than 1.00e-6"), last(ran));
    }

    @Test
    void tooLittleTimeIsNoAnswer() throws IOException {
        Ran ran = loopback("virtual --pattern prbs31 --ber 1e-9 --duration 300ms");
        assertEquals(2, ran.exit(), ran.toString());
        assertEquals("OPEN", result().get("result").get("answer").asText());
        assertTrue(
                last(ran).contains("too few bits to tell whether it is at most 1.00e-9: let it run longer"), last(ran));
    }

    @Test
    void theInjectedRatioLiesWithinTheLimits() throws IOException {
        Ran ran = loopback(
                "virtual --pattern prbs15 --duration 1s --seed 3 --confidence 0.999" + " --fault bit-flip:rate=1e-3");
        assertEquals(3, ran.exit(), ran.toString());
        JsonNode limits = result().get("result").get("limits");
        assertTrue(
                limits.get("lower").asDouble() < 1e-3
                        && 1e-3 < limits.get("upper").asDouble(),
                limits.toString());
        assertTrue(limits.get("upper").asDouble() < 1.5e-3, limits.toString());
    }

    @Test
    void lostOctetsAreToldThoughTheBoundHolds() throws IOException {
        Ran ran = loopback("virtual --pattern prbs31 --ber 1e-5 --fault octets-lost:after=2,times=3");
        assertEquals(3, ran.exit(), ran.toString());
        assertEquals(0, result().get("result").get("line").get("bitsWrong").asLong());
        assertTrue(
                last(ran).endsWith("; but 3 octets were lost and 0 came from nowhere, in 3 slips      exit 3"),
                last(ran));
    }

    @Test
    void theFaultsOfARigStrikeToo() throws IOException {
        Path rig = Files.writeString(
                folder.resolve("rig.yaml"), "p1: pty\ns1: pty\nfaults:\n- {fault: bit-flip, rate: 1e-3}\n");
        assertEquals(3, loopback(rig + " --duration 500ms --pattern prbs31").exit());
        assertTrue(result().get("result").get("line").get("bitsWrong").asLong() > 0);
        assertEquals(
                "[\"bit-flip:rate=0.001\"]",
                result().get("result").get("faults").toString());
    }

    @Test
    void aSerialPortWithoutAFarEndIsRefused() throws IOException {
        Path rig = Files.writeString(
                folder.resolve("rig.yaml"), "p1: {link: 'serial:/dev/ttyUSB7', reader: /dev/ttyUSB8}\n");
        assertEquals(
                Ran.refused("userports: p1.loopback: missing, and nobody knows where what leaves by"
                        + " 'serial:/dev/ttyUSB7' comes in again; give it in the rig: self (its own receiver) or"
                        + " serial:DEVICE"),
                loopback(rig.toString()));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldBeforeTheTest() {
        Ran ran = Ran.of(
                "loopback", "virtual", "--json", folder.resolve("no/such/file").toString());
        assertEquals(3, ran.exit());
        assertEquals(List.of(), ran.out());
        assertTrue(ran.err().get(0).contains("cannot be written"), ran.toString());
    }

    @Test
    void octetsThatComeAgainAreNeverPassedOver() throws IOException {
        Ran ran = loopback("virtual --pattern prbs31 --fault again:every=10 --duration 500ms");
        assertEquals(3, ran.exit(), ran.toString());
        JsonNode result = result().get("result");
        long more =
                result.get("octetsReceived").asLong() - result.get("octetsSent").asLong();
        assertTrue(more > 0, ran.toString());
        assertEquals(more, result.get("line").get("octetsExtra").asLong(), ran.toString());
        assertEquals(0, result.get("line").get("octetsLost").asLong(), ran.toString());
    }

    @Test
    void aBitRateThatNoLineHasIsRefusedByItsName() {
        assertEquals(
                Ran.refused("userports: --bit-rate: '5' is not 9600 to 12000000"), loopback("virtual --bit-rate 5"));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsItWithWhatWasMeasured(String signal, int code) throws Exception {
        try (Child child = Child.userports(
                folder, "loopback", "virtual", "--pattern", "prbs31", "--ber", "1e-12", "--json", json().toString())) {
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> !child.out()
                    .isEmpty());
            Thread.sleep(1000);
            child.signal(signal);
            assertEquals(code, child.exit());
            assertTrue(
                    child.out().get(1).startsWith(" bits compared"), child.out().toString());
            assertTrue(result().get("result").get("stopped").asBoolean());
        }
    }

    @Test
    void aSignalFindsASerialLineStillOpen() throws Exception {
        Path near = folder.resolve("near");
        Path far = folder.resolve("far");
        try (Socat pair = Socat.of("pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far)) {
            pair.await(near);
            pair.await(far);
            Path rig = Files.writeString(
                    folder.resolve("rig.yaml"),
                    "p1: pty\ns1: {link: 'serial:" + near + "', loopback: 'serial:" + far + "'}\n");
            String[] command = {
                "loopback", rig.toString(), "--pattern", "prbs31", "--ber", "1e-12", "--json", json().toString()
            };
            try (Child child = Child.userports(folder, command)) {
                Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> !child.out()
                        .isEmpty());
                Thread.sleep(1000);
                child.signal("TERM");
                assertEquals(143, child.exit());
                JsonNode result = result().get("result");
                assertTrue(result.get("stopped").asBoolean(), result.toString());
                assertTrue(result.get("trouble").isNull(), result.toString());
                assertEquals(0, result.get("line").get("octetsLost").asLong(), result.toString());
            }
        }
    }

    @Test
    void whoElseSendsOnTheLineDoesNotKeepTheTestGoing() throws Exception {
        Path near = folder.resolve("near");
        Path far = folder.resolve("far");
        Path noise = Files.writeString(
                folder.resolve("noise.sh"), "while :; do echo neither prbs nor telegram; sleep 0.01; done\n");
        try (Socat nowhere = Socat.of("-u", "pty,raw,echo=0,link=" + near, "/dev/null");
                Socat other = Socat.of("-u", "EXEC:sh " + noise, "pty,raw,echo=0,link=" + far)) {
            nowhere.await(near);
            other.await(far);
            Path rig = Files.writeString(
                    folder.resolve("rig.yaml"),
                    "p1: pty\ns1: {link: 'serial:" + near + "', loopback: 'serial:" + far + "'}\n");
            Ran ran = loopback(rig + " --duration 300ms");
            assertEquals(3, ran.exit(), ran.toString());
            assertTrue(String.join(" ", ran.out()).contains("none could be recognised"), ran.toString());
        }
    }

    @Test
    void aLineThatFallsSilentEndsTheTestWithItsFigures() throws Exception {
        Path near = folder.resolve("near");
        Path far = folder.resolve("far");
        Path rig = Files.writeString(
                folder.resolve("rig.yaml"),
                "p1: pty\ns1: {link: 'serial:" + near + "', loopback: 'serial:" + far + "'}\n");
        try (Socat pair = Socat.of("pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far)) {
            pair.await(near);
            pair.await(far);
            Thread end = new Thread(() -> {
                try {
                    Thread.sleep(2500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                pair.process().destroy();
            });
            end.start();
            Ran ran = loopback(rig + " --pattern prbs31 --ber 1e-12");
            assertEquals(3, ran.exit(), ran.toString());
            assertTrue(ran.out().get(1).startsWith(" bits compared"), ran.toString());
            assertTrue(result().get("result").get("trouble").isTextual(), ran.toString());
            end.join();
        }
    }

    @Test
    void aDeviceWiredToItselfAndOneWiredToAnotherAreLoops() throws Exception {
        Path near = folder.resolve("near");
        Path far = folder.resolve("far");
        try (Socat pair = Socat.of("pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far)) {
            pair.await(near);
            pair.await(far);
            Path rig = Files.writeString(
                    folder.resolve("rig.yaml"),
                    "p1: pty\ns1: {link: 'serial:" + near + "', loopback: 'serial:" + far + "'}\n");
            assertEquals(0, loopback(rig + " --duration 1s").exit());
            assertEquals(
                    far.toString(), result().get("result").get("receivedBy").asText());
            assertEquals(0, loopback(rig + " --duration 300ms --pattern prbs31").exit());
        }
        Path self = folder.resolve("self");
        try (Socat echo = Socat.of("pty,raw,echo=0,link=" + self, "PIPE")) {
            echo.await(self);
            Path rig = Files.writeString(
                    folder.resolve("rig.yaml"), "p1: pty\ns1: {link: 'serial:" + self + "', loopback: self}\n");
            assertEquals(
                    0, loopback(rig + " --duration 300ms --pattern worst-case").exit());
        }
    }

    @Test
    void aLoopThatIsNotClosedIsTold() throws Exception {
        Path near = folder.resolve("near");
        Path far = folder.resolve("far");
        try (Socat one = Socat.of("-u", "pty,raw,echo=0,link=" + near, "/dev/null");
                Socat other = Socat.of("pty,raw,echo=0,link=" + far, "PIPE")) {
            one.await(near);
            other.await(far);
            Path rig = Files.writeString(
                    folder.resolve("rig.yaml"),
                    "p1: pty\ns1: {link: 'serial:" + near + "', loopback: 'serial:" + far + "'}\n");
            Ran ran = loopback(rig + " --duration 500ms --pattern prbs31");
            assertEquals(3, ran.exit());
            assertTrue(
                    last(ran)
                            .matches("nothing of [0-9,]+ octets that left at " + near + " came in at " + far
                                    + "; look whether the pair is looped back, \\+ to \\+ and - to -, and whether the adapter is the"
                                    + " right one {6}exit 3"),
                    last(ran));
        }
    }

    /** A foreign program that makes devices of this machine, where it is installed. */
    private record Socat(Process process) implements AutoCloseable {
        static Socat of(String... arguments) throws IOException {
            Assumptions.assumeTrue(LinkSpec.Pty.supported() && Files.exists(Path.of("/usr/bin/socat")));
            return new Socat(new ProcessBuilder(Stream.concat(Stream.of("/usr/bin/socat"), Stream.of(arguments))
                            .toList())
                    .start());
        }

        void await(Path device) {
            Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> Files.exists(device));
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
