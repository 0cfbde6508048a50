package io.userports.adapter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /** {@return a process that has the lock of {@code device}, in those folders if any are named} */
    public static Process start(Path device, Path... folders) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RunWithALock.class.getName(),
                device.toString()));
        Stream.of(folders).map(Path::toString).forEach(command::add);
        java.lang.Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!"locked".equals(process.inputReader().readLine())) {
            throw new AssertionError("it has no lock");
        }
        return new Process(process);
    }

    /** Locks the device that is its first argument, in the folders behind it. */
    public static void main(String[] arguments) throws IOException {
        List<Path> folders = Stream.of(arguments).skip(1).map(Path::of).toList();
        try (PortLock lock = folders.isEmpty() ? PortLock.of(arguments[0]) : PortLock.of(arguments[0], folders)) {
            System.out.println("locked");
            System.in.read();
        }
    }
}
