/**
 * What a check says when it does not hold.
 *
 * <p>A {@link io.userports.conformance.check.Finding} is an ordered list of facts (expected, was, hint) that a person
 * reads and a program can too; a {@link io.userports.conformance.check.Failure} carries one out of a check. What comes
 * from a CEMS is shown only after {@link io.userports.conformance.check.Printable} has seen it.
 */
package io.userports.conformance.check;
