package io.userports.adapter;

/**
 * What the driver of a serial port has counted since it was loaded.
 *
 * @param received octets that came in
 * @param sent octets that left
 * @param framing octets without a stop bit where one had to be
 * @param overruns octets lost because the chip was not emptied in time
 * @param parity octets with a wrong parity
 * @param breaks breaks that came in
 * @param bufferOverruns octets lost because nobody read what the driver had
 */
public record LineCounters(
        long received, long sent, long framing, long overruns, long parity, long breaks, long bufferOverruns) {
    private static final long WRAP = 1L << 32;

    /** {@return what was counted since {@code before}; the driver's numbers begin again after 32 bits} */
    public LineCounters since(LineCounters before) {
        return new LineCounters(
                since(received, before.received),
                since(sent, before.sent),
                since(framing, before.framing),
                since(overruns, before.overruns),
                since(parity, before.parity),
                since(breaks, before.breaks),
                since(bufferOverruns, before.bufferOverruns));
    }

    private static long since(long now, long before) {
        return Math.floorMod(now - before, WRAP);
    }
}
