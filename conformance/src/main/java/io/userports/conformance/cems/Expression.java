package io.userports.conformance.cems;

import io.userports.conformance.verdict.RigBroken;
import io.userports.yaml.Quoted;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression of a {@code cems.yaml}, which is looked for only so long that it holds nobody up. */
public final class Expression {
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String key;
    private final Pattern pattern;

    private Expression(String key, Pattern pattern) {
        this.key = key;
        this.pattern = pattern;
    }

    /** {@return the one that is written under {@code key}} */
    public static Expression of(String key, String pattern) {
        return new Expression(key, Pattern.compile(pattern));
    }

    /**
     * {@return where it is found in {@code text} first, if it is}
     *
     * @throws RigBroken when that takes longer than a second, or goes too deep
     */
    public Optional<Matcher> find(String text) {
        try {
            return Optional.of(pattern.matcher(new Timed(text, System.nanoTime() + MOST_NANOS)))
                    .filter(Matcher::find);
        } catch (TooLong e) {
            throw broken("takes longer than 1 s to look for", text);
        } catch (StackOverflowError e) {
            throw broken("goes too deep", text);
        }
    }

    private RigBroken broken(String how, String text) {
        return RigBroken.of(key + ": " + Quoted.of(pattern.pattern()) + " " + how + " in a text of " + text.length()
                + " characters, so what the CEMS shows is not seen; write one without repetitions within repetitions");
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that is not read any more once the time is over. */
    private static final class Timed implements CharSequence {
        /** To ask for the time takes longer than to read a character. */
        private static final int MASK = 1023;

        private final String text;
        private final long deadline;
        private int reads;

        private Timed(String text, long deadline) {
            this.text = text;
            this.deadline = deadline;
        }

        @Override
        public char charAt(int index) {
            if ((++reads & MASK) == 0 && System.nanoTime() - deadline > 0) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
