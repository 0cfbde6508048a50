package io.userports.conformance.rig;

import io.userports.link.DataRequest;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import java.util.List;
import java.util.Optional;

/**
 * One user port of a bench: where it leaves and who is at the other end.
 *
 * @param link the link on which it leaves
 * @param readers what each CEMS opens, where that is the other end of a cable; empty: the link itself
 * @param rate the rate of its line, unless a scenario asks for another
 * @param request by what a CEMS asks for telegrams
 * @param loopback where its octets come in again when its pair is looped back; empty: nowhere, or the other end of a
 *     link that is virtual
 * @param tags what people call it
 */
public record RigPort(
        LinkSpec link,
        List<String> readers,
        LineRate rate,
        DataRequest request,
        Optional<Loopback> loopback,
        List<String> tags) {
    /** A link without wires: nobody asks for anything, and its other end is the link itself. */
    public RigPort(LinkSpec link, LineRate rate) {
        this(link, List.of(), rate, DataRequest.NONE, Optional.empty(), List.of());
    }

    /** {@return this port for the CEMS with that number, from 0: its own link, unless all are at one wire, and its reader} */
    RigPort forCems(int cems) {
        List<String> own = readers.isEmpty() ? readers : List.of(readers.get(Math.min(cems, readers.size() - 1)));
        return new RigPort(link.forReader(cems), own, rate, request, loopback, tags);
    }

    /** {@return what the CEMS with that number, from 0, is told to open when the link has this address} */
    public String reader(String address, int cems) {
        return readers.isEmpty() ? address : readers.get(Math.min(cems, readers.size() - 1));
    }

    /**
     * Where the octets of a looped pair come in again.
     *
     * @param device the serial device; empty: the very one by which they leave
     */
    public record Loopback(String device) {
        private static final String ALLOWED = "self (its own receiver), serial:DEVICE (that of another adapter)";

        /** {@return what a file writes: {@code self} or {@code serial:DEVICE}; Jackson finds it by its own} */
        public static Loopback valueOf(String text) {
            if (text.equals("self")) {
                return new Loopback("");
            }
            if (text.startsWith("serial:") && LinkSpec.parse(text, ALLOWED) instanceof LinkSpec.Serial serial) {
                return new Loopback(serial.device());
            }
            throw new IllegalArgumentException("'" + text + "' is no loopback; allowed: " + ALLOWED);
        }
    }
}
