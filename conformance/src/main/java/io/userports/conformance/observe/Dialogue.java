package io.userports.conformance.observe;

import io.userports.cli.Terminal;
import io.userports.conformance.verdict.NotJudged;
import io.userports.conformance.verdict.RigBroken;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Questions to a person and the answers, a line each.
 *
 * <p>A terminal that is being read cannot be told to stop, so one thread reads all of its lines while the process lives;
 * one that came before a question is no answer to it.
 */
final class Dialogue {
    /** A status line may stand where a question is to begin; no status line is longer. */
    private static final String BLANK = "\r" + " ".repeat(24) + "\r";

    private static Optional<Dialogue> ofTerminal = Optional.empty();

    private final BufferedReader in;
    private final PrintWriter out;
    /** Nothing for the end of the input. */
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private final Set<String> told = new HashSet<>();
    private boolean ended;

    private Dialogue(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    /** {@return one that reads answers from {@code in} and writes to {@code out}} */
    static Dialogue of(BufferedReader in, PrintWriter out) {
        Dialogue dialogue = new Dialogue(in, out);
        Thread thread = new Thread(dialogue::read, "userports reads answers");
        thread.setDaemon(true);
        thread.start();
        return dialogue;
    }

    /**
     * {@return the one with whoever sits at the terminal of this process}
     *
     * @throws RigBroken when there is none
     */
    static synchronized Dialogue atTerminal() {
        if (ofTerminal.isEmpty()) {
            if (!Terminal.isThere()) {
                throw RigBroken.of(
                        "observe.operator asks a person, but standard input or output is no terminal; run it in"
                                + " one, with neither redirected");
            }
            Console console = System.console();
            ofTerminal = Optional.of(of(new BufferedReader(console.reader()), console.writer()));
        }
        return ofTerminal.get();
    }

    /** Tells something that need not be told twice. */
    void sayOnce(String text) {
        if (told.add(text)) {
            say(text);
        }
    }

    /** Tells something. */
    void say(String text) {
        out.println(BLANK + text);
        out.flush();
    }

    /**
     * {@return what is answered to {@code question}, without blanks around it; nothing if it takes too long}
     *
     * @throws NotJudged when there is nobody to answer any more
     */
    Optional<String> ask(String question, Duration patience) {
        lines.removeIf(Optional::isPresent);
        out.print(BLANK + question + " ");
        out.flush();
        Optional<Optional<String>> line = next(patience);
        if (line.isEmpty()) {
            out.println();
            out.flush();
            return Optional.empty();
        }
        ended = line.get().isEmpty();
        return Optional.of(line.get()
                .orElseThrow(() -> NotJudged.of("standard input has ended, so nobody can be asked: " + question)));
    }

    private Optional<Optional<String>> next(Duration patience) {
        try {
            return ended
                    ? Optional.of(Optional.empty())
                    : Optional.ofNullable(lines.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RigBroken.of("interrupted while waiting for an answer", e);
        }
    }

    private void read() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(Optional.of(line.strip()));
            }
        } catch (IOException e) {
            // As good as its end: nobody can answer any more.
        }
        lines.add(Optional.empty());
    }
}
