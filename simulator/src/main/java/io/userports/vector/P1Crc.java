package io.userports.vector;

import java.nio.charset.StandardCharsets;

/** The CRC-16/ARC of a text, each character one octet. */
public record P1Crc(String id, String comment, String text, String crc) implements Vector.Check {
    @Override
    public byte[] octets() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String checksum() {
        return crc;
    }
}
