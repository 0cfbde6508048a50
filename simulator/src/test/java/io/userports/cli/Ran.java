package io.userports.cli;

import io.userports.yaml.InputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What running a command wrote and how it ended. */
record Ran(int exit, String out, String err) {
    static Ran of(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((e, failed, parsed) -> {
            if (e instanceof InputException) {
                failed.getErr().println(e.getMessage());
                return 64;
            }
            throw e;
        });
        return new Ran(line.execute(arguments), out.toString(), err.toString());
    }
}
