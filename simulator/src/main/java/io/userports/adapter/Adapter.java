package io.userports.adapter;

import java.util.List;
import java.util.OptionalInt;

/**
 * A serial port that is plugged in or built in, as the system knows it.
 *
 * @param device the name by which it is opened now: {@code /dev/ttyUSB0}, {@code COM3}
 * @param names other names of the same device that stay when it is plugged in again: {@code /dev/serial/by-id/…}
 * @param driver the driver that serves it; empty where the system does not tell
 * @param id by what it can be told apart; {@link AdapterId#ANY} of a port that is built in
 * @param product what the adapter says it is; may be empty
 * @param latencyMillis how long an FTDI chip gathers octets before it hands them over; empty of any other
 */
public record Adapter(
        String device, List<String> names, String driver, AdapterId id, String product, OptionalInt latencyMillis) {
    public Adapter {
        names = List.copyOf(names);
    }

    /** {@return whether this is one that {@code wanted} means; a path means all ports of the adapter in that socket} */
    public boolean is(AdapterId wanted) {
        return (wanted.usb().isEmpty() || wanted.usb().equals(id.usb()))
                && (wanted.serial().isEmpty() || wanted.serial().equals(id.serial()))
                && (wanted.path().isEmpty()
                        || wanted.path().equals(id.path())
                        || id.path().startsWith(wanted.path() + ":"));
    }

    /** {@return the device and by what it can be told apart, in a line} */
    @Override
    public String toString() {
        return device + " (" + (id.isAny() ? driver.isEmpty() ? "built in" : driver : id) + ")";
    }
}
