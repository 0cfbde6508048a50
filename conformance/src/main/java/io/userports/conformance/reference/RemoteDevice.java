package io.userports.conformance.reference;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A serial device behind a socket, as RFC 2217 has it: what comes in without the telnet in it, and two lines to drive. */
final class RemoteDevice extends FilterInputStream implements RequestLine {
    private static final int ESCAPE = 255;
    private static final int BEGIN = 250;
    private static final int END = 240;
    private static final int FIRST_VERB = 251;

    private final OutputStream out;
    private boolean escaped;
    private boolean verb;
    private boolean about;

    private RemoteDevice(Socket socket) throws IOException {
        super(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** {@return the device, set to {@code rate}, eight bits, no parity, one stop bit} */
    static RemoteDevice of(Socket socket, int rate) throws IOException {
        RemoteDevice device = new RemoteDevice(socket);
        // We will use binary and the serial port option, and ask for binary.
        device.out.write(new byte[] {-1, -5, 0, -1, -5, 44, -1, -3, 0});
        device.tell(1, rate >> 24, rate >> 16, rate >> 8, rate);
        device.tell(2, 8);
        device.tell(3, 1);
        device.tell(4, 1);
        return device;
    }

    @Override
    public void assertIt(boolean asks) throws IOException {
        tell(5, asks ? 8 : 9);
        tell(5, asks ? 11 : 12);
    }

    private void tell(int command, int... value) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(new byte[] {-1, -6, 44, (byte) command});
        for (int octet : value) {
            octets.write(octet);
            if ((octet & 0xff) == ESCAPE) {
                octets.write(octet);
            }
        }
        octets.writeBytes(new byte[] {-1, -16});
        out.write(octets.toByteArray());
        out.flush();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int length = 0;
        while (length == 0) {
            length = read(one, 0, 1);
        }
        return length < 0 ? length : one[0] & 0xff;
    }

    /** As any other, but 0 where all that came was telnet. */
    @Override
    public int read(byte[] chunk, int from, int most) throws IOException {
        int length = super.read(chunk, from, most);
        int kept = 0;
        for (int i = from; i < from + length; i++) {
            if (isContent(chunk[i] & 0xff)) {
                chunk[from + kept++] = chunk[i];
            }
        }
        return length < 0 ? length : kept;
    }

    private boolean isContent(int octet) {
        if (verb) {
            verb = false;
            return false;
        }
        if (escaped) {
            escaped = false;
            verb = octet >= FIRST_VERB && octet < ESCAPE;
            about = octet == BEGIN || about && octet != END;
            return octet == ESCAPE && !about;
        }
        escaped = octet == ESCAPE;
        return !escaped && !about;
    }
}
