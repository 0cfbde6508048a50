package io.userports.s1;

/** What strict reading makes of an HDLC frame (e-MUCS H 1.3 §4.2). */
public enum FrameKind {
    /** A telegram whose layout is known. */
    TELEGRAM("a telegram"),
    /** A legal frame with another data format version: to be skipped, not to be read. */
    UNKNOWN_VERSION("unknown data format version"),
    /** A legal frame whose data end before the data format version: to be skipped, not to be read. */
    UNKNOWN_LAYOUT("unknown layout, too short for a version"),
    /** No flag, 7E, where the length says that one stands. */
    WRONG_FLAG("no flag where the length says"),
    /** The FCS is not that of the octets. */
    WRONG_FCS("wrong FCS"),
    /** The frame format is not type 1, or the frame is a segment. */
    WRONG_TYPE("wrong frame type"),
    /** The length is not that of the layout which the version names. */
    WRONG_LENGTH("wrong length"),
    /** The address is not FF, all stations. */
    WRONG_ADDRESS("wrong address"),
    /** The control octet is not 03, unnumbered information. */
    WRONG_CONTROL("wrong control");

    private final String text;

    FrameKind(String text) {
        this.text = text;
    }

    /** {@return whether the frame is legal although nobody knows what it says} */
    public boolean skipped() {
        return this == UNKNOWN_VERSION || this == UNKNOWN_LAYOUT;
    }

    /** {@return the kind in a few words} */
    public String text() {
        return text;
    }
}
