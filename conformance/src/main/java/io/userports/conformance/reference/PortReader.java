package io.userports.conformance.reference;

/** What reads one port: octets and the time go in. */
interface PortReader {
    /** Says what it shows before it has received anything. */
    void start();

    /** Takes the first {@code count} octets, which have just arrived. */
    void octets(byte[] octets, int count, long nanos);

    /** {@return whether it wants more of it now} */
    default boolean asks() {
        return true;
    }

    /** Notices how late it is. */
    void tick(long nanos);
}
