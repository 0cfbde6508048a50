package io.userports.cli;

import io.userports.s1.S1View;
import java.util.function.UnaryOperator;

/** The meter id of telegrams as it is shown; most telegrams have that of the one before. */
final class MeterIdText {
    private final UnaryOperator<String> shown;
    private String last = "";
    private String text = "";

    MeterIdText(UnaryOperator<String> shown) {
        this.shown = shown;
    }

    String of(S1View telegram) {
        String id = telegram.meterId();
        if (!id.equals(last)) {
            last = id;
            text = shown.apply(id);
        }
        return text;
    }
}
