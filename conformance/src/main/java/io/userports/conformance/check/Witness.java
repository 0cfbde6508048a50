package io.userports.conformance.check;

import io.userports.link.Ledger;
import io.userports.wire.UserPort;
import java.util.List;

/** The reader of the ledger: what left by P1, in order, whatever units it left in, as the telegrams in it. */
public final class Witness {
    private final Ledger ledger;
    private final SentStream stream = new SentStream();
    /** Entries that have been read; they are asked for in order, never fewer than before. */
    private long read;

    /** A witness of what leaves by {@code ledger}. */
    public Witness(Ledger ledger) {
        this.ledger = ledger;
    }

    /** {@return every telegram of P1 that left whole with the first {@code entries}, under a right CRC, in order} */
    public synchronized List<SentTelegram> telegrams(long entries) {
        for (Ledger.Entry entry : ledger.between(read, entries)) {
            read = entry.number() + 1;
            if (entry.port() == UserPort.P1 && entry.octets().length > 0) {
                stream.add(entry);
            }
        }
        return stream.telegrams();
    }

    /** {@return what left like a telegram until then and is none that anybody may believe: its CRC is wrong, or missing} */
    public synchronized List<SentTelegram> rejected() {
        return stream.rejected();
    }
}
