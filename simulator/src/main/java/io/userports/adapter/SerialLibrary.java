package io.userports.adapter;

import com.fazecast.jSerialComm.SerialPort;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * jSerialComm, loaded without a trace.
 *
 * <p>When its native part is loaded it has this process ignore HUP, USR1, USR2, CONT, TTIN, TTOU and IO. A CEMS that is
 * started later would inherit that, and a shell could not even trap them; a terminal that closes would leave the run behind.
 */
public final class SerialLibrary {
    private static final int LAST = 31;
    /** It is ignored by the library for its own sake: some drivers send it, and it would end the process. */
    private static final int IO = 29;
    /** Larger than a struct sigaction; its inside is left to the C library. */
    private static final int SIGACTION = 256;

    private static final List<Runnable> AWAITED = new CopyOnWriteArrayList<>();

    private static boolean loaded;

    private interface Signals extends Library {
        int sigaction(int signal, Pointer now, Pointer before);
    }

    private SerialLibrary() {}

    /**
     * Loads it, if it is not loaded yet.
     *
     * @throws LinkageError when its native part cannot be loaded
     */
    public static synchronized void load() {
        if (!loaded) {
            if (Platform.isLinux()) {
                loadAndRestore(Native.load(Platform.C_LIBRARY_NAME, Signals.class));
            } else {
                SerialPort.getVersion();
            }
            SerialPort.addShutdownHook(
                    new Thread(() -> AWAITED.forEach(Runnable::run), "userports still uses its serial ports"));
            loaded = true;
        }
    }

    /**
     * Lets ports stay open, when this process is told to end, until {@code last} returns: the library closes them all by
     * itself then, while somebody may be telling what has come in by them.
     */
    public static void closeAfter(Runnable last) {
        AWAITED.add(last);
    }

    private static void loadAndRestore(Signals signals) {
        Map<Integer, Memory> before = new HashMap<>();
        for (int signal = 1; signal <= LAST; signal++) {
            Memory action = new Memory(SIGACTION);
            if (signal != IO && signals.sigaction(signal, Pointer.NULL, action) == 0) {
                before.put(signal, action);
            }
        }
        try {
            SerialPort.getVersion();
        } finally {
            // Of those that nobody may change (KILL, STOP) nothing is changed.
            before.forEach((signal, action) -> signals.sigaction(signal, action, Pointer.NULL));
        }
    }
}
