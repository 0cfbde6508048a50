package io.userports.conformance.cli;

import io.userports.cli.DecodeCommand;
import io.userports.cli.EmulateCommand;
import io.userports.cli.VectorsCommand;
import io.userports.conformance.check.Printable;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.LinkException;
import io.userports.yaml.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of the jar: all commands, and what the process says when it ends. */
@Command(
        name = "userports",
        description = "Emulates the user ports of Flemish smart meters and judges the CEMS that read them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            EmulateCommand.class,
            DecodeCommand.class,
            FaultsCommand.class,
            VectorsCommand.class,
            CemsCommand.class,
            PortsCommand.class,
            DoctorCommand.class,
            LoopbackCommand.class,
            TestCommand.class,
            VerifyCommand.class,
            MergeCommand.class,
            CompareCommand.class,
            RequirementsCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit: 0 all well; 1 the CEMS failed, or what was read is not valid; 2 something could not be judged;",
            "      3 the rig broke or evidence is missing; 64 wrong usage; 130, 143 ended by a signal."
        })
public final class Main implements Runnable {
    private static final int USAGE = 64;
    private static final int RIG_ERROR = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs the command that {@code arguments} name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** {@return the exit code of the command that {@code arguments} name} */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** {@return all commands, ready to be executed} */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(Main::exitCode)
                .setExecutionExceptionHandler((e, line, result) -> complain(e, line))
                .setParameterExceptionHandler((e, given) -> complain(e))
                .registerConverter(long.class, WrongUsage::whole)
                .registerConverter(Long.class, WrongUsage::whole);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "a command is missing; commands: " + WrongUsage.commands(spec));
    }

    private static int complain(CommandLine.ParameterException e) {
        WrongUsage.lines(e).forEach(text -> e.getCommandLine().getErr().println(Printable.of(text)));
        return USAGE;
    }

    private static int complain(Exception e, CommandLine line) {
        if (e instanceof CommandLine.ParameterException usage) {
            return complain(usage);
        }
        int code = exitCode(e);
        line.getErr().println("userports: " + Printable.of(code == 1 ? e.toString() : e.getMessage()));
        if (code == 1) {
            e.printStackTrace(line.getErr());
            return RIG_ERROR;
        }
        return code;
    }

    private static int exitCode(Throwable e) {
        if (e instanceof InputException || e instanceof CommandLine.ParameterException) {
            return USAGE;
        }
        return e instanceof LinkException || e instanceof RigBroken ? RIG_ERROR : 1;
    }
}
