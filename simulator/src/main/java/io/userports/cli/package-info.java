/**
 * The commands of the emulator: one class each, thin, for people at a terminal and for programs in a pipe.
 */
package io.userports.cli;
