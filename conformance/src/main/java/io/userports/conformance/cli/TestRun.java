package io.userports.conformance.cli;

import io.userports.cli.Terminal;
import io.userports.conformance.bench.Company;
import io.userports.conformance.bench.Plan;
import io.userports.conformance.bench.Stages;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Review;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.Printable;
import io.userports.conformance.evidence.EvidenceFolder;
import io.userports.conformance.evidence.EvidenceReport;
import io.userports.conformance.report.ConsoleReport;
import io.userports.conformance.report.EvidenceFiles;
import io.userports.conformance.report.JUnitReport;
import io.userports.conformance.report.JoinedMessages;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ResultsFile;
import io.userports.conformance.report.ReviewFile;
import io.userports.conformance.report.ReviewText;
import io.userports.conformance.report.RunFile;
import io.userports.conformance.report.RunReport;
import io.userports.conformance.report.Summary;
import io.userports.conformance.report.TimeLeft;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.requirement.Requirements;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Help.Ansi;

/**
 * A run of scenarios against a CEMS: under one time zone, into one folder of evidence.
 *
 * @param given what the user wrote
 * @param rig what is plugged in where
 * @param cems who is judged
 * @param catalogue all scenarios
 * @param known what the vendor knows of
 * @param day on which that counts
 * @param jobs how many scenarios may go side by side
 * @param member which of several CEMS on one meter this is; empty when it is the only one
 * @param console where a person reads
 */
record TestRun(
        Given given,
        Rig rig,
        CemsSpec cems,
        FeatureCatalogue catalogue,
        KnownFailures known,
        LocalDate day,
        int jobs,
        Optional<Member> member,
        PrintWriter console) {
    /**
     * A place among several CEMS on one meter.
     *
     * @param company all of them
     * @param number which of them this run judges, from 0
     * @param names all of them, as the user wrote them
     */
    record Member(Company company, int number, List<String> names) {}

    /**
     * What the user wrote.
     *
     * @param rig a name or a file
     * @param cems a name or a file
     * @param known a file
     * @param seed where all chance comes from
     * @param timeScale how much faster than real time
     */
    record Given(String rig, String cems, Optional<Path> known, long seed, int timeScale) {}

    /** {@return the same on {@code other}} */
    TestRun on(Rig other) {
        return new TestRun(given, other, cems, catalogue, known, day, jobs, member, console);
    }

    /** {@return the same as {@code one} of several, told on a console of its own} */
    TestRun as(Member one, PrintWriter own) {
        return new TestRun(given, rig, cems, catalogue, known, day, jobs, Optional.of(one), own);
    }

    /** {@return where the evidence of the run under {@code zone} goes, when there are several: {@code out.Europe-Brussels}} */
    static Path folder(Path out, ZoneId zone) {
        return out.resolveSibling(out.getFileName() + "." + zone.getId().replace('/', '-'));
    }

    /**
     * {@return how the run of {@code selection} under {@code zone} ended}
     *
     * @param named the zone, where whoever runs it again must name it
     * @param out where its evidence goes
     * @param everything whether the vectors were selected from too
     */
    ExitCode in(ZoneId zone, Optional<ZoneId> named, Selection selection, Path out, boolean everything)
            throws IOException {
        // Several would draw their status lines over each other.
        boolean terminal = Terminal.isThere() && member.isEmpty();
        Plan plan = member.map(m -> m.company().plan(rig, cems, given.seed(), given.timeScale(), zone))
                .orElseGet(() -> Plan.of(rig, cems, given.seed(), given.timeScale(), zone));
        TimeLeft left = TimeLeft.of(selection.ids(), PartOptions.durationsIn(out), jobs);
        ConsoleReport screen = ConsoleReport.on(console, Requirements.load(), terminal ? Ansi.AUTO : Ansi.OFF, terminal)
                .expecting(left);
        Review review = Review.of(cems, rig, Evidence.TRACERS);
        EvidenceFolder folder = EvidenceFolder.begin(out);
        EvidenceReport evidence = EvidenceReport.of(folder, Version.number());
        writeGiven(folder.part());
        ScenarioRun run = new ScenarioRun(
                plan,
                member.map(m -> m.company().stages(m.number(), evidence)).orElseGet(() -> Stages.keeping(evidence)),
                selection,
                known,
                reports(folder.part(), review, summary -> runFile(summary, zone, selection), evidence, screen),
                new Rerun(
                        given.rig(),
                        member.map(Member::names).orElse(List.of(given.cems())),
                        given.seed(),
                        given.timeScale(),
                        named),
                MessagesFile.at(folder.part().resolve(JoinedMessages.NAME)),
                out,
                jobs);
        String more = everything
                ? ""
                : " (--vectors plays "
                        + (catalogue.ids().size() - selection.whole().size()) + " more)";
        console.println(Printable.of(RunFile.Tested.of(cems) + " on " + rig.inWords() + ", " + selection.inWords()
                + named.map(z -> ", time zone " + z).orElse("") + ", seed " + given.seed()
                + (given.timeScale() == 1 ? "" : ", " + given.timeScale() + " times as fast")
                + cems.alone().map(why -> ", one after the other: " + why).orElse("") + more));
        ReviewText.lines(review).forEach(console::println);
        console.flush();
        return run.exit();
    }

    /** {@return the ports that scenarios of {@code selection} open: those of S1 only where the CEMS claims to read it} */
    Set<UserPort> ports(Selection selection) {
        boolean sampled = cems.claims().reads(UserPort.S1)
                && (cems.start().process().isWholeRun()
                        || selection.scenarios().stream()
                                .anyMatch(s -> s.words().contains("@needs:s1")));
        return sampled ? EnumSet.allOf(UserPort.class) : EnumSet.of(UserPort.P1);
    }

    private void writeGiven(Path folder) throws IOException {
        Files.write(folder.resolve(EvidenceFiles.CEMS), CemsSpec.source(given.cems()));
        Files.write(folder.resolve(EvidenceFiles.RIG), Rig.source(given.rig()));
        if (given.known().isPresent()) {
            Files.copy(given.known().get(), folder.resolve(EvidenceFiles.KNOWN));
        }
        for (Path mapping : cems.mappingFiles()) {
            Path mappings = Files.createDirectories(folder.resolve(EvidenceFiles.MAPPINGS));
            String name = mapping.getFileName().toString();
            Path copy = mappings.resolve(name);
            for (int number = 2; Files.exists(copy); number++) {
                copy = mappings.resolve(number + "-" + name);
            }
            Files.copy(mapping, copy);
        }
    }

    private RunFile runFile(Summary summary, ZoneId zone, Selection selection) {
        return new RunFile(
                Version.number(),
                catalogue.digest(),
                RunFile.Tested.of(cems),
                given.rig(),
                rig.tags(),
                day.toString(),
                given.seed(),
                given.timeScale(),
                jobs,
                List.of(zone.getId()),
                selection.shard(),
                List.copyOf(selection.whole()),
                summary.durationMs(),
                summary.exit().code(),
                summary.lost(),
                summary.remarks());
    }

    private static Reports reports(
            Path folder, Review review, Function<Summary, RunFile> run, EvidenceReport evidence, ConsoleReport screen)
            throws IOException {
        try {
            return Reports.of(
                    ResultsFile.at(folder.resolve(ResultsFile.NAME)),
                    ReviewFile.at(folder.resolve(ReviewFile.NAME), review),
                    JUnitReport.at(folder.resolve(JUnitReport.NAME), review),
                    RunReport.in(folder, run),
                    evidence,
                    screen);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
