package io.userports.cli;

import io.userports.yaml.InputException;
import java.util.function.Supplier;

/** What stands behind an option, and what people are told when it cannot be. */
final class OptionText {
    private OptionText() {}

    /** {@return {@code value}; what is wrong with it is told of {@code option}} */
    static <T> T at(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | InputException e) {
            throw InputException.at(option, e.getMessage());
        }
    }

    /** {@return the number, -1 if it is none or one too long for any option} */
    static long whole(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
