package io.userports.fault;

import io.userports.p1.ObisCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where in a telegram of P1 an object is put. */
public enum Where {
    /** Before all others. */
    FIRST,
    /** After all others. */
    LAST,
    /** Right before another one. */
    BEFORE,
    /** Right after another one. */
    AFTER;

    /** {@return the lines of {@code telegram} and {@code line} among them} */
    List<String> put(String line, TelegramText telegram, Optional<ObisCode> beside) {
        List<String> lines = new ArrayList<>(telegram.lines());
        lines.add(
                switch (this) {
                    case FIRST -> 0;
                    case LAST -> lines.size();
                    case BEFORE -> telegram.indexOf(beside.orElseThrow());
                    case AFTER -> telegram.indexOf(beside.orElseThrow()) + 1;
                },
                line);
        return lines;
    }

    /** Complains when what is asked of this place is missing. */
    void check(Optional<ObisCode> beside) {
        if ((this == BEFORE || this == AFTER) && beside.isEmpty()) {
            throw new IllegalArgumentException("say beside which object, like beside=1-0:1.7.0");
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
