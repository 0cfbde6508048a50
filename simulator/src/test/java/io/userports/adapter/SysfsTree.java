package io.userports.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree as Linux shows its serial ports, made up: {@code sys} and {@code dev} below a folder. */
public final class SysfsTree {
    private final Path root;

    private SysfsTree(Path root) {
        this.root = root;
    }

    /** {@return a tree without any port below {@code root}} */
    public static SysfsTree in(Path root) throws IOException {
        Files.createDirectories(root.resolve("sys/class/tty"));
        Files.createDirectories(root.resolve("dev"));
        return new SysfsTree(root.toRealPath());
    }

    /** {@return the ports that it shows} */
    public Adapters adapters() {
        return Adapters.of(root.resolve("sys"), root.resolve("dev"));
    }

    /** {@return where a device of that name is} */
    public Path device(String name) {
        return root.resolve("dev").resolve(name);
    }

    /** Plugs in an adapter of one port. */
    public SysfsTree ftdi(String name, String path, String serial) throws IOException {
        return usb(name, path, 0, "0403:6001", serial, "FT232R USB UART", "ftdi_sio")
                .file(port(name, path, 0).resolve("latency_timer"), "16");
    }

    /** Plugs in the port of an interface of an adapter. */
    public SysfsTree usb(
            String name, String path, int interfaceNumber, String usb, String serial, String product, String driver)
            throws IOException {
        Path adapter = root.resolve("sys/devices/pci0000:00/0000:00:14.0/usb1").resolve(path);
        Path port = port(name, path, interfaceNumber);
        Files.createDirectories(port);
        file(adapter.resolve("idVendor"), usb.substring(0, 4));
        file(adapter.resolve("idProduct"), usb.substring(5));
        file(adapter.resolve("product"), product);
        if (!serial.isEmpty()) {
            file(adapter.resolve("serial"), serial);
        }
        file(port.getParent().resolve("bInterfaceNumber"), "0" + interfaceNumber);
        driver(port.getParent(), "bus/usb/drivers/usbserial");
        driver(port, "bus/usb-serial/drivers/" + driver);
        return tty(name, port);
    }

    /** Builds in a port, below which newer kernels put two steps of their own. */
    public SysfsTree builtIn(String name, String place, String driver, String type) throws IOException {
        Path chip = root.resolve("sys/devices/platform/soc").resolve(place);
        Path port = chip.resolve(place + ":0").resolve(place + ":0.0");
        Files.createDirectories(port);
        driver(chip, "bus/amba/drivers/" + driver);
        driver(port.getParent(), "bus/serial-base/drivers/ctrl");
        driver(port, "bus/serial-base/drivers/port");
        tty(name, port);
        return file(port.resolve("tty").resolve(name).resolve("type"), type);
    }

    /** Adds what is no serial port: a virtual console. */
    public SysfsTree console(String name) throws IOException {
        Files.createDirectories(root.resolve("sys/class/tty").resolve(name));
        return file(device(name), "");
    }

    /** Adds a stable name of a device. */
    public SysfsTree name(String folder, String name, String device) throws IOException {
        Path link = device("serial").resolve(folder).resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("../..").resolve(device));
        return this;
    }

    /** Pulls a port out. */
    public void unplug(String name) throws IOException {
        Files.delete(root.resolve("sys/class/tty").resolve(name));
        Files.deleteIfExists(device(name));
    }

    private Path port(String name, String path, int interfaceNumber) {
        return root.resolve("sys/devices/pci0000:00/0000:00:14.0/usb1")
                .resolve(path)
                .resolve(path + ":1." + interfaceNumber)
                .resolve(name);
    }

    private SysfsTree tty(String name, Path port) throws IOException {
        Path tty = port.resolve("tty").resolve(name);
        Files.createDirectories(tty);
        Files.createSymbolicLink(tty.resolve("device"), port);
        Files.createSymbolicLink(root.resolve("sys/class/tty").resolve(name), tty);
        return Files.exists(device(name)) ? this : file(device(name), "");
    }

    private void driver(Path of, String driver) throws IOException {
        Path to = root.resolve("sys").resolve(driver);
        Files.createDirectories(to);
        if (!Files.exists(of.resolve("driver"))) {
            Files.createSymbolicLink(of.resolve("driver"), to);
        }
    }

    private SysfsTree file(Path file, String text) throws IOException {
        Files.writeString(file, text + "\n");
        return this;
    }
}
