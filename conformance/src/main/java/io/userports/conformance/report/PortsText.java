package io.userports.conformance.report;

import io.userports.adapter.Adapter;
import io.userports.adapter.Holder;
import io.userports.conformance.check.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The serial ports of a machine, for people and for programs. */
public final class PortsText {
    private static final List<String> HEADING =
            List.of("device", "adapter", "usb", "serial", "path", "driver", "latency", "name that stays", "held by");

    private PortsText() {}

    /** One of them as JSON; what the system does not tell is empty. */
    private record Port(
            String device,
            String product,
            String usb,
            String serial,
            String path,
            String driver,
            Integer latencyMs,
            List<String> names,
            List<Holder> heldBy) {
        static Port of(Adapter adapter, Function<String, List<Holder>> holders) {
            return new Port(
                    adapter.device(),
                    adapter.product(),
                    adapter.id().usb(),
                    adapter.id().serial(),
                    adapter.id().path(),
                    adapter.driver(),
                    adapter.latencyMillis().isPresent()
                            ? adapter.latencyMillis().getAsInt()
                            : null,
                    adapter.names(),
                    holders.apply(adapter.device()));
        }

        List<String> row() {
            return Stream.of(
                            device,
                            product,
                            usb,
                            serial,
                            path,
                            driver,
                            latencyMs == null ? "" : latencyMs + " ms",
                            names.stream().findFirst().orElse(""),
                            heldBy.stream().map(Holder::toString).collect(Collectors.joining(", ")))
                    .map(cell -> cell.isEmpty() ? "-" : Printable.of(cell))
                    .toList();
        }
    }

    /** {@return a table; where there is nothing, what to do about it} */
    public static List<String> lines(List<Adapter> adapters, Function<String, List<Holder>> holders) {
        if (adapters.isEmpty()) {
            return List.of(
                    "no serial port is plugged in or built in; plug an adapter in, or take a rig that needs none:"
                            + " virtual (pseudo-terminals) or tcp");
        }
        List<String> lines = new ArrayList<>(new TextTable(
                        HEADING,
                        adapters.stream().map(a -> Port.of(a, holders).row()).toList())
                .lines(false));
        lines.add("");
        lines.add("adapter: {usb: …, serial: …, path: …} of a rig means one of them, wherever it is plugged in");
        return lines;
    }

    /** {@return the same as JSON: a list} */
    public static String json(List<Adapter> adapters, Function<String, List<Holder>> holders) {
        return StrictJson.text(adapters.stream().map(a -> Port.of(a, holders)).toList())
                .stripTrailing();
    }
}
