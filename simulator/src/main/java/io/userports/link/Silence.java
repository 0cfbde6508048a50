package io.userports.link;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * For how long the other side of a connection has answered nothing that TCP asked it.
 *
 * <p>The keep-alive of TCP does not ask while octets are on their way, and those it sends again for a quarter of an hour
 * and longer.
 */
final class Silence {
    /** What keep-alive allows, too: with what passes until it begins, a quarter of a minute. */
    static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(13);

    static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** One question or two may be lost on their way. */
    private static final int QUESTIONS = 3;

    private final IntSupplier questions;
    private final long longest;
    private long since;
    private long nextLook;
    private int unanswered;

    /**
     * One that begins at {@code now}.
     *
     * @param questions how many questions in a row have no answer
     * @param longest how many nanoseconds it may last
     */
    Silence(IntSupplier questions, long longest, long now) {
        this.questions = questions;
        this.longest = longest;
        this.since = now;
        this.nextLook = now;
    }

    /** {@return whether it has lasted too long by {@code now}}; however often this is asked, it looks twice a second. */
    boolean isTooLong(long now) {
        if (now - nextLook < 0) {
            return false;
        }
        nextLook = now + LOOK_NANOS;
        int before = unanswered;
        unanswered = questions.getAsInt();
        if (unanswered == 0 || unanswered < before) {
            since = now;
        }
        return unanswered >= QUESTIONS && now - since >= longest;
    }
}
