package io.userports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On trees as Linux has them; no hardware is here. */
@EnabledOnOs(OS.LINUX)
class AdaptersTest {
    private static final String TWO_PORTS = "0403:6010";

    @TempDir
    Path folder;

    private SysfsTree tree;

    @BeforeEach
    void build() throws IOException {
        tree = SysfsTree.in(folder);
    }

    @Test
    void everyPortIsListedWithWhatTheSystemKnowsOfIt() throws IOException {
        tree.console("tty1")
                .builtIn("ttyS0", "fe215040.serial", "serial8250", "4")
                .builtIn("ttyS1", "fe215041.serial", "serial8250", "0")
                .builtIn("ttyAMA0", "fe201000.serial", "uart-pl011", "32")
                .ftdi("ttyUSB10", "1-1.4", "A10")
                .ftdi("ttyUSB2", "1-1.2", "A2")
                .usb("ttyACM0", "3-1", 0, "2341:0043", "", "Board", "cdc_acm")
                .name("by-id", "usb-FTDI_A2-if00-port0", "ttyUSB2")
                .name("by-path", "pci-0000:00:14.0-usb-0:1.2:1.0-port0", "ttyUSB2");
        assertEquals(
                List.of(
                        adapter("ttyACM0", List.of(), "cdc_acm", id("2341:0043", "", "3-1:1.0"), "Board", -1),
                        adapter("ttyAMA0", List.of(), "uart-pl011", AdapterId.ANY, "", -1),
                        adapter("ttyS0", List.of(), "serial8250", AdapterId.ANY, "", -1),
                        adapter(
                                "ttyUSB2",
                                List.of(
                                        dev("serial/by-id/usb-FTDI_A2-if00-port0"),
                                        dev("serial/by-path/pci-0000:00:14.0-usb-0:1.2:1.0-port0")),
                                "ftdi_sio",
                                id("0403:6001", "A2", "1-1.2:1.0"),
                                "FT232R USB UART",
                                16),
                        adapter(
                                "ttyUSB10",
                                List.of(),
                                "ftdi_sio",
                                id("0403:6001", "A10", "1-1.4:1.0"),
                                "FT232R USB UART",
                                16)),
                tree.adapters().list());
    }

    @Test
    void aPortWithoutADeviceToOpenIsNotListed() throws IOException {
        tree.ftdi("ttyUSB0", "1-1", "A");
        Files.delete(tree.device("ttyUSB0"));
        assertEquals(List.of(), tree.adapters().list());
    }

    @Test
    void anAdapterIsFoundByWhateverIsKnownOfIt() throws IOException {
        tree.ftdi("ttyUSB0", "1-1.1", "A").ftdi("ttyUSB1", "1-1.2", "B");
        assertEquals(dev("ttyUSB1"), found(id("", "B", "")));
        assertEquals(dev("ttyUSB1"), found(id("", "", "1-1.2")));
        assertEquals(dev("ttyUSB0"), found(id("0403:6001", "A", "1-1.1")));
    }

    @Test
    void theTwoPortsOfOneAdapterAreToldApartByTheirInterface() throws IOException {
        tree.usb("ttyUSB0", "1-1", 0, TWO_PORTS, "A", "Dual RS232", "ftdi_sio")
                .usb("ttyUSB1", "1-1", 1, TWO_PORTS, "A", "Dual RS232", "ftdi_sio");
        assertEquals(dev("ttyUSB1"), found(id("", "A", "1-1:1.1")));
        assertEquals(
                "the adapter (at 1-1) may be any of 2: " + dev("ttyUSB0")
                        + " (USB 0403:6010, serial number A, at 1-1:1.0), " + dev("ttyUSB1")
                        + " (USB 0403:6010, serial number A, at 1-1:1.1); say more: its serial or its path",
                refusal(id("", "", "1-1")));
    }

    @Test
    void whatIsNotPluggedInIsToldWithWhatIs() throws IOException {
        assertEquals(
                "the adapter (serial number C) is not plugged in; plug it in or correct the rig; no serial port is there",
                refusal(id("", "C", "")));
        tree.ftdi("ttyUSB0", "1-1.1", "A").builtIn("ttyS0", "fe215040.serial", "serial8250", "4");
        assertEquals(
                "the adapter (USB 1a86:7523, at 1-1.3) is not plugged in; plug it in or correct the rig; there is "
                        + dev("ttyS0") + " (serial8250), " + dev("ttyUSB0")
                        + " (USB 0403:6001, serial number A, at 1-1.1:1.0)",
                refusal(id("1a86:7523", "", "1-1.3")));
    }

    @Test
    void aDeviceMustBeTheAdapterThatIsMeant() throws IOException {
        tree.ftdi("ttyUSB0", "1-1.1", "A").ftdi("ttyUSB1", "1-1.2", "B").name("by-id", "usb-B", "ttyUSB1");
        Adapters adapters = tree.adapters();
        assertEquals("/dev/anything", adapters.locate("/dev/anything", AdapterId.ANY));
        assertEquals(dev("serial/by-id/usb-B"), adapters.locate(dev("serial/by-id/usb-B"), id("", "B", "")));
        assertEquals(dev("ttyUSB0"), adapters.locate("", id("", "A", "")));
        assertEquals(
                "is not the adapter (serial number A) but " + dev("ttyUSB1")
                        + " (USB 0403:6001, serial number B, at 1-1.2:1.0); that one is " + dev("ttyUSB0")
                        + " (USB 0403:6001, serial number A, at 1-1.1:1.0); leave out the device, or correct it",
                mistake(dev("ttyUSB1"), id("", "A", "")));
        assertEquals(
                "is not the adapter (serial number C) but no adapter at all; that one is not plugged in; plug it in,"
                        + " or correct the rig",
                mistake(dev("ttyUSB7"), id("", "C", "")));
    }

    @Test
    void anAdapterThatMovesIsFoundWhereItIsNow() throws IOException {
        tree.ftdi("ttyUSB0", "1-1.1", "A");
        Adapters adapters = tree.adapters();
        assertEquals(dev("ttyUSB0"), adapters.find(id("", "A", "")).device());
        tree.unplug("ttyUSB0");
        tree.ftdi("ttyUSB3", "1-1.1", "A");
        assertEquals(dev("ttyUSB3"), adapters.find(id("", "A", "")).device());
        assertEquals(Optional.empty(), adapters.at(dev("ttyUSB0")));
    }

    @Test
    void thePortsOfThisMachineCanBeListed() {
        for (Adapter adapter : Adapters.here().list()) {
            assertEquals(true, Files.exists(Path.of(adapter.device())), adapter.toString());
        }
    }

    private String found(AdapterId wanted) {
        return tree.adapters().find(wanted).device();
    }

    private String refusal(AdapterId wanted) {
        return assertThrows(AdapterException.class, () -> tree.adapters().find(wanted))
                .getMessage();
    }

    private String mistake(String device, AdapterId wanted) {
        return assertThrows(AdapterException.class, () -> tree.adapters().locate(device, wanted))
                .getMessage();
    }

    private Adapter adapter(
            String device, List<String> names, String driver, AdapterId id, String product, int latency) {
        return new Adapter(
                dev(device), names, driver, id, product, latency < 0 ? OptionalInt.empty() : OptionalInt.of(latency));
    }

    private String dev(String name) {
        return tree.device(name).toString();
    }

    private static AdapterId id(String usb, String serial, String path) {
        return new AdapterId(usb, serial, path);
    }
}
