package io.userports.fault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** Telegrams that are known octet by octet; their checks were computed by another program, bit by bit. */
final class Known {
    /** Made up for these tests. */
    static final String P1_BODY = String.join(
            "\r\n",
            "/FLU5\\253769001_A",
            "",
            "0-0:96.1.4(50217)",
            "0-0:1.0.0(260115120000W)",
            "1-0:1.8.1(000123.456*kWh)",
            "1-0:2.8.1(000006.789*kWh)",
            "1-0:1.7.0(01.193*kW)",
            "0-0:96.13.0()",
            "0-1:24.1.0(003)",
            "0-1:24.2.3(260115115502W)(00872.234*m3)",
            "!");

    /** The whole one. */
    static final String P1 = P1_BODY + "DC7E\r\n";

    /** The telegram that e-MUCS H 1.3 §4.3 prints. */
    static final String S1 =
            "7E802BFF0300000000000000000000000000000A34C3BB0F0B150005FA00000000000000000000000000C5B27E";

    private Known() {}

    static byte[] p1() {
        return P1.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] s1() {
        return HexFormat.of().parseHex(S1);
    }

    /** {@return the telegram with another body and the CRC of that} */
    static String p1(String crc, UnaryOperator<String> change) {
        return change.apply(P1_BODY) + crc + "\r\n";
    }

    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    static String hex(byte[] octets) {
        return HexFormat.of().withUpperCase().formatHex(octets);
    }
}
