package io.userports.conformance.cli;

import io.userports.conformance.bench.CemsCheck;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Review;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.Printable;
import io.userports.conformance.report.ReviewText;
import io.userports.conformance.report.RunFile;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.NotJudged;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code userports cems}: what concerns a {@code cems.yaml} before any scenario. */
@Command(
        name = "cems",
        description = "Looks at a cems.yaml before any scenario.",
        subcommands = CemsCommand.Check.class,
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class CemsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing; commands: " + WrongUsage.commands(spec));
    }

    /** {@code userports cems check}: one good stream, and what the CEMS shows of it. */
    @Command(
            name = "check",
            description = "Starts the CEMS, sends it one good stream, and compares what it shows with what was sent.",
            footer = {
                "",
                "Exit: 0 all that is claimed is shown as sent; 1 something is not, or the CEMS has ended; 2 it was never",
                "      ready; 3 the rig broke; 64 wrong usage."
            },
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        private static final int MOST_UNREADABLE = 3;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME|FILE", description = "a cems.yaml, or reference")
        private String cems;

        @Option(
                names = "--rig",
                paramLabel = "NAME|FILE",
                defaultValue = "virtual",
                description = "What is plugged in where: ${DEFAULT-VALUE}, tcp, or a YAML file.")
        private String rig;

        @Option(
                names = "--seed",
                paramLabel = "N",
                defaultValue = "42",
                description = "Where all chance comes from: ${DEFAULT-VALUE}.")
        private long seed;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            CemsSpec tested = CemsSpec.of(cems);
            Rig bench = Rig.of(rig);
            out.println(Printable.of(
                    RunFile.Tested.of(tested) + " on " + bench.description() + ", one good stream, seed " + seed));
            ReviewText.lines(Review.of(tested, bench, Evidence.TRACERS)).forEach(out::println);
            out.flush();
            try {
                CemsCheck check = CemsCheck.of(bench, tested, seed);
                tell(check, out);
                return closing(out, check);
            } catch (Failure e) {
                e.finding().lines().forEach(out::println);
                return closing(out, "the CEMS has ended", ExitCode.FAILED);
            } catch (NotJudged e) {
                return closing(out, Printable.of(e.getMessage()), ExitCode.INCONCLUSIVE);
            }
        }

        private static void tell(CemsCheck check, PrintWriter out) {
            for (CemsCheck.Row row : check.rows()) {
                String shown = row.shown().map(Check::cut).orElse("-") + " "
                        + row.quantity().unit();
                out.println(String.format(
                                Locale.ROOT,
                                " %-20s %-28s %s",
                                row.quantity(),
                                Printable.of(shown.strip()),
                                row.wrong().isEmpty() ? "as sent" : "NOT AS SENT")
                        .stripTrailing());
                row.wrong().map(Finding::lines).orElse(List.of()).forEach(line -> out.println("      " + line));
            }
            check.neverFound()
                    .forEach(selector -> out.println("never found in what it shows: " + Printable.of(selector)
                            + "; correct it, or take it out"));
            check.unreadable().stream().limit(MOST_UNREADABLE).forEach(u -> out.println(unreadable(u)));
            if (check.unreadable().size() > MOST_UNREADABLE) {
                out.println(
                        "and " + (check.unreadable().size() - MOST_UNREADABLE) + " more that could not be understood");
            }
        }

        private static String unreadable(Observation.Unreadable text) {
            return "not understood (" + text.why() + "): " + Printable.of(cut(text.line()));
        }

        private static String cut(String text) {
            return text.length() <= 100 ? text : text.substring(0, 100) + "…";
        }

        private static int closing(PrintWriter out, CemsCheck check) {
            long wrong =
                    check.rows().stream().filter(row -> row.wrong().isPresent()).count();
            if (check.rows().isEmpty()) {
                return closing(out, "no quantity is claimed, so nothing can be compared", ExitCode.INCONCLUSIVE);
            }
            return check.isGood()
                    ? closing(
                            out, "all " + check.rows().size() + " quantities are shown as they were sent", ExitCode.OK)
                    : closing(
                            out,
                            wrong + " of " + check.rows().size()
                                    + " quantities are not shown as they were sent: look at observe in the file first,"
                                    + " then at the CEMS",
                            ExitCode.FAILED);
        }

        private static int closing(PrintWriter out, String what, ExitCode exit) {
            out.println(what + "      exit " + exit.code());
            out.flush();
            return exit.code();
        }
    }
}
