package io.userports.cli;

import io.userports.s1.FrameKind;
import io.userports.s1.FrameSplitter;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code userports decode s1}: the telegrams of a stream, line by line or summed up, and what else stands in it.
 *
 * <p>It reads chunk by chunk and shows a telegram as soon as its last octet has come, so that it can watch a port. Exit 0
 * when there was a telegram, all were valid and nothing stood outside; else 1, and why on standard error where the output
 * is for programs.
 */
@Command(
        name = "s1",
        description = "Shows the S1 telegrams of a recording, a line each, or what they add up to.",
        footer = {"", "Exit: 0 all telegrams valid and nothing outside them; 1 otherwise; 64 wrong usage."},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 64)
public final class DecodeS1Command implements Callable<Integer> {
    private static final int LINES_OF_A_CHUNK = 512 * 1024;

    private final InputStream standardInput;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the octets as recorded; - or none: standard input")
    private String file = Recording.STANDARD_INPUT;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--raw", description = "counts as they are sent, not volts, amperes and hertz")
    private boolean raw;

    private static final class Form {
        @Option(names = "--json", description = "one JSON object a line: a telegram, or what is none")
        private boolean json;

        @Option(names = "--csv", description = "a line of names, then a line a telegram")
        private boolean csv;

        @Option(
                names = "--summary",
                description = "no telegrams but what they add up to: losses, RMS, frequency, power, harmonics")
        private boolean summary;
    }

    /** Reads the process's standard input where no file is given. */
    public DecodeS1Command() {
        this(System.in);
    }

    DecodeS1Command(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        if (raw && form.summary) {
            throw new ParameterException(
                    spec.commandLine(), "--raw is for single telegrams; leave out --raw or --summary");
        }
        PrintWriter out = spec.commandLine().getOut();
        StringBuilder lines = new StringBuilder(LINES_OF_A_CHUNK);
        S1Tally tally = new S1Tally();
        S1Report report = report(lines);
        FrameSplitter splitter = FrameSplitter.strict();
        Sink sink = new Sink(tally, report);
        new Recording(file, standardInput).read(out, (octets, count) -> {
            splitter.feed(octets, 0, count, sink);
            print(lines, out);
        });
        splitter.end(sink);
        sink.end();
        report.end(tally);
        print(lines, out);
        out.flush();
        if (!tally.allWell() && (form.json || form.csv)) {
            spec.commandLine().getErr().println(tally);
        }
        return tally.allWell() ? 0 : 1;
    }

    private S1Report report(StringBuilder lines) {
        S1Values values = new S1Values(raw);
        if (form.summary) {
            return new S1Summary(lines);
        }
        if (form.csv) {
            return new S1CsvReport(lines, values);
        }
        return form.json ? new S1JsonReport(lines, values) : new S1TextReport(lines, values);
    }

    private static void print(StringBuilder lines, PrintWriter out) {
        out.append(lines);
        lines.setLength(0);
    }

    /** Tells telegrams from other frames, and both from what stands outside. */
    private static final class Sink implements FrameSplitter.Sink, S1Outside.Found {
        private final S1View view = S1View.of(S1Layout.EMUCS_H_1_3);
        private final S1Tally tally;
        private final S1Report report;
        private final S1Outside outside;

        Sink(S1Tally tally, S1Report report) {
            this.tally = tally;
            this.report = report;
            outside = new S1Outside(this);
        }

        @Override
        public void frame(byte[] buffer, int at, int length, long offset) {
            outside.end();
            FrameKind kind = view.kind(buffer, at, length);
            if (kind == FrameKind.TELEGRAM) {
                tally.telegram(view);
                report.telegram(offset, view);
            } else {
                other(offset, kind);
            }
        }

        @Override
        public void noise(byte[] buffer, int at, int count, long offset) {
            outside.take(buffer, at, count, offset);
        }

        void end() {
            outside.end();
        }

        @Override
        public void other(long offset, FrameKind kind) {
            tally.other(kind);
            report.other(offset, kind);
        }

        @Override
        public void outside(long offset, long count) {
            tally.outside(count);
            report.outside(offset, count);
        }
    }
}
