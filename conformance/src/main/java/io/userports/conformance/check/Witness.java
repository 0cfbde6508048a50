package io.userports.conformance.check;

import io.userports.link.Ledger;
import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.List;

/** The reader of the ledger: each entry is decoded once. */
public final class Witness {
    private final Ledger ledger;
    private final List<SentTelegram> telegrams = new ArrayList<>();
    private long read;

    /** A witness of what leaves by {@code ledger}. */
    public Witness(Ledger ledger) {
        this.ledger = ledger;
    }

    /** {@return every telegram of P1 that left so far, in order} */
    public synchronized List<SentTelegram> telegrams() {
        for (Ledger.Entry entry : ledger.since(read)) {
            read = entry.number() + 1;
            if (entry.port() == UserPort.P1) {
                SentTelegram.in(entry).ifPresent(telegrams::add);
            }
        }
        return List.copyOf(telegrams);
    }
}
