/**
 * Where a CEMS shows its values: each {@link io.userports.conformance.observe.Observer} brings texts from one place, and
 * one mapping, which is data, makes observations of them.
 */
package io.userports.conformance.observe;
