/**
 * The CEMS as a process: started with a list of arguments, watched, ended with all that it has started.
 *
 * <p>A {@link io.userports.conformance.process.CemsProcess} hands over the lines of its standard output and keeps the
 * last ones of its standard error. Whatever it writes, it is read and never held up.
 */
package io.userports.conformance.process;
