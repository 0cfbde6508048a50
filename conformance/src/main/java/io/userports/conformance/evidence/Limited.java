package io.userports.conformance.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to be longer than it may: what was packed small may be huge. */
final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int from, int length) throws IOException {
        int n = super.read(octets, from, length);
        left -= Math.max(n, 0);
        if (left < 0) {
            throw new IOException("holds more than any file of evidence does");
        }
        return n;
    }
}
