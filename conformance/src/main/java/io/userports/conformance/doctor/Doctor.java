package io.userports.conformance.doctor;

import io.userports.conformance.rig.Rig;
import io.userports.conformance.rig.RigPort;
import io.userports.link.LinkSpec;
import io.userports.wire.UserPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks at a rig and the machine it is plugged into.
 *
 * @param rig what should be plugged in where
 * @param machine what tells
 */
public record Doctor(Rig rig, Machine machine) {
    /** {@return everything that can be looked at, which takes a second; evidence would go to {@code out}} */
    public Examination examine(Path out) {
        Set<UserPort> ports = EnumSet.allOf(UserPort.class);
        List<Checked> checks = new ArrayList<>(opened(ports, there -> true));
        checks.addAll(unread(ports, Result.Note::new));
        MachineChecks rest = new MachineChecks(machine);
        checks.addAll(rest.libraries(uses(LinkSpec.Serial.class), uses(LinkSpec.Pty.class)));
        checks.addAll(rest.pacing(rig.s1().isPresent(), rig.s1().stream().anyMatch(Doctor::isSerial)));
        checks.add(rest.disk(out));
        return new Examination(checks);
    }

    /**
     * {@return what a run looks at before its first scenario, which takes milliseconds}
     *
     * <p>A link whose name is known outside this program, {@code tcp:PORT} or {@code pty:PATH}, is left alone: a CEMS may
     * be waiting there, and would be let in and thrown out again; so is a port of another machine, whose server may take its
     * time to let go of it. Whether they open the first scenario shows.
     *
     * @param ports those that the run will use
     */
    public Examination quick(Set<UserPort> ports, Path out) {
        List<Checked> checks = new ArrayList<>(opened(
                ports, there -> PortChecks.isLocal(there.link()) || there.link().isMadeAnew()));
        checks.addAll(unread(ports, Result.Finding::new));
        checks.add(new MachineChecks(machine).disk(out));
        return new Examination(checks);
    }

    /** All of them at the same time, as a run does: two names may be one device. */
    private List<Checked> opened(Set<UserPort> ports, Predicate<RigPort> which) {
        List<PortChecks> open = new ArrayList<>();
        List<Checked> checks = new ArrayList<>();
        try {
            for (UserPort port : ports) {
                for (RigPort there : rig.port(port).filter(which).stream().toList()) {
                    PortChecks examined = new PortChecks(port, there, machine);
                    open.add(examined);
                    checks.addAll(examined.examine());
                }
            }
        } finally {
            open.forEach(PortChecks::close);
        }
        return checks;
    }

    /** A pair that is looped back and leads nowhere else is there to be measured. */
    private List<Checked> unread(Set<UserPort> ports, BiFunction<String, String, Result> kind) {
        return ports.stream()
                .filter(port -> rig.port(port)
                        .filter(there ->
                                there.loopback().isPresent() && there.readers().isEmpty())
                        .isPresent())
                .map(
                        port -> new Checked(
                                port + " reader",
                                kind.apply(
                                        "none: its pair is looped back, so no CEMS reads it",
                                        "measure it by userports loopback; to test a CEMS, wire it to one and name the reader")))
                .toList();
    }

    private boolean uses(Class<? extends LinkSpec> kind) {
        return Stream.of(UserPort.values())
                .map(rig::port)
                .flatMap(Optional::stream)
                .anyMatch(there -> kind.isInstance(there.link()));
    }

    private static boolean isSerial(RigPort port) {
        return port.link() instanceof LinkSpec.Serial;
    }
}
