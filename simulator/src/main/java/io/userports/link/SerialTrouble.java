package io.userports.link;

import io.userports.wire.LineRate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What is wrong with a serial device, and what to do about it. */
final class SerialTrouble {
    /** Two ends that differ by three per cent misread octets; we may be half of it. */
    private static final double RATE_TOLERANCE = 0.015;

    private static final int NO_SUCH_DEVICE = 2;
    private static final int LOCKED = 11;
    private static final int NOT_PERMITTED = 13;
    private static final int BUSY = 16;
    private static final int A_FOLDER = 21;
    private static final int NO_TERMINAL = 25;

    private SerialTrouble() {}

    static LinkException at(String device, String what) {
        return LinkException.of(new LinkSpec.Serial(device) + ": " + what);
    }

    static LinkException at(String device, String what, Throwable cause) {
        return LinkException.of(new LinkSpec.Serial(device) + ": " + what, cause);
    }

    /** {@return why it does not open, by the number that the system gives} */
    static String reason(int code) {
        switch (code) {
            case NO_SUCH_DEVICE:
                return "is open in this program already, or has just been unplugged";
            case LOCKED:
            case BUSY:
                return "is locked by another program; end that program";
            case NOT_PERMITTED:
                return "may not be opened by you; add yourself to the group that owns it (often dialout) and log in"
                        + " again, or write a udev rule";
            case A_FOLDER:
            case NO_TERMINAL:
                return "is not a serial device; correct its name";
            default:
                return "cannot be opened (error " + code + "); check that it is a serial device that works";
        }
    }

    /** {@return whether what is sent at {@code got} bit/s may be misread at {@code wanted}} */
    static boolean isOff(int wanted, long got) {
        return Math.abs(got - wanted) > wanted * RATE_TOLERANCE;
    }

    /** {@return what is wrong with the rate that the driver says it keeps; nothing when it does not say} */
    static Optional<String> rate(LineRate asked, OptionalInt got) {
        int wanted = asked.bitsPerSecond();
        return got.isEmpty() || !isOff(wanted, got.getAsInt())
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "sends at %d bit/s where %d were asked for, %.1f %% off, and %.1f %% is the most that can be"
                                + " read surely; take an adapter whose chip reaches that rate: FTDI, CP2104, CH340 and"
                                + " PL011 reach 1.5 and 2 Mbit/s exactly, a CP2102 neither",
                        got.getAsInt(),
                        wanted,
                        100.0 * Math.abs(got.getAsInt() - wanted) / wanted,
                        RATE_TOLERANCE * 100));
    }
}
