/**
 * What was sent, what was shown, and whether the two agree.
 *
 * <p>The ledger of octets that really left, read back by the strict decoder, is the only witness: a
 * {@link io.userports.conformance.check.SentTelegram} is what a correct CEMS may know. {@link
 * io.userports.conformance.check.Evidence} holds both sides and answers questions about them, without waiting and
 * without side effects; {@link io.userports.conformance.check.Waiting} is the one place that waits. What does not hold is
 * told as a {@link io.userports.conformance.check.Finding}, ordered facts that a person reads and a program can too, and
 * thrown as a {@link io.userports.conformance.check.Failure}.
 */
package io.userports.conformance.check;
