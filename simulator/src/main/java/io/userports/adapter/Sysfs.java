package io.userports.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What Linux tells of its serial ports below {@code /sys/class/tty}. */
final class Sysfs {
    /** How the driver of built-in ports calls a place in its table where nothing is. */
    private static final String NO_UART = "0";
    /** Kernels from 6.5 on put two steps of their own between a built-in port and its driver. */
    private static final String BETWEEN = "serial-base";

    private final Path devices;

    private Sysfs(Path devices) {
        this.devices = devices;
    }

    static List<Adapter> adapters(Path system, Path devices) {
        List<Adapter> adapters = new ArrayList<>();
        for (Path tty : children(system.resolve("class/tty"))) {
            String uart = text(tty.resolve("type"));
            if (Files.exists(tty.resolve("device")) && !uart.equals(NO_UART)) {
                new Sysfs(devices).adapter(tty).ifPresent(adapters::add);
            }
        }
        return adapters;
    }

    /** {@return the port; empty when there is no device to open, or it has just been unplugged} */
    private Optional<Adapter> adapter(Path tty) {
        try {
            Path device = devices.resolve(tty.getFileName());
            Path port = tty.resolve("device").toRealPath();
            if (!Files.exists(device)) {
                return Optional.empty();
            }
            Optional<Path> usb = above(port, "idVendor");
            Optional<Path> socket = above(port, "bInterfaceNumber").or(() -> usb);
            return Optional.of(new Adapter(
                    device.toString(),
                    names(device.toRealPath()),
                    driver(port),
                    new AdapterId(
                            usb.map(at -> text(at.resolve("idVendor")) + ":" + text(at.resolve("idProduct")))
                                    .orElse(""),
                            usb.map(at -> text(at.resolve("serial"))).orElse(""),
                            socket.map(at -> at.getFileName().toString())
                                    .filter(AdapterId::isPath)
                                    .orElse("")),
                    usb.map(at -> text(at.resolve("product"))).orElse(""),
                    millis(text(port.resolve("latency_timer")))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<String> names(Path device) {
        List<String> names = new ArrayList<>();
        for (String by : List.of("serial/by-id", "serial/by-path")) {
            for (Path name : children(devices.resolve(by))) {
                try {
                    if (name.toRealPath().equals(device)) {
                        names.add(name.toString());
                    }
                } catch (IOException e) {
                    // It leads nowhere: its adapter has just been unplugged.
                }
            }
        }
        return names;
    }

    private static String driver(Path port) throws IOException {
        for (Path at = port; at != null; at = at.getParent()) {
            Path driver = at.resolve("driver");
            if (Files.exists(driver) && !driver.toRealPath().toString().contains("/" + BETWEEN + "/")) {
                return driver.toRealPath().getFileName().toString();
            }
        }
        return "";
    }

    /** {@return the folder at or above {@code port} that has a file of that name} */
    private static Optional<Path> above(Path port, String file) {
        return Stream.iterate(port, at -> at != null, Path::getParent)
                .filter(at -> Files.exists(at.resolve(file)))
                .findFirst();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            // The latter where an error comes while it is listed.
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static OptionalInt millis(String text) {
        return text.matches("[0-9]{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
