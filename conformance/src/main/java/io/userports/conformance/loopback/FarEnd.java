package io.userports.conformance.loopback;

import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Link;
import io.userports.link.LinkSpec;
import io.userports.link.Receiver;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.util.Locale;

/** Where the octets of a looped port come in again. */
final class FarEnd {
    private FarEnd() {}

    /** Complains about a port of which the rig does not say where its octets come in again. */
    static void check(UserPort port, RigPort there) {
        if (there.link() instanceof LinkSpec.Serial && there.loopback().isEmpty()) {
            throw InputException.at(
                    port.name().toLowerCase(Locale.ROOT) + ".loopback",
                    "missing, and nobody knows where what leaves by "
                            + Quoted.of(there.link().toString())
                            + " comes in again; give it in the rig: self (its own receiver) or serial:DEVICE");
        }
    }

    /** {@return what reads there}; complains about a link whose far end is somewhere else. */
    static Receiver of(RigPort there, Link link, LineRate rate) {
        String other = there.loopback().map(RigPort.Loopback::device).orElse("");
        if (!other.isEmpty()) {
            return new LinkSpec.Serial(other).receiver(rate);
        }
        return link.farEnd()
                .orElseThrow(
                        () -> RigBroken.of("what leaves by " + there.link() + " cannot be read again here; take pty,"
                                + " tcp:PORT, or serial:DEVICE with a loopback in the rig"));
    }
}
