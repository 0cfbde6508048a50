package io.userports.conformance.rig;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.userports.adapter.AdapterId;
import io.userports.link.DataRequest;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a port in a rig file; a port that is nothing but a link may be written as that.
 *
 * @param link on which it leaves; {@code serial} alone means wherever {@code adapter} is plugged in
 * @param adapter which adapter a serial link must be; any when left out
 * @param reader the device that the CEMS opens, a list of them for several CEMS; the address of the link when left out
 * @param bitRate of S1, unless a scenario asks for another; 1500000 when left out. P1 has 115200
 * @param dataRequest the input to which the data request of P1 is wired; none when left out
 * @param loopback where the octets come in again when its pair is looped back
 * @param tags what people call it
 */
record PortFile(
        String link,
        AdapterId adapter,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> reader,
        Integer bitRate,
        DataRequest dataRequest,
        RigPort.Loopback loopback,
        List<String> tags) {
    /** What the quickest of common adapters reach. */
    private static final int MOST_BITS = 12_000_000;

    private static final String WHEREVER = "serial";

    private static final String LINKS = LinkSpec.WITH_A_READER + ", serial (wherever its adapter is plugged in)";
    /** It stands in lines with others. */
    private static final String TAG = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private static final String REMOTE = "serial:rfc2217://";

    PortFile {
        KeyException.require(link, "link", "a link like pty, tcp:0 or serial:/dev/ttyUSB0");
        LinkSpec spec = KeyException.at("link", () -> spec(link, adapter));
        if (adapter != null && !(spec instanceof LinkSpec.Serial)) {
            throw KeyException.of("adapter", Quoted.of(link) + " has no adapter; only serial links have");
        }
        if (adapter != null && link.startsWith(REMOTE)) {
            throw KeyException.of("adapter", Quoted.of(link) + " says already which adapter it is; leave it out");
        }
        reader = reader == null ? List.of() : List.copyOf(reader);
        if (spec instanceof LinkSpec.Serial && reader.isEmpty() && loopback == null) {
            KeyException.require(null, "reader", "the device that the CEMS opens, the other end of the cable");
        }
        dataRequest = dataRequest == null ? DataRequest.NONE : dataRequest;
        if (dataRequest.isWired() && !spec.requestLines().contains(dataRequest.line())) {
            throw KeyException.of("data-request", spec.refusal(dataRequest));
        }
        if (loopback != null && !(spec instanceof LinkSpec.Serial)) {
            throw KeyException.of(
                    "loopback", Quoted.of(link) + " needs none: its other end is here; only serial links have one");
        }
        tags = tags == null ? List.of() : List.copyOf(tags);
        tags.stream().filter(tag -> !tag.matches(TAG)).findFirst().ifPresent(tag -> {
            throw KeyException.of(
                    "tags",
                    Quoted.of(tag) + " is no tag; write 1 to 40 letters, digits, points, dashes and underscores, like"
                            + " rack-2");
        });
    }

    /** {@return the port that is nothing but a link; Jackson finds it by its own} */
    public static PortFile valueOf(String link) {
        try {
            return new PortFile(link, null, null, null, null, null, null);
        } catch (KeyException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    /** {@return this as that of {@code port}} */
    RigPort of(UserPort port) {
        LineRate usual = port == UserPort.P1 ? LineRate.P1 : LineRate.S1;
        int rate = bitRate == null ? usual.bitsPerSecond() : bitRate;
        if (port == UserPort.P1 && rate != usual.bitsPerSecond()) {
            throw KeyException.of("bit-rate", "'" + rate + "' is not 115200; P1 has no other (DSMR 5.0.2 P1 §6)");
        }
        if (port == UserPort.S1 && (rate < usual.bitsPerSecond() || rate > MOST_BITS)) {
            throw KeyException.of(
                    "bit-rate",
                    "'" + rate + "' is not 1500000 (the brochure) to " + MOST_BITS + "; e-MUCS H 1.3 has 2000000");
        }
        if (port == UserPort.S1 && dataRequest.isWired()) {
            throw KeyException.of("data-request", "S1 has none: it sends as long as there is consent; leave it out");
        }
        return new RigPort(
                spec(link, adapter), reader, new LineRate(rate), dataRequest, Optional.ofNullable(loopback), tags);
    }

    private static LinkSpec spec(String link, AdapterId adapter) {
        AdapterId id = adapter == null ? AdapterId.ANY : adapter;
        if (link.equals(WHEREVER)) {
            if (id.isAny()) {
                throw new IllegalArgumentException("'" + WHEREVER + "' alone needs adapter: which one is meant, by usb,"
                        + " serial or path; or write serial:DEVICE");
            }
            return new LinkSpec.Serial("", id);
        }
        LinkSpec spec = link(link);
        if (spec instanceof LinkSpec.File || spec instanceof LinkSpec.Stdout) {
            throw new IllegalArgumentException(Quoted.of(link) + " has no reader; allowed: " + LINKS);
        }
        return spec instanceof LinkSpec.Serial serial ? new LinkSpec.Serial(serial.device(), id) : spec;
    }

    private static LinkSpec link(String text) {
        try {
            return LinkSpec.parse(text, LINKS);
        } catch (InputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
