package io.userports.cli;

import io.userports.fault.Disturbances;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** {@code --fault}, as often as it is given. */
final class FaultOption {
    @Option(
            names = "--fault",
            paramLabel = "NAME[:KEY=VALUE,...]",
            description =
                    "What is done to telegrams, like wrong-crc:every=10, bit-flip:rate=1e-4,port=p1 or m05; several"
                            + " strike in their order. userports faults lists them all.")
    private List<String> faults = List.of();

    /** {@return all of them in their order; complains about one that strikes none of {@code ports}} */
    Disturbances on(Set<UserPort> ports) {
        Disturbances all = Disturbances.NONE;
        for (String text : faults) {
            Disturbances more = OptionText.at("--fault " + text, () -> Disturbances.parse(text));
            if (more.ports().stream().noneMatch(ports::contains)) {
                throw InputException.at(
                        "--fault " + text,
                        "strikes " + more.ports().get(0) + " only, which is not emulated; give its link too");
            }
            all = all.and(more);
        }
        return all;
    }
}
