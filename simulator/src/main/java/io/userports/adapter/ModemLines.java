package io.userports.adapter;

/**
 * How the control lines of a serial port stand.
 *
 * @param rts Request To Send, ours
 * @param dtr Data Terminal Ready, ours
 * @param cts Clear To Send, the other end's
 * @param dsr Data Set Ready, the other end's
 */
public record ModemLines(boolean rts, boolean dtr, boolean cts, boolean dsr) {}
