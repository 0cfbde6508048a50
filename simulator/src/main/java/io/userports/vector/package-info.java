/**
 * The vectors: octets with a verdict, written by hand from the specifications, as files that anybody can read.
 *
 * <p>{@link io.userports.vector.VectorFile} reads a file strictly, {@link io.userports.vector.Vector} is a test of any
 * shape, {@link io.userports.vector.Lint} compares all of them with our own strict reading, and {@link
 * io.userports.vector.Layout} writes a file in the one way it is written.
 */
package io.userports.vector;
