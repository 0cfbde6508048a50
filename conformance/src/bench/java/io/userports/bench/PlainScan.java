package io.userports.bench;

import org.apache.commons.codec.digest.Crc16;

/** The least that any reader of a telegram does: finds its lines and groups, and computes its checksum. */
final class PlainScan {
    private PlainScan() {}

    /** {@return a number that depends on every line, every group and the checksum} */
    static long of(byte[] octets) {
        long sum = 0;
        int start = 0;
        int end = octets.length;
        for (int i = 0; i < octets.length; i++) {
            switch (octets[i]) {
                case '(', ')', '*' -> sum += i;
                case '\n' -> {
                    sum += i - start;
                    start = i + 1;
                }
                case '!' -> end = i + 1;
                default -> {}
            }
        }
        Crc16 crc = Crc16.arc();
        crc.update(octets, 0, end);
        return sum ^ crc.getValue();
    }
}
