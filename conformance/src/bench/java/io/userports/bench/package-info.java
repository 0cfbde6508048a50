/**
 * What this project costs, measured in one run and written down with its machine.
 *
 * <p>{@link io.userports.bench.Measure} runs the benchmarks of the code within the process, then whole processes as a user
 * would start them, and writes both as one document. Nothing here fails a build: a figure, its target and whether it was
 * met stand side by side.
 */
package io.userports.bench;
