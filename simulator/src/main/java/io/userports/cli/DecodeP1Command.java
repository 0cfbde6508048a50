package io.userports.cli;

import io.userports.p1.DecodedTelegram;
import io.userports.p1.P1Codec;
import io.userports.p1.P1Sequence;
import io.userports.p1.Piece;
import io.userports.p1.TelegramSplitter;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code userports decode p1}: the telegrams of a stream, their objects, every violation, and the octets outside.
 *
 * <p>It reads chunk by chunk and shows a telegram as soon as its last line has come, so that it can watch a port. Exit 0
 * when there was a telegram, all were valid and nothing stood outside; else 1, and why on standard error where the output
 * is for programs.
 */
@Command(
        name = "p1",
        description = "Shows the P1 telegrams of a recording, their objects and every violation of the rules.",
        footer = {"", "Exit: 0 all telegrams valid and nothing outside them; 1 otherwise; 64 wrong usage."},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 64)
public final class DecodeP1Command implements Callable<Integer> {
    private final InputStream standardInput;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the octets as recorded; - or none: standard input")
    private String file = Recording.STANDARD_INPUT;

    @Option(names = "--json", description = "one JSON object a line: a telegram, or octets outside telegrams")
    private boolean json;

    /** Reads the process's standard input where no file is given. */
    public DecodeP1Command() {
        this(System.in);
    }

    DecodeP1Command(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        P1Report report = json ? new P1JsonReport(out) : new P1TextReport(out);
        TelegramSplitter splitter = new TelegramSplitter();
        P1Sequence sequence = new P1Sequence();
        Tally tally = new Tally();
        Consumer<Piece> show = piece -> show(piece, sequence, tally, report);
        new Recording(file, standardInput).read(out, (octets, count) -> splitter.feed(octets, 0, count, show));
        splitter.end(show);
        report.end(tally);
        out.flush();
        if (!tally.allWell() && json) {
            spec.commandLine().getErr().println(tally);
        }
        return tally.allWell() ? 0 : 1;
    }

    private static void show(Piece piece, P1Sequence sequence, Tally tally, P1Report report) {
        if (piece instanceof Piece.Noise noise) {
            tally.add(noise);
            report.outside(noise);
        } else if (piece instanceof Piece.Unit unit) {
            byte[] octets = unit.octets();
            DecodedTelegram telegram = sequence.after(P1Codec.decode(octets, 0, octets.length));
            tally.add(telegram);
            report.telegram(unit.offset(), telegram);
        }
    }
}
