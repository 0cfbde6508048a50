package io.userports.conformance.cli;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.WriteEvent;
import io.userports.conformance.bench.Plan;
import io.userports.conformance.bench.Stages;
import io.userports.conformance.check.Finding;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.report.Summary;
import io.userports.conformance.requirement.ScenarioTags;
import io.userports.conformance.steps.BenchFactory;
import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.Outcome;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A run of selected scenarios by Cucumber, told to reports as they end. */
final class ScenarioRun implements ConcurrentEventListener {
    private final Plan plan;
    private final Stages stages;
    private final Selection selection;
    private final KnownFailures known;
    private final Reports reports;
    private final Rerun rerun;
    private final MessagesFile messages;
    private final Path out;
    private final int jobs;
    private final List<ScenarioResult> results = new ArrayList<>();
    private final Map<UUID, String> leftOut = new HashMap<>();

    ScenarioRun(
            Plan plan,
            Stages stages,
            Selection selection,
            KnownFailures known,
            Reports reports,
            Rerun rerun,
            MessagesFile messages,
            Path out,
            int jobs) {
        this.plan = plan;
        this.stages = stages;
        this.selection = selection;
        this.known = known;
        this.reports = reports;
        this.rerun = rerun;
        this.messages = messages;
        this.out = out;
        this.jobs = jobs;
    }

    /** {@return how the run ended} */
    ExitCode exit() {
        long began = System.nanoTime();
        reports.started(selection.ids().size());
        RuntimeOptionsBuilder wanted = new RuntimeOptionsBuilder();
        selection
                .lines()
                .forEach((file, lines) ->
                        wanted.addFeature(FeatureWithLines.create(URI.create("classpath:" + file), lines)));
        RuntimeOptions options = wanted.addGlue(URI.create("classpath:io/userports/conformance/steps"))
                .setThreads(jobs)
                .setNoSummary()
                .setPublishQuiet(true)
                .build();
        ThreadLocal<BenchFactory> factories = ThreadLocal.withInitial(() -> new BenchFactory(plan, stages));
        try {
            io.cucumber.core.runtime.Runtime.builder()
                    .withRuntimeOptions(options)
                    .withAdditionalPlugins(this, new MessageFormatter(messages))
                    .withObjectFactorySupplier(factories::get)
                    .build()
                    .run();
        } finally {
            plan.close();
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Summary summary =
                new Summary(results, took, plan.seed(), out + "/", messages.lost(), known.remarks(selection.whole()));
        reports.finished(summary);
        return reports.complete(summary).exit();
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(WriteEvent.class, this::leftOut);
        publisher.registerHandlerFor(TestCaseFinished.class, this::ended);
    }

    private synchronized void leftOut(WriteEvent event) {
        leftOut.put(event.getTestCase().getId(), event.getText());
    }

    private synchronized void ended(TestCaseFinished event) {
        ScenarioTags tags = ScenarioTags.of(
                event.getTestCase().getTags(), event.getTestCase().getName());
        Outcome outcome = Outcome.of(event.getResult());
        Optional<Finding> finding =
                Optional.ofNullable(event.getResult().getError()).map(Finding::explaining);
        if (outcome == Outcome.NOT_JUDGED && finding.isEmpty()) {
            finding = Optional.of(Finding.of(Finding.REASON, "a step of the scenario is not defined"));
        }
        String without = leftOut.remove(event.getTestCase().getId());
        if (without != null) {
            Finding fact = Finding.of(Finding.WITHOUT, without, "shown wrong before anything was changed");
            finding = Optional.of(finding.map(f -> f.and(fact)).orElse(fact));
        }
        ScenarioResult result = ScenarioResult.of(
                tags,
                event.getTestCase().getName(),
                outcome,
                finding,
                known,
                event.getResult().getDuration().toMillis(),
                plan.seed(),
                rerun.of(tags.id()));
        results.add(result);
        reports.ended(result);
    }

    /** {@return what became of each scenario, in order of their ends} */
    List<ScenarioResult> results() {
        return List.copyOf(results);
    }
}
