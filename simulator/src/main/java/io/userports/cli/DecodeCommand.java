package io.userports.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code userports decode}: what recorded octets of a user port say, and what is wrong with them. */
@Command(
        name = "decode",
        description = "Shows what recorded octets say, and every violation of the rules.",
        subcommands = {DecodeP1Command.class, DecodeS1Command.class},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 64)
public final class DecodeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "decode what? Give a port: p1 or s1");
    }
}
