package io.userports.wire;

/** How a serial line carries octets; links without such a line hand over what a receiver's driver would make of them. */
public enum Signal {
    /** As it should. */
    GOOD,
    /** With a stop bit that is 0: a framing error. */
    BAD_STOP,
    /** Not at all: the line rests at 0 for as long as the octets would take. */
    BREAK
}
