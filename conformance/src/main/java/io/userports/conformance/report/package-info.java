/**
 * What a person, or a CI system, reads about a run.
 *
 * <p>A {@link io.userports.conformance.report.Report} is told of every
 * {@link io.userports.conformance.report.ScenarioResult} as it ends and of the
 * {@link io.userports.conformance.report.Summary} last. The console speaks to a person; {@code results.ndjson} to
 * programs, a line a scenario; {@code junit.xml} to CI systems. None of them decides anything: the verdict is made before.
 *
 * <p>{@link io.userports.conformance.report.PastRun} reads a run back: to run what failed again, to give each
 * {@link io.userports.conformance.report.Shard} as much to do as the others, to join shards
 * ({@link io.userports.conformance.report.SplitRun}) and to compare
 * ({@link io.userports.conformance.report.Comparison}).
 */
package io.userports.conformance.report;
