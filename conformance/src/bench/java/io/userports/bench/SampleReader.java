package io.userports.bench;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.codec.digest.Crc16;

/**
 * A reader of S1 that shares no code with ours: 45 octets between two flags, a length, a check sequence by library, and
 * numbers without a hole.
 */
final class SampleReader implements AutoCloseable {
    private static final int TELEGRAM = 45;
    private static final int SEQUENCE_AT = 23;
    private static final int FCS_AT = 42;
    private static final int FLAG = 0x7E;
    private static final int HEAD = 0x802BFF03;
    private static final int CHUNK = 16 * 1024;
    private static final long JOIN_MILLIS = 10_000;

    private final InputStream port;
    private final Thread thread = new Thread(this::read, "sample reader");
    private final byte[] buffer = new byte[CHUNK + TELEGRAM];
    private long telegrams;
    private long lost;
    private long outside;
    private int next = -1;

    private SampleReader(InputStream port) {
        this.port = port;
    }

    /** {@return a reader that reads {@code address} until nothing comes any more} */
    static SampleReader of(String address) throws IOException {
        SampleReader reader = new SampleReader(Jar.open(address));
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** Waits until the port has ended. */
    void awaitEnd() {
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new IllegalStateException("the port did not end");
        }
    }

    long telegrams() {
        return telegrams;
    }

    /** {@return telegrams that are missing by their numbers} */
    long lost() {
        return lost;
    }

    /** {@return octets that are in no telegram} */
    long outside() {
        return outside;
    }

    @Override
    public void close() throws IOException {
        port.close();
    }

    private void read() {
        int end = 0;
        try {
            for (int count = port.read(buffer, end, CHUNK); count >= 0; count = port.read(buffer, end, CHUNK)) {
                end += count;
                int done = take(end);
                System.arraycopy(buffer, done, buffer, 0, end - done);
                end -= done;
            }
        } catch (IOException e) {
            // The pseudo-terminal has gone, as it does when all is told.
        }
        outside += end;
    }

    private int take(int end) {
        int at = 0;
        while (end - at >= TELEGRAM) {
            if (isTelegram(at)) {
                int sequence = buffer[at + SEQUENCE_AT] & 0xFF;
                lost += next < 0 ? 0 : sequence - next & 0xFF;
                next = sequence + 1;
                telegrams++;
                at += TELEGRAM;
            } else {
                outside++;
                at++;
            }
        }
        return at;
    }

    private boolean isTelegram(int at) {
        for (int i = 0; i < Integer.BYTES; i++) {
            if (buffer[at + 1 + i] != (byte) (HEAD >>> Byte.SIZE * (Integer.BYTES - 1 - i))) {
                return false;
            }
        }
        Crc16 crc = Crc16.ibmSdlc();
        crc.update(buffer, at + 1, FCS_AT - 1);
        int fcs = buffer[at + FCS_AT] & 0xFF | (buffer[at + FCS_AT + 1] & 0xFF) << Byte.SIZE;
        return buffer[at] == FLAG && buffer[at + TELEGRAM - 1] == FLAG && crc.getValue() == fcs;
    }
}
