package io.userports.cli;

import io.userports.p1.Quote;
import io.userports.s1.S1View;

/** The meter id of telegrams in printable characters; most telegrams have that of the one before. */
final class MeterIdText {
    private String last = "";
    private String text = "";

    String of(S1View telegram) {
        String id = telegram.meterId();
        if (!id.equals(last)) {
            last = id;
            text = Quote.printable(id);
        }
        return text;
    }
}
