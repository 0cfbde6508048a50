package io.userports.conformance.evidence;

import io.userports.link.Ledger;
import io.userports.wire.UserPort;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One unit that left, on a line of {@code ledger.ndjson.gz}.
 *
 * @param n its number, from 0
 * @param port where it left
 * @param due the simulated instant at which it was to begin
 * @param start nanoseconds after the meter had begun at which its writing began
 * @param end the same of its last octet
 * @param late nanoseconds that it began later than due
 * @param fate what became of it
 * @param faults what struck it
 * @param text what left of it, a character an octet, if it is of P1
 * @param octets the same in base64, if it is of S1
 */
record LedgerLine(
        long n,
        UserPort port,
        Instant due,
        long start,
        long end,
        long late,
        Ledger.Fate fate,
        List<String> faults,
        String text,
        byte[] octets) {
    static LedgerLine of(Ledger.Entry e) {
        boolean text = e.port() == UserPort.P1;
        return new LedgerLine(
                e.number(),
                e.port(),
                e.due(),
                e.startedNanos(),
                e.endedNanos(),
                e.latenessNanos(),
                e.fate(),
                e.faults(),
                text ? new String(e.octets(), StandardCharsets.ISO_8859_1) : null,
                text ? null : e.octets());
    }

    Ledger.Entry entry() {
        byte[] none = octets == null ? new byte[0] : octets;
        return new Ledger.Entry(
                n,
                port,
                due,
                text == null ? none : text.getBytes(StandardCharsets.ISO_8859_1),
                start,
                end,
                late,
                fate,
                faults == null ? List.of() : faults);
    }
}
