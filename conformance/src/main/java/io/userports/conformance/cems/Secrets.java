package io.userports.conformance.cems;

import io.userports.yaml.InputException;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What need not stand in a file: {@code {env:NAME}} stands for a variable of the environment. */
public final class Secrets {
    private static final Pattern VARIABLE = Pattern.compile("\\{env:([^}]*)}");

    private Secrets() {}

    /**
     * {@return {@code text} with the variables that it names}
     *
     * @throws InputException when one is not set
     */
    public static String fill(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        variable(m.group(1)).orElseThrow(() -> InputException.of(missing(m.group(1))))));
    }

    /** Refuses the name of a variable in {@code text}, which is written under {@code key}, that is not set. */
    static void check(String key, String text) {
        VARIABLE.matcher(text)
                .results()
                .map(m -> m.group(1))
                .filter(name -> variable(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw KeyException.of(key, missing(name));
                });
    }

    /**
     * Refuses {@code text}, a secret that is written under {@code key}, where it names no variable: the file becomes evidence,
     * which others read.
     */
    static void require(String key, String text) {
        if (!text.isEmpty() && !VARIABLE.matcher(text).find()) {
            // what it is stays unsaid: it may be a real one
            throw KeyException.of(
                    key,
                    "is a secret in a file that becomes evidence; write \"{env:NAME}\" and set that variable of the"
                            + " environment");
        }
        check(key, text);
    }

    private static String missing(String name) {
        return "there is no variable " + Quoted.of(name) + " in the environment; set it before the run";
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }
}
