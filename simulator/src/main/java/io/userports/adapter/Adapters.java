package io.userports.adapter;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The serial ports of a machine; each question looks anew, because they come and go. */
public final class Adapters {
    private static final Path SYSTEM = Path.of("/sys");
    private static final Path DEVICES = Path.of("/dev");

    private final Supplier<List<Adapter>> source;

    private Adapters(Supplier<List<Adapter>> source) {
        this.source = source;
    }

    /** {@return those of this machine: as Linux tells them, elsewhere as jSerialComm does} */
    public static Adapters here() {
        return Files.isDirectory(SYSTEM.resolve("class/tty")) ? of(SYSTEM, DEVICES) : new Adapters(Adapters::listed);
    }

    /** {@return those that a tree like Linux' {@code /sys} tells of, with their devices in a folder like {@code /dev}} */
    public static Adapters of(Path system, Path devices) {
        return new Adapters(() -> Sysfs.adapters(system, devices));
    }

    /** {@return all of them, by device; pseudo-terminals are none} */
    public List<Adapter> list() {
        List<Adapter> adapters = new ArrayList<>(source.get());
        adapters.sort(Comparator.comparing((Adapter a) -> a.device().replaceAll("[0-9]+$", ""))
                .thenComparing(a -> a.device().length())
                .thenComparing(Adapter::device));
        return List.copyOf(adapters);
    }

    /** {@return the one behind {@code device}, whichever of its names that is; empty when it is none of them} */
    public Optional<Adapter> at(String device) {
        Optional<Path> real = real(device);
        return list().stream()
                .filter(a -> a.device().equals(device)
                        || a.names().contains(device)
                        || real.isPresent() && real.equals(real(a.device())))
                .findFirst();
    }

    /**
     * {@return the one that {@code wanted} means}
     *
     * @throws AdapterException when there is none or more than one, with what is there
     */
    public Adapter find(AdapterId wanted) {
        List<Adapter> all = list();
        List<Adapter> found = all.stream().filter(a -> a.is(wanted)).toList();
        if (found.isEmpty()) {
            throw AdapterException.of("the adapter (" + wanted + ") is not plugged in; plug it in or correct the rig; "
                    + (all.isEmpty() ? "no serial port is there" : "there is " + told(all)));
        }
        if (found.size() > 1) {
            throw AdapterException.of("the adapter (" + wanted + ") may be any of " + found.size() + ": " + told(found)
                    + "; say more: its serial or its path");
        }
        return found.get(0);
    }

    /**
     * {@return where {@code wanted} is now, which must be {@code device} unless that is empty}
     *
     * @throws AdapterException when there is none or more than one, or {@code device} is another
     */
    public String locate(String device, AdapterId wanted) {
        if (wanted.isAny()) {
            return device;
        }
        if (device.isEmpty()) {
            return find(wanted).device();
        }
        Optional<Adapter> sits = at(device);
        if (sits.isPresent() && sits.get().is(wanted)) {
            return device;
        }
        List<Adapter> elsewhere = list().stream().filter(a -> a.is(wanted)).toList();
        throw AdapterException.of("is not the adapter (" + wanted + ") but "
                + sits.map(Adapter::toString).orElse("no adapter at all") + "; "
                + (elsewhere.isEmpty()
                        ? "that one is not plugged in; plug it in, or correct the rig"
                        : "that one is " + told(elsewhere) + "; leave out the device, or correct it"));
    }

    private static String told(List<Adapter> adapters) {
        return adapters.stream().map(Adapter::toString).collect(Collectors.joining(", "));
    }

    private static Optional<Path> real(String device) {
        try {
            return Optional.of(Path.of(device).toRealPath());
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static List<Adapter> listed() {
        try {
            SerialLibrary.load();
            return Arrays.stream(SerialPort.getCommPorts())
                    .map(Adapters::listed)
                    .toList();
        } catch (LinkageError e) {
            throw AdapterException.of(
                    "the native part of jSerialComm cannot be loaded; start java with -Djava.io.tmpdir=FOLDER, a folder"
                            + " from which programs may run",
                    e);
        }
    }

    private static Adapter listed(SerialPort port) {
        boolean usb = port.getVendorID() > 0;
        String text = usb ? String.format(Locale.ROOT, "%04x:%04x", port.getVendorID(), port.getProductID()) : "";
        String serial = usb && !port.getSerialNumber().equals("Unknown") ? port.getSerialNumber() : "";
        return new Adapter(
                port.getSystemPortPath(),
                List.of(),
                "",
                new AdapterId(text, serial, AdapterId.isPath(port.getPortLocation()) ? port.getPortLocation() : ""),
                port.getPortDescription(),
                OptionalInt.empty());
    }
}
