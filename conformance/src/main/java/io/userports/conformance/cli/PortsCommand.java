package io.userports.conformance.cli;

import io.userports.adapter.Adapter;
import io.userports.adapter.Adapters;
import io.userports.adapter.Holder;
import io.userports.conformance.report.PortsText;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code userports ports}: the serial ports of this machine. */
@Command(
        name = "ports",
        description =
                "Lists the serial ports of this machine: adapter, driver, USB path, names that stay, who holds them.",
        footer = {"", "Who holds a port is told of your own processes, and of all to root."},
        mixinStandardHelpOptions = true)
public final class PortsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "As JSON: a list.")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Adapter> adapters = Adapters.here().list();
        if (json) {
            out.println(PortsText.json(adapters, Holder::of));
        } else {
            PortsText.lines(adapters, Holder::of).forEach(out::println);
        }
        out.flush();
    }
}
