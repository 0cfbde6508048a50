/**
 * The commands of the judge, one class each.
 *
 * <p>A command reads its options, calls one room, prints, and returns an exit code.
 */
package io.userports.conformance.cli;
