package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.grid.Wiring;
import io.userports.s1.FrameSplitter;
import io.userports.s1.Gaps;
import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A CEMS of S1: a thread that reads telegrams from TCP, averages them, and says of each window what a test decides. */
final class SampledCems implements Cems {
    private static final int TICK_MILLIS = 10;

    /**
     * How it averages.
     *
     * @param tenths of a second that a window lasts
     * @param every so many tenths it shows one
     * @param decimals of volts, amperes and watts
     */
    record Manner(int tenths, int every, int volts, int amperes, int watts) {
        static final Manner USUAL = new Manner(10, 10, 3, 3, 1);
    }

    /** What such a CEMS does; called by its thread only. */
    interface Script {
        /**
         * Does what is to be done about a window.
         *
         * @param number how many came before
         * @param figures all that a correct one shows now, {@code s1-} left out
         */
        void show(int number, Map<String, String> figures, SampledCems cems);

        /** Does what is to be done when nothing has come for so long, in real time. */
        default void idle(Duration silence, SampledCems cems) {}
    }

    private final Observations observations = new Observations();
    private final Manner manner;
    private final Script script;
    private final Socket socket;
    private final Thread thread = new Thread(this::run, "sampled CEMS");
    private volatile Optional<String> ended = Optional.empty();

    private final Deque<double[]> tenths = new ArrayDeque<>();
    private double[] tenth = new double[9];
    private int inTenth;
    private int untilShown;
    private int shown;
    private int last = -1;
    private long lost;
    private long invalid;

    private SampledCems(String address, Manner manner, Script script) throws IOException {
        this.manner = manner;
        this.script = script;
        int colon = address.lastIndexOf(':');
        socket = new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        socket.setSoTimeout(TICK_MILLIS);
    }

    /** {@return one that reads at {@code address}} */
    static SampledCems start(String address, Manner manner, Script script) {
        try {
            SampledCems cems = new SampledCems(address, manner, script);
            cems.thread.start();
            return cems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows these figures of S1. */
    void show(Map<String, String> figures) {
        figures.forEach(this::show);
    }

    void show(String name, String value) {
        say("{\"quantity\":\"s1-" + name + "\",\"value\":\"" + value + "\"}");
    }

    void say(String line) {
        say(Observation.of(line));
    }

    void say(Observation observation) {
        observations.add(System.nanoTime(), observation);
    }

    /** Reads nothing any more, and lives on. */
    void closePort() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends like a process. */
    void end(String how) {
        ended = Optional.of(how);
    }

    private void run() {
        FrameSplitter splitter = FrameSplitter.strict();
        byte[] octets = new byte[4096];
        long lastNanos = System.nanoTime();
        while (!socket.isClosed()) {
            try {
                int count = socket.getInputStream().read(octets);
                if (count < 0) {
                    return;
                }
                lastNanos = System.nanoTime();
                splitter.feed(octets, 0, count, new FrameSplitter.Sink() {
                    @Override
                    public void frame(byte[] buffer, int at, int length, long offset) {
                        S1Codec.decode(S1Layout.EMUCS_H_1_3, Arrays.copyOfRange(buffer, at, at + length))
                                .forEach(SampledCems.this::take);
                    }

                    @Override
                    public void noise(byte[] buffer, int at, int length, long offset) {}
                });
            } catch (SocketTimeoutException e) {
                script.idle(Duration.ofNanos(System.nanoTime() - lastNanos), this);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void take(S1Frame frame) {
        lost += last < 0 ? 0 : Gaps.bySequence(last, frame.sequence());
        last = frame.sequence();
        if (frame.validSamples()) {
            double[] u = {S1Frame.volts(frame.u1()), S1Frame.volts(frame.u2()), S1Frame.volts(frame.u3())};
            double[] i = {S1Frame.amperes(frame.i1()), S1Frame.amperes(frame.i2()), S1Frame.amperes(frame.i3())};
            for (int phase = 0; phase < 3; phase++) {
                tenth[phase] += u[phase] * u[phase];
                tenth[3 + phase] += i[phase] * i[phase];
                tenth[6] += u[phase] * i[phase];
            }
            tenth[7] += Math.pow(S1Frame.amperes(frame.iN()), 2);
            tenth[8]++;
        } else {
            invalid++;
        }
        if (++inTenth >= frame.samplesPerSecond() / 10) {
            tenths.add(tenth);
            if (tenths.size() > manner.tenths()) {
                tenths.remove();
            }
            tenth = new double[9];
            inTenth = 0;
            if (++untilShown >= manner.every() && tenths.size() == manner.tenths()) {
                untilShown = 0;
                script.show(shown++, figures(frame), this);
            }
        }
    }

    private Map<String, String> figures(S1Frame frame) {
        double[] mean = new double[8];
        double samples = tenths.stream().mapToDouble(t -> t[8]).sum();
        for (int i = 0; i < mean.length; i++) {
            int channel = i;
            mean[i] = tenths.stream().mapToDouble(t -> t[channel]).sum() / samples;
        }
        Wiring wiring = S1Info.wiring(frame.info());
        Map<String, String> figures = new TreeMap<>();
        figures.put("meter-id", frame.meterId());
        figures.put("wiring", wiring.toString());
        figures.put("rate", decimal(1, frame.samplesPerSecond()));
        figures.put("frequency", decimal(3, S1Frame.hertz(frame.frequency())));
        for (int phase = 0; phase < wiring.phases(); phase++) {
            figures.put("voltage-rms-l" + (phase + 1), decimal(manner.volts(), Math.sqrt(mean[phase])));
            figures.put("current-rms-l" + (phase + 1), decimal(manner.amperes(), Math.sqrt(mean[3 + phase])));
        }
        if (frame.neutral()) {
            figures.put("current-rms-n", decimal(manner.amperes(), Math.sqrt(mean[7])));
        }
        figures.put("power", decimal(manner.watts(), mean[6]));
        figures.put("lost", Long.toString(lost));
        figures.put("invalid", Long.toString(invalid));
        return figures;
    }

    private static String decimal(int decimals, double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @Override
    public Observations observations() {
        return observations;
    }

    @Override
    public Optional<String> ended() {
        return ended;
    }

    @Override
    public List<String> lastWords() {
        return List.of();
    }

    @Override
    public void close() {
        closePort();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
