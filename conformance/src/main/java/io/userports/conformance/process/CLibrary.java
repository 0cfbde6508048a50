package io.userports.conformance.process;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import io.userports.conformance.cems.End.Signal;
import java.util.Optional;

/** What Java lacks of POSIX about processes. */
interface CLibrary extends Library {
    int kill(int process, int signal);

    int setsid();

    /** {@return the C library; empty where there is none of POSIX, or where it cannot be loaded} */
    static Optional<CLibrary> here() {
        try {
            return Platform.isWindows()
                    ? Optional.empty()
                    : Optional.of(Native.load(Platform.C_LIBRARY_NAME, CLibrary.class));
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** Sends {@code signal} to {@code process}; where only TERM and KILL can be sent, TERM for the others. */
    static void send(Signal signal, ProcessHandle process) {
        Optional<CLibrary> library =
                signal == Signal.TERM || signal == Signal.KILL || !process.isAlive() ? Optional.empty() : here();
        if (signal == Signal.KILL) {
            process.destroyForcibly();
        } else if (library.isEmpty() || library.get().kill((int) process.pid(), signal.number()) != 0) {
            process.destroy();
        }
    }
}
