package io.userports.fault;

import java.util.Locale;

/**
 * A way to compute a check of 16 bits wrongly: another polynomial, another start, other octets, another order.
 *
 * <p>Bit by bit, as the parameters of such checks are usually given: it is no business of a library to be wrong.
 */
public enum WrongCheck {
    /** CRC-16/MODBUS: that of P1 begun with ones. */
    MODBUS(0x8005, 0xFFFF, true, 0),
    /** CRC-16/X-25: that of S1, and of some foreign meters on P1. */
    X25(0x1021, 0xFFFF, true, 0xFFFF),
    /** CRC-16/KERMIT. */
    KERMIT(0x1021, 0, true, 0),
    /** CRC-16/MCRF4XX: that of S1 without the last inversion. */
    MCRF4XX(0x1021, 0xFFFF, true, 0),
    /** CRC-16/XMODEM. */
    XMODEM(0x1021, 0, false, 0),
    /** CRC-16/CCITT-FALSE. */
    CCITT_FALSE(0x1021, 0xFFFF, false, 0),
    /** CRC-16/ARC: that of P1. */
    ARC(0x8005, 0, true, 0),
    /** The polynomial of P1, highest bit first. */
    UNREFLECTED(0x8005, 0, false, 0);

    private static final int ALL = 0xFFFF;

    private final int polynomial;
    private final int start;
    private final boolean reflected;
    private final int last;

    WrongCheck(int polynomial, int start, boolean reflected, int last) {
        this.polynomial = polynomial;
        this.start = start;
        this.reflected = reflected;
        this.last = last;
    }

    /** {@return the check of {@code octets} from {@code from} to before {@code to}} */
    public int of(byte[] octets, int from, int to) {
        int remainder = start;
        for (int i = from; i < to; i++) {
            int octet = octets[i] & 0xFF;
            remainder ^= (reflected ? Integer.reverse(octet) >>> 24 : octet) << 8;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder << 1 ^ ((remainder & 0x8000) == 0 ? 0 : polynomial)) & ALL;
            }
        }
        return (reflected ? Integer.reverse(remainder) >>> 16 : remainder) ^ last;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
