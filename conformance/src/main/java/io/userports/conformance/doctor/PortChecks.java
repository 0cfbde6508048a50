package io.userports.conformance.doctor;

import io.userports.adapter.Adapter;
import io.userports.adapter.AdapterException;
import io.userports.adapter.Holder;
import io.userports.adapter.OpenPort;
import io.userports.adapter.PortLock;
import io.userports.conformance.rig.RigPort;
import io.userports.link.DataRequest;
import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.link.LinkSpec;
import io.userports.link.Receiver;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What can be said about one port of a rig; its link stays open until this is closed, as it does in a run. */
final class PortChecks implements AutoCloseable {
    /** e-MUCS H 1.3 §4.2.3 gives a sample 10 ms to leave; an FTDI chip waits 16 ms unless it is told otherwise. */
    private static final int LATENCY_MILLIS = 1;

    private final UserPort port;
    private final RigPort there;
    /** How long a server may take to tell how its lines stand. */
    private static final Duration TELLING = Duration.ofSeconds(1);

    private static final long AGAIN_NANOS = 20_000_000;

    private final Machine machine;
    private final List<Checked> checks = new ArrayList<>();
    private Optional<Link> link = Optional.empty();

    PortChecks(UserPort port, RigPort there, Machine machine) {
        this.port = port;
        this.there = there;
        this.machine = machine;
    }

    /** {@return all that can be said} */
    List<Checked> examine() {
        if (there.link() instanceof LinkSpec.Serial serial && isLocal(serial)) {
            locate(serial).ifPresent(device -> {
                if (isFree(device)) {
                    // Where the adapter is has been asked already, and of this machine.
                    open(new LinkSpec.Serial(device));
                    machine.adapters().at(device).ifPresent(this::latency);
                }
            });
        } else {
            open(there.link());
        }
        there.loopback()
                .map(RigPort.Loopback::device)
                .filter(device -> !device.isEmpty())
                .ifPresent(this::farEnd);
        there.readers().forEach(this::reader);
        return List.copyOf(checks);
    }

    /** {@return whether that is a port of this machine, and not one that a server of RFC 2217 has} */
    static boolean isLocal(LinkSpec link) {
        return link instanceof LinkSpec.Serial serial && !serial.device().contains("://");
    }

    /** {@return where the adapter is; empty when it cannot be found} */
    private Optional<String> locate(LinkSpec.Serial serial) {
        if (serial.device().startsWith("/") && !Files.exists(Path.of(serial.device()))) {
            check(
                    "adapter",
                    new Result.Finding(
                            "there is no device " + serial.device(),
                            "plug it in or correct its name: userports ports lists what is there, and 70-userports.rules"
                                    + " gives names"));
            return Optional.empty();
        }
        if (!serial.device().isEmpty() && isNoTerminal(serial.device())) {
            check(
                    "adapter",
                    new Result.Finding(
                            serial.device() + " is no serial device",
                            "correct its name: userports ports lists what is there"));
            return Optional.empty();
        }
        try {
            String device = machine.adapters().locate(serial.device(), serial.adapter());
            check(
                    "adapter",
                    new Result.Fine(machine.adapters()
                            .at(device)
                            .map(a -> (a.product().isEmpty() ? "" : a.product() + ", ") + a)
                            .orElse(device + ", behind which the system knows no adapter")));
            return Optional.of(device);
        } catch (AdapterException e) {
            check("adapter", Result.Finding.of((serial.device() + " " + e.getMessage()).strip()));
            return Optional.empty();
        }
    }

    /** To open it would set its rate under the program that has it; a run of this program keeps others out, and says so. */
    private boolean isFree(String device) {
        if (PortLock.holder(device).isPresent()) {
            return true;
        }
        Map<Boolean, String> others = machine.holders().apply(device).stream()
                .filter(holder -> holder.pid() != ProcessHandle.current().pid())
                .collect(Collectors.partitioningBy(
                        holder -> Maker.of(device, holder.pid()),
                        Collectors.mapping(Holder::toString, Collectors.joining(", "))));
        if (!others.get(true).isEmpty()) {
            check(
                    "holder",
                    new Result.Note(
                            device + " is a pseudo-terminal of " + others.get(true),
                            "let that program run: without it there is no such port"));
        }
        if (!others.get(false).isEmpty()) {
            check("holder", new Result.Finding(device + " is open in " + others.get(false), "end that program"));
        }
        return others.get(false).isEmpty();
    }

    /** {@return whether it is an ordinary file, a folder, or one of the devices of memory that every system has} */
    private static boolean isNoTerminal(String device) {
        try {
            Path real = Path.of(device).toRealPath();
            return Files.isRegularFile(real)
                    || Files.isDirectory(real)
                    || real.toString().matches("/dev/(null|zero|full|random|urandom|mem|port|kmsg)");
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private void open(LinkSpec spec) {
        try {
            Link opened = spec.open(there.rate(), there.request());
            link = Optional.of(opened);
            check("link", new Result.Fine(spec + " opens" + (spec.isMadeAnew() ? ", as " + opened.address() : "")));
            if (isLocal(spec)) {
                line(opened.address());
            } else {
                check(
                        "bit rate",
                        new Result.Fine(there.rate().bitsPerSecond()
                                + (spec instanceof LinkSpec.Serial
                                        ? " bit/s, as the server confirmed"
                                        : " bit/s, kept by the writer")));
                if (spec instanceof LinkSpec.Serial && there.request().isWired()) {
                    check("data request", request(isAsked(opened)));
                }
            }
        } catch (LinkException e) {
            check("link", Result.Finding.of(e.getMessage()));
        }
    }

    /** What the driver of a real line says. */
    private void line(String device) {
        try (OpenPort opened = OpenPort.of(device).orElse(null)) {
            Optional<OpenPort> line = Optional.ofNullable(opened);
            check(
                    "bit rate",
                    BitRate.result(
                            there.rate().bitsPerSecond(),
                            line.map(OpenPort::bitsPerSecond).orElse(OptionalInt.empty())));
            if (there.request().isWired()) {
                check(
                        "data request",
                        line.flatMap(OpenPort::lines)
                                .map(now ->
                                        request(there.request().line() == DataRequest.Line.CTS ? now.cts() : now.dsr()))
                                .orElseGet(() -> new Result.Note(
                                        there.request() + ", and the driver does not tell how its lines stand",
                                        "see in a run whether telegrams come when the CEMS asks for them")));
            }
        }
    }

    /** Before a CEMS has started nobody asks, and that is well; a wire that is off looks the same. */
    private Result request(boolean asserted) {
        return asserted
                ? new Result.Fine(there.request() + ", and it is asserted now")
                : new Result.Note(
                        there.request() + ", and it is not asserted now",
                        "let the CEMS ask, and look again; if it stays so, look whether its line is wired to this input");
    }

    /** A server tells how its lines stand when it is asked, and a moment later. */
    private static boolean isAsked(Link remote) {
        long last = System.nanoTime() + TELLING.toNanos();
        while (!remote.ready() && System.nanoTime() - last < 0) {
            LockSupport.parkNanos(AGAIN_NANOS);
        }
        return remote.ready();
    }

    private void latency(Adapter adapter) {
        if (adapter.latencyMillis().isEmpty()) {
            return;
        }
        int millis = adapter.latencyMillis().getAsInt();
        String remedy = "copy 70-userports.rules to /etc/udev/rules.d; until it is plugged in again: echo 1 | sudo tee"
                + " /sys/bus/usb-serial/devices/" + Path.of(adapter.device()).getFileName() + "/latency_timer";
        if (millis <= LATENCY_MILLIS) {
            check("latency timer", new Result.Fine(millis + " ms"));
        } else if (port == UserPort.S1) {
            check(
                    "latency timer",
                    new Result.Finding(
                            millis + " ms: octets may be held back so long, and a sample has 10 ms to leave"
                                    + " (e-MUCS H 1.3)",
                            remedy));
        } else {
            check("latency timer", new Result.Note(millis + " ms: octets may be held back so long", remedy));
        }
    }

    /** Where octets come in again: another device than the link, and one that opens. */
    private void farEnd(String device) {
        if (there.link() instanceof LinkSpec.Serial serial && isSame(serial.device(), device)) {
            check("loopback", new Result.Finding(device + " is the link itself", "write loopback: self"));
            return;
        }
        if (device.startsWith("/") && !Files.exists(Path.of(device))) {
            check(
                    "loopback",
                    new Result.Finding("there is no device " + device, "plug it in or correct its name in the rig"));
            return;
        }
        try (Receiver receiver = new LinkSpec.Serial(device).receiver(there.rate())) {
            check("loopback", new Result.Fine(receiver.address() + " opens"));
        } catch (LinkException e) {
            check("loopback", Result.Finding.of(e.getMessage()));
        }
    }

    private static boolean isSame(String one, String other) {
        try {
            return one.equals(other)
                    || Files.exists(Path.of(one))
                            && Files.exists(Path.of(other))
                            && Files.isSameFile(Path.of(one), Path.of(other));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** The other end of the cable, where a CEMS on this machine opens it. */
    private void reader(String device) {
        if (device.startsWith("/")) {
            check("reader", readable(device));
        }
    }

    private static Result readable(String device) {
        try {
            Path path = Path.of(device);
            if (!Files.exists(path)) {
                return new Result.Note(
                        device + " is not there",
                        "plug it in or correct its name; a CEMS that is a device of its own needs none");
            }
            return Files.isReadable(path)
                    ? new Result.Fine(device + " is there")
                    : new Result.Note(
                            device + " may not be opened by you, nor by a CEMS that you start",
                            "add yourself to the group that owns it (often dialout) and log in again");
        } catch (InvalidPathException e) {
            return new Result.Note(device + " is no device", "correct its name");
        }
    }

    private void check(String what, Result result) {
        checks.add(new Checked(port + " " + what, result));
    }

    @Override
    public void close() {
        link.ifPresent(Link::close);
    }
}
