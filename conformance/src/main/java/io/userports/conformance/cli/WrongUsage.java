package io.userports.conformance.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, what would be right, and where to read more. */
final class WrongUsage {
    private WrongUsage() {}

    /** {@return the two lines that tell {@code e}} */
    static List<String> lines(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        return List.of("userports: " + reason(e, command), "Try '" + command.qualifiedName() + " --help'.");
    }

    /** {@return the commands under {@code command}} */
    static String commands(CommandSpec command) {
        return String.join(", ", command.subcommands().keySet());
    }

    private static String reason(ParameterException e, CommandSpec command) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        String argument = unmatched.getUnmatched().get(0);
        if (unmatched.isUnknownOption()) {
            return "unknown option '" + argument + "'; options here: "
                    + command.options().stream().map(OptionSpec::longestName).collect(Collectors.joining(", "));
        }
        return command.subcommands().isEmpty()
                ? "'" + argument + "' is one word too many"
                : "there is no command '" + argument + "'; commands: " + commands(command);
    }

    /** {@return the number that {@code text} is} */
    static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
        }
    }
}
