/**
 * The P1 port: what the meter says once a second, and how it is read back.
 *
 * <p>The raw form is the base: a {@link io.userports.p1.Telegram} is an identification and an ordered list of
 * {@link io.userports.p1.DataObject}s, whatever they mean. Meaning is a layer above:
 * {@link io.userports.p1.P1Object} is the catalogue of the objects that the Belgian editions define, each a projection
 * of the meter's state. {@link io.userports.p1.P1Codec} goes both ways: writing judges nothing, so that a faulty
 * telegram can be written; reading is strict and names every {@link io.userports.p1.Rule} that was broken, where, and
 * what is allowed there. {@link io.userports.p1.TelegramSplitter} finds telegrams in octets that come in any chunks, and
 * {@link io.userports.p1.P1Sequence} judges those that follow each other.
 */
package io.userports.p1;
