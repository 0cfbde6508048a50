package io.userports.adapter;

import java.io.IOException;
import java.nio.file.Path;

/** Another run: takes the lock of a device, says so and keeps it until it is killed or told to end. */
@SuppressWarnings("try") // the lock only needs to be held
public final class RunWithALock {
    private RunWithALock() {}

    /** Such a run, as a process of its own; closed, it is killed. */
    public static final class Process implements AutoCloseable {
        private final java.lang.Process process;

        private Process(java.lang.Process process) {
            this.process = process;
        }

        /** {@return its number} */
        public long pid() {
            return process.pid();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    /** {@return a process that has the lock of {@code device}} */
    public static Process start(Path device) throws IOException {
        java.lang.Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunWithALock.class.getName(),
                        device.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!"locked".equals(process.inputReader().readLine())) {
            throw new AssertionError("it has no lock");
        }
        return new Process(process);
    }

    /** Locks the device that is its only argument. */
    public static void main(String[] arguments) throws IOException {
        try (PortLock lock = PortLock.of(arguments[0])) {
            System.out.println("locked");
            System.in.read();
        }
    }
}
