package io.userports.conformance.loopback;

/** Why a test has ended. */
public enum End {
    /** Enough is known, or its time is over. */
    REACHED,
    /** Nothing that came in was ever recognised. */
    UNRECOGNISED,
    /** After a time in which it was recognised, nothing came in any more. */
    SILENT,
    /** Somebody wanted it to end. */
    STOPPED
}
