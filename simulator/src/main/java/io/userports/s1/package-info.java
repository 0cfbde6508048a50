/**
 * The S1 port: the samples that the meter sends some thousand times a second, and how they are read back.
 *
 * <p>A telegram is one instant of all channels in an HDLC frame of 45 octets (e-MUCS H 1.3 §4). Which field stands where
 * is data: {@link io.userports.s1.S1Layout} holds the table of the one published version, and beside it tables that
 * nobody has published, for receivers that should survive a change. {@link io.userports.s1.S1Frame} is a telegram as raw
 * counts; {@link io.userports.s1.S1Codec} goes both ways, and {@link io.userports.s1.S1Encoder} and
 * {@link io.userports.s1.S1View} do the same for a stream, without making objects.
 * {@link io.userports.s1.FrameSplitter} finds frames by their length, flags and FCS in octets that come in any chunks,
 * {@link io.userports.s1.FrameKind} says what a frame is, and {@link io.userports.s1.Gaps} how many telegrams are missing
 * between two.
 */
package io.userports.s1;
