/**
 * A correct CEMS, and the ways in which it can be made wrong.
 *
 * <p>{@link io.userports.conformance.reference.ReferenceMain} runs as a process of its own and opens its ports like any
 * vendor's program. It shares no code with the emulator's P1 and S1 codecs: it reads telegrams in its own, tolerant way,
 * so that the two check each other. Of S1 it shows what can be measured with it: effective values, power and frequency
 * over whole periods, and what was missing or not to be used. Its {@link io.userports.conformance.reference.Habits} are right; a
 * {@link io.userports.conformance.reference.Defect} replaces one of them by a mistake that was seen in the field, so that
 * everybody can see a failing report, and so that the judge itself can be judged.
 */
package io.userports.conformance.reference;
