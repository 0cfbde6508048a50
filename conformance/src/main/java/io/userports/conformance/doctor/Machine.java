package io.userports.conformance.doctor;

import com.fazecast.jSerialComm.SerialPort;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import io.userports.adapter.Adapters;
import io.userports.adapter.Holder;
import io.userports.adapter.SerialLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What a machine tells when it is asked.
 *
 * @param adapters its serial ports
 * @param holders who has a device open
 * @param usableOctets how many octets may still be written into an existing folder
 * @param jSerialComm the version of the library for serial ports; asking loads its native part, which may fail
 * @param jna the same of the library for the system's C library
 * @param pacing how late it wakes, and its clock; asking takes a second
 */
public record Machine(
        Adapters adapters,
        Function<String, List<Holder>> holders,
        ToLongFunction<Path> usableOctets,
        Supplier<String> jSerialComm,
        Supplier<String> jna,
        Supplier<Pacing> pacing) {
    /**
     * How well it keeps time.
     *
     * @param lateness how late it wakes
     * @param clock by what it measures that
     */
    public record Pacing(Lateness lateness, MonotonicClock clock) {}

    /** {@return this one} */
    public static Machine here() {
        return new Machine(
                Adapters.here(), Holder::of, Machine::usableOctets, Machine::jSerialCommHere, Machine::jnaHere, () -> {
                    AtomicReference<Lateness> lateness = new AtomicReference<>();
                    MonotonicClock clock = MonotonicClock.during(() -> lateness.set(Lateness.measure()));
                    return new Pacing(lateness.get(), clock);
                });
    }

    private static long usableOctets(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jSerialCommHere() {
        // Nothing there is as good an answer as a list: either way the native part has run.
        SerialLibrary.load();
        SerialPort.getCommPorts();
        return SerialPort.getVersion();
    }

    private static String jnaHere() {
        Native.load(Platform.C_LIBRARY_NAME, com.sun.jna.Library.class);
        return Native.VERSION;
    }
}
