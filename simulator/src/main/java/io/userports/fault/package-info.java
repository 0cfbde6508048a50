/**
 * What can be done to a telegram on its way out: small records, each one idea.
 *
 * <p>A {@link io.userports.fault.Fault} makes of one emission none, one or several. Some change what a telegram says, under
 * a check that is right again; some break its form; some change bits and octets and know nothing of telegrams; some only
 * move it in time. Not every fault is a malformation: objects that are added or moved are what a CEMS must live with
 * (brochure 4.5.1).
 *
 * <p>A {@link io.userports.fault.Disturbance} says where and when a fault strikes, and a {@link
 * io.userports.fault.Disturber} has the disturbances of a port strike in their order. A fault describes itself by
 * annotations, so that it can be listed and written down by its name ({@link io.userports.fault.FaultKind}); what the
 * field knows has a number, and stands for the faults that make it ({@link io.userports.fault.FieldCase}). Chance comes
 * from the seed of the run alone.
 */
package io.userports.fault;
