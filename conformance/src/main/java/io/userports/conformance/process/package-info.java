/**
 * The CEMS as a process: started with a list of arguments, watched, ended with all that it has started.
 *
 * <p>A {@link io.userports.conformance.process.CemsProcess} tells the lines of its outputs and keeps the last octets of
 * each; whatever it writes, it is read and never held up. A {@link io.userports.conformance.process.Readiness} knows when
 * it is ready, a {@link io.userports.conformance.process.Scratch} folder is its own. A
 * {@link io.userports.conformance.process.Guard} ends what is left when the harness itself was killed.
 */
package io.userports.conformance.process;
