package io.userports.conformance.cli;

import io.userports.conformance.doctor.Doctor;
import io.userports.conformance.doctor.Examination;
import io.userports.conformance.doctor.Machine;
import io.userports.conformance.report.DoctorText;
import io.userports.conformance.rig.Rig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code userports doctor}: whether a rig is fit for a run. */
@Command(
        name = "doctor",
        description = "Opens every port of a rig and looks at the machine: whether a run there can be trusted.",
        footer = {
            "",
            "It takes a second. What is no finding but worth knowing is a note.",
            "Exit: 0 no finding; 3 a finding, with its remedy; 64 wrong usage."
        },
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RIG",
            description = "What is plugged in where: virtual, tcp, usb-p1-s1, …, or a YAML file.")
    private String rig;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "userports-out",
            description = "Where the evidence of a run would go: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Rig bench = Rig.of(rig);
        Examination examination = new Doctor(bench, Machine.here()).examine(out);
        PrintWriter console = spec.commandLine().getOut();
        if (json) {
            console.println(DoctorText.json(rig, bench, examination));
        } else {
            DoctorText.lines(bench, examination).forEach(console::println);
        }
        console.flush();
        return DoctorText.exit(examination).code();
    }
}
