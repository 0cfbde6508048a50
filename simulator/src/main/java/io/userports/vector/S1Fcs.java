package io.userports.vector;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HexFormat;

/** The CRC-16/X-25 of a few octets, low octet first as on the line. */
public record S1Fcs(String id, String comment, @JsonProperty("octets") String digits, String fcs)
        implements Vector.Check {
    @Override
    public byte[] octets() {
        return HexFormat.of().parseHex(digits);
    }

    @Override
    public String checksum() {
        return fcs;
    }
}
