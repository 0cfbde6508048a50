package io.userports.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has interrupted a link, a sentence each; that of the last one is told anew as it goes on. */
final class Interruptions {
    /** How many sentences are kept: of a plug that is loose for days more would tell nothing new. */
    private static final int MOST = 100;

    private final String name;
    private final List<String> sentences = new ArrayList<>();
    private long count;
    private boolean now;

    /** {@code name}: of what, as every sentence begins. */
    Interruptions(String name) {
        this.name = name;
    }

    /** Begins one. */
    synchronized void begin(String what) {
        if (sentences.size() == MOST) {
            sentences.remove(0);
        }
        sentences.add("");
        count++;
        now = true;
        say(what);
    }

    /** Tells the last one anew: it lasts. */
    synchronized void say(String what) {
        sentences.set(sentences.size() - 1, name + " " + what);
    }

    /** Tells the last one anew: it is over. */
    synchronized void end(String what) {
        now = false;
        say(what);
    }

    /** {@return how many there were, whether their sentences are kept or not} */
    synchronized long count() {
        return count;
    }

    /** {@return the last of them, oldest first} */
    synchronized List<String> last() {
        return List.copyOf(sentences);
    }

    /** {@return the one that lasts} */
    synchronized Optional<String> lasting() {
        return now ? Optional.of(sentences.get(sentences.size() - 1)) : Optional.empty();
    }
}
