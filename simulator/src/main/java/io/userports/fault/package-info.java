/**
 * What can be done to a telegram on its way out: small records, each one idea.
 *
 * <p>A {@link io.userports.fault.Fault} works either on a telegram, whose CRC is then right again, or on its octets. Not
 * every fault is a malformation: objects that are added or moved are what a CEMS must live with (brochure 4.5.1). A
 * {@link io.userports.fault.Disturbance} says how often. Chance comes from the seed of the run alone.
 */
package io.userports.fault;
