package io.userports.conformance.doctor;

/**
 * One thing that was looked at.
 *
 * @param what it is: {@code P1 link}, {@code free disk}
 * @param result what came of it
 */
public record Checked(String what, Result result) {}
