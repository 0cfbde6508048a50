package io.userports.conformance.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.adapter.Adapters;
import io.userports.adapter.Holder;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Link;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On adapters that are made up, each with a pseudo-terminal behind its name, and a machine that says what it is told to. */
@EnabledOnOs(OS.LINUX)
class DoctorTest {
    private static final String OK = "ok ";
    private static final String RULES =
            "copy 70-userports.rules to /etc/udev/rules.d; until it is plugged in again: echo 1 | sudo tee"
                    + " /sys/bus/usb-serial/devices/ttyUSB0/latency_timer";
    private static final String MISSING =
            "plug it in or correct its name; a CEMS that is a device of its own needs none";

    @TempDir
    Path folder;

    private Link terminal;
    private List<Holder> holders = List.of();
    private long free = 50_000_000_000L;
    private Supplier<String> jSerialComm = () -> "2.11.4";
    private Lateness lateness = Lateness.of(90_000, 300_000, 1_200_000);
    private MonotonicClock clock = new MonotonicClock(30, 0);

    @BeforeEach
    void open() {
        terminal = LinkSpec.parse("pty").open(LineRate.P1);
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    /** An FTDI adapter as Linux tells of it, and its device, which leads to the pseudo-terminal. */
    private Path ftdi(int latencyMillis) throws IOException {
        Path usb = Files.createDirectories(folder.resolve("sys/devices/usb1/1-1.2"));
        Files.writeString(usb.resolve("idVendor"), "0403\n");
        Files.writeString(usb.resolve("idProduct"), "6001\n");
        Files.writeString(usb.resolve("serial"), "A1\n");
        Files.writeString(usb.resolve("product"), "FT232R USB UART\n");
        Path port = Files.createDirectories(usb.resolve("1-1.2:1.0/ttyUSB0"));
        Files.writeString(usb.resolve("1-1.2:1.0/bInterfaceNumber"), "00\n");
        Files.writeString(port.resolve("latency_timer"), latencyMillis + "\n");
        Path driver = Files.createDirectories(folder.resolve("sys/bus/usb-serial/drivers/ftdi_sio"));
        Files.createSymbolicLink(port.resolve("driver"), driver);
        Path tty = Files.createDirectories(folder.resolve("sys/class/tty/ttyUSB0"));
        Files.createSymbolicLink(tty.resolve("device"), port);
        Files.createDirectories(folder.resolve("dev"));
        return Files.createSymbolicLink(folder.resolve("dev/ttyUSB0"), Path.of(terminal.address()));
    }

    private Machine machine() {
        return new Machine(
                Adapters.of(folder.resolve("sys"), folder.resolve("dev")),
                device -> holders,
                where -> free,
                jSerialComm,
                () -> "5.19.1",
                () -> new Machine.Pacing(lateness, clock));
    }

    private Doctor doctor(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("rig.yaml"), yaml);
        return new Doctor(Rig.of(file.toString()), machine());
    }

    /** {@return what is said of the port and of nothing else} */
    private List<String> examined(String yaml) throws IOException {
        return told(doctor(yaml).examine(folder)).stream()
                .filter(line -> line.startsWith("P1 ") || line.startsWith("S1 "))
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    private static List<String> told(Examination examination) {
        return examination.checks().stream()
                .map(c -> (c.what() + " " + c.result().word() + " " + c.result().found() + "; "
                                + c.result().remedy())
                        .replaceAll("; $", ""))
                .toList();
    }

    private String serial(String keys) throws IOException {
        return "{link: serial:" + ftdi(1) + ", reader: " + folder.resolve("reader") + keys + "}\n";
    }

    @Test
    void aVirtualRigHasNothingToFind() {
        Doctor doctor = new Doctor(Rig.of("virtual"), machine());
        assertEquals(
                List.of(
                        "P1 link ok pty opens, as …",
                        "P1 bit rate ok 115200 bit/s, kept by the writer",
                        "S1 link ok pty opens, as …",
                        "S1 bit rate ok 1500000 bit/s, kept by the writer",
                        "jSerialComm ok 2.11.4, its native part runs",
                        "JNA ok 5.19.1, its native part runs",
                        "monotonic clock ok steps of 30 ns, 0 ms apart from the clock of the day in a second",
                        "scheduling ok p50 0.30, p99 0.30, worst 1.20 ms late",
                        "free disk ok 50.0 GB for the evidence in " + folder),
                told(doctor.examine(folder)).stream()
                        .map(line -> line.replaceAll("as /dev/\\S+", "as …"))
                        .toList());
    }

    @Test
    void aSerialPortIsToldWithItsAdapterItsRateAndItsReader() throws IOException {
        assertEquals(
                List.of(
                        "P1 adapter ok FT232R USB UART, dev/ttyUSB0 (USB 0403:6001, serial number A1, at 1-1.2:1.0)",
                        "P1 link ok serial:dev/ttyUSB0 opens",
                        "P1 bit rate ok 115200 bit/s, exact",
                        "P1 latency timer ok 1 ms",
                        "P1 reader note reader is not there; " + MISSING),
                examined("p1: " + serial("")));
    }

    @Test
    void anAdapterIsFoundWhereverItIsPluggedIn() throws IOException {
        ftdi(1);
        Files.createFile(folder.resolve("reader"));
        assertEquals(
                List.of(
                        "P1 adapter ok FT232R USB UART, dev/ttyUSB0 (USB 0403:6001, serial number A1, at 1-1.2:1.0)",
                        "P1 link ok serial:dev/ttyUSB0 opens",
                        "P1 bit rate ok 115200 bit/s, exact",
                        "P1 latency timer ok 1 ms",
                        "P1 reader ok reader is there"),
                examined("p1: {link: serial, adapter: {serial: A1}, reader: " + folder.resolve("reader") + "}\n"));
    }

    @Test
    void anotherAdapterThanTheOneExpectedIsAFinding() throws IOException {
        List<String> told = examined("p1: " + serial(", adapter: {serial: B2}"));
        assertEquals(2, told.size(), told.toString());
        assertTrue(told.get(0).startsWith("P1 adapter finding dev/ttyUSB0 is not the adapter "), told.get(0));
        assertTrue(told.get(0).contains("serial number B2"), told.get(0));
    }

    @Test
    void aDeviceThatIsNotThereIsAFindingWithWhereToLook() throws IOException {
        assertEquals(
                List.of("P1 adapter finding there is no device /dev/no-such-port; plug it in or correct its name:"
                        + " userports ports lists what is there, and 70-userports.rules gives names"),
                examined("p1: {link: serial:/dev/no-such-port, reader: other}\n"));
    }

    @Test
    void aPortThatAnotherProgramHasIsLeftAlone() throws IOException {
        holders = List.of(new Holder(812, "ModemManager"));
        assertEquals(
                List.of(
                        "P1 adapter ok FT232R USB UART, dev/ttyUSB0 (USB 0403:6001, serial number A1, at 1-1.2:1.0)",
                        "P1 holder finding dev/ttyUSB0 is open in process 812: ModemManager; end that program",
                        "P1 reader note reader is not there; " + MISSING),
                examined("p1: " + serial("")));
    }

    @Test
    void theProgramThatMadeAPseudoTerminalIsNotInTheWay() throws IOException {
        long self = ProcessHandle.current().pid();
        assertTrue(Maker.of(terminal.address(), self));
        assertFalse(Maker.of(terminal.address(), 1_000_000_000L));
        assertFalse(Maker.of("/dev/null", self));
    }

    @Test
    void theFarEndOfALoopIsLookedAtToo() throws IOException {
        String near = ftdi(1).toString();
        assertTrue(examined("p1: tcp:0\ns1: {link: serial:" + near + ", loopback: serial:/dev/no-such-port}\n")
                .contains("S1 loopback finding there is no device /dev/no-such-port; plug it in or correct its name in"
                        + " the rig"));
        assertTrue(examined("p1: tcp:0\ns1: {link: serial:" + near + ", loopback: serial:" + terminal.address() + "}\n")
                .contains("S1 loopback finding " + terminal.address() + " is the link itself; write loopback: self"));
    }

    @Test
    void whatIsNoSerialDeviceIsToldAndNothingOfWhoHasItOpen() throws IOException {
        holders = List.of(new Holder(812, "anything"));
        assertEquals(
                List.of(
                        "P1 adapter finding /dev/null is no serial device; correct its name: userports ports lists what is"
                                + " there",
                        "P1 reader note reader is not there; " + MISSING),
                examined("p1: {link: serial:/dev/null, reader: " + folder.resolve("reader") + "}\n"));
    }

    @Test
    void oneDeviceForBothPortsIsAFinding() throws IOException {
        Path again = Files.createSymbolicLink(folder.resolve("again"), ftdi(1));
        Doctor doctor = doctor("p1: {link: serial:" + folder.resolve("dev/ttyUSB0") + ", reader: a}\ns1: {link: serial:"
                + again + ", reader: b}\n");
        List<String> findings =
                doctor.examine(folder).findings().stream().map(Checked::what).toList();
        assertEquals(List.of("S1 link"), findings);
    }

    @Test
    void aLatencyTimerIsAFindingForSamplesAndANoteForTelegrams() throws IOException {
        String link = "{link: serial:" + ftdi(16) + ", reader: other}\n";
        assertTrue(examined("p1: " + link)
                .contains("P1 latency timer note 16 ms: octets may be held back so long; " + RULES));
        assertTrue(examined("p1: pty\ns1: " + link)
                .contains(
                        "S1 latency timer finding 16 ms: octets may be held back so long, and a sample has 10 ms to leave"
                                + " (e-MUCS H 1.3); " + RULES));
    }

    @Test
    void aDataRequestOnADeviceWithoutLinesIsAFinding() throws IOException {
        assertTrue(examined("p1: " + serial(", data-request: cts"))
                .contains(
                        "P1 link finding serial:dev/ttyUSB0: has no control lines, so nobody can ask for telegrams by cts;"
                                + " use an adapter that has them, or leave the data request out"));
    }

    @Test
    void aPairThatIsLoopedBackIsANoteHereAndAFindingBeforeARun() throws IOException {
        Doctor doctor = doctor("p1: pty\ns1: {link: serial:" + ftdi(1) + ", loopback: self}\n");
        assertTrue(told(doctor.examine(folder)).stream().anyMatch(line -> line.startsWith("S1 reader note none: ")));
        assertEquals(
                List.of("S1 reader"),
                doctor.quick(EnumSet.allOf(UserPort.class), folder).findings().stream()
                        .map(Checked::what)
                        .toList());
        assertTrue(doctor.quick(Set.of(UserPort.P1), folder).isFit());
    }

    @Test
    void aDiskThatIsFullKeepsARunFromBeginning() {
        free = 100_000_000;
        Doctor doctor = new Doctor(Rig.of("tcp"), machine());
        RigBroken broken = assertThrows(RigBroken.class, () -> doctor.quick(Set.of(), folder.resolve("a/b"))
                .requireFit());
        assertEquals(
                "RIG-ERROR before any scenario: free disk: 0.1 GB for the evidence in " + folder.resolve("a/b")
                        + ", less than the 0.2 GB that a run may take; make room there, or name another folder by --out",
                broken.getMessage());
        free = 500_000_000;
        assertTrue(doctor.quick(Set.of(), folder).isFit());
        assertEquals(
                List.of("free disk note 0.5 GB for the evidence in " + folder
                        + ", enough for a run or two; make room there, or name another folder by --out"),
                told(doctor.quick(Set.of(), folder)));
    }

    @Test
    void aLibraryThatCannotBeLoadedMattersWhereItIsUsed() throws IOException {
        jSerialComm = () -> {
            throw new UnsatisfiedLinkError("failed to map segment from shared object");
        };
        String remedy = "; start java with -Djava.io.tmpdir=FOLDER, a folder from which programs may run";
        String found = " its native part cannot be loaded from " + System.getProperty("java.io.tmpdir");
        assertTrue(told(doctor("p1: " + serial("")).examine(folder)).contains("jSerialComm finding" + found + remedy));
        assertTrue(told(doctor("p1: tcp:0").examine(folder))
                .contains("jSerialComm note" + found + ", and this rig does without" + remedy));
    }

    @Test
    void beforeARunALinkThatOthersKnowIsLeftAlone() throws IOException {
        Path path = folder.resolve("port");
        Files.createFile(path);
        Doctor doctor = doctor("p1: pty:" + path + "\n");
        assertEquals(
                List.of(OK + "free disk"),
                doctor.quick(Set.of(UserPort.P1), folder).checks().stream()
                        .map(c -> c.result().word() + " " + c.what())
                        .toList());
        assertFalse(doctor.examine(folder).isFit());
    }

    @Test
    void thisMachineTellsAllThatIsAsked() {
        Machine here = Machine.here();
        assertTrue(here.usableOctets().applyAsLong(folder) > 0);
        assertEquals("2.11.4", here.jSerialComm().get());
        assertTrue(here.jna().get().matches("\\d+\\.\\d+\\.\\d+"));
        Lateness short_ = Lateness.measure(Duration.ofMillis(50));
        assertTrue(short_.p50().compareTo(short_.p99()) <= 0 && short_.p99().compareTo(short_.worst()) <= 0);
        MonotonicClock seen = MonotonicClock.during(() -> {});
        assertTrue(seen.stepNanos() > 0, seen.toString());
    }
}
