package io.userports.conformance.cli;

import io.userports.conformance.bench.Company;
import io.userports.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * The runs of several CEMS on one meter: each has a thread and a folder of its own, and the gravest end counts.
 *
 * @param out the folder after which theirs are named
 * @param cems all of them, as the user wrote them
 * @param console where a person reads
 */
record SeveralRuns(Path out, List<String> cems, PrintWriter console) {
    /** {@return what each is called, like {@code 1-reference}} */
    List<String> names() {
        return IntStream.range(0, cems.size()).mapToObj(this::name).toList();
    }

    /** {@return where the evidence of the CEMS with that number goes, from 0: {@code out.1-reference}} */
    Path folder(int number) {
        return out.resolveSibling(out.getFileName() + "." + name(number));
    }

    private String name(int number) {
        return (number + 1) + "-" + shortName(cems.get(number));
    }

    /** {@return how they ended} */
    ExitCode exit(List<PlannedRun> runs) {
        Company company =
                Company.of(runs.stream().map(run -> run.selection().ids()).toList());
        List<Callable<ExitCode>> calls = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            int number = i;
            PlannedRun planned = runs.get(i);
            PrintWriter own = Labelled.of(console, label(planned.folder()));
            TestRun run = planned.run().as(new TestRun.Member(company, number, cems), own);
            calls.add(() -> {
                try {
                    return planned.by(run).exit();
                } finally {
                    company.over(number);
                }
            });
        }
        return Together.all(calls).stream().reduce(ExitCode.OK, ExitCode::orWorse);
    }

    private String label(Path folder) {
        return "["
                + folder.getFileName()
                        .toString()
                        .substring(out.getFileName().toString().length() + 1)
                + "]";
    }

    /** {@return a built-in name, or that of the file, or that of its folder where the file is called cems.yaml} */
    private static String shortName(String cems) {
        Path file = Path.of(cems.replace(':', '-'));
        String name = file.getFileName().toString().replaceAll("\\.ya?ml$", "");
        Path parent = file.toAbsolutePath().getParent();
        boolean common = name.equals("cems") && parent != null && parent.getFileName() != null;
        return (common ? parent.getFileName().toString() : name).replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
