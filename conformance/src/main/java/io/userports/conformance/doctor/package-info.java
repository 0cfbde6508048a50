/**
 * Whether a bench is fit for what is about to be done on it: a {@link io.userports.conformance.doctor.Doctor} opens each port
 * of a rig and asks the machine what verdicts depend on, and whatever is wrong comes with its remedy.
 */
package io.userports.conformance.doctor;
