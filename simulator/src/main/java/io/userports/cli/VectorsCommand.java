package io.userports.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code userports vectors}: the care of the test vectors. */
@Command(
        name = "vectors",
        description = "Checks, formats and extends the test vectors: octets with a verdict.",
        subcommands = {VectorsLintCommand.class, VectorsFmtCommand.class, VectorsAddCommand.class},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 64)
public final class VectorsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "vectors what? Give lint, fmt or add");
    }
}
