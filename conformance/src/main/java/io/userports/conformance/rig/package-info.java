/**
 * What is plugged in where: a {@link io.userports.conformance.rig.Rig} names the link of each port and how patient the
 * bench is on it. Rigs are YAML files; a few are built in, each with a note on its wiring.
 */
package io.userports.conformance.rig;
