/**
 * What is thrown at our readers, and what must then hold.
 *
 * <p>A target is a class with one method, {@code take}, which takes any octets and throws when something
 * happened that must never happen. {@code mvn -Pfuzz verify} lets Jazzer look for such octets; those that it found once
 * are kept in {@code src/test/resources/fuzz}, and {@link io.userports.conformance.fuzz.SavedInputsTest} throws them at
 * the same methods in every build (CONTRIBUTING.md).
 */
package io.userports.conformance.fuzz;
