/**
 * From what happened in a scenario to what is said about the CEMS.
 *
 * <p>Three axes meet here and are never mixed: the {@link io.userports.conformance.verdict.Level} of what is required,
 * the {@link io.userports.conformance.verdict.Outcome} of the scenario, and the
 * {@link io.userports.conformance.verdict.KnownFailures} a vendor has listed.
 * {@link io.userports.conformance.verdict.Verdict#of Verdict.of} is the one table that joins them, and
 * {@link io.userports.conformance.verdict.ExitCode} the one number that a whole run comes down to.
 *
 * <p>Only an assertion that failed is held against the CEMS. A step that finds that it cannot ask its question throws
 * {@link io.userports.conformance.verdict.NotClaimed} or {@link io.userports.conformance.verdict.NotJudged}; a bench
 * that fails throws {@link io.userports.conformance.verdict.RigBroken}, or anything else.
 */
package io.userports.conformance.verdict;
