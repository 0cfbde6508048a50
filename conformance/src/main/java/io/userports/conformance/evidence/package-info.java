/**
 * Everything that the verdicts of a run were made from, in a folder that is complete or not there.
 *
 * <p>{@link io.userports.conformance.evidence.EvidenceFolder} gathers it beside its final place, writes a
 * {@link io.userports.conformance.evidence.Manifest} with the digest of each file, and gives it its name last.
 * {@link io.userports.conformance.evidence.RecordingFiles} are what happened in one scenario: a
 * {@link io.userports.conformance.bench.Recording}, from which the verdict can be made again.
 */
package io.userports.conformance.evidence;
