package io.userports.adapter;

import java.io.IOException;

/** Another run: takes the lock of a device, says so and keeps it until it is killed or told to end. */
@SuppressWarnings("try") // the lock only needs to be held
public final class RunWithALock {
    private RunWithALock() {}

    /** Locks the device that is its only argument. */
    public static void main(String[] arguments) throws IOException {
        try (PortLock lock = PortLock.of(arguments[0])) {
            System.out.println("locked");
            System.in.read();
        }
    }
}
