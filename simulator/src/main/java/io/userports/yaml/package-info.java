/**
 * How this project reads what a user wrote.
 *
 * <p>Household profiles, rigs, descriptions of a CEMS, lists of known failures: each is a YAML file whose shape is a Java
 * record. {@link io.userports.yaml.StrictYaml} binds one to the other and forgives nothing, because a setting that is
 * silently ignored makes a verdict about something else than its reader believes. {@link io.userports.yaml.Amount}
 * is a number with its unit, the only way in which a physical value is written down.
 */
package io.userports.yaml;
