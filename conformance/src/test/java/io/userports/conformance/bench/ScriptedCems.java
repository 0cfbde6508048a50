package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Quantity;
import io.userports.p1.P1Codec;
import io.userports.p1.Piece;
import io.userports.p1.Telegram;
import io.userports.p1.TelegramSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CEMS of a few lines: a thread that reads telegrams from TCP and says of each what a test decides. */
final class ScriptedCems implements Cems {
    private static final int TICK_MILLIS = 10;

    /** What such a CEMS does; called by its thread only. */
    interface Script {
        /**
         * Does what is to be done about a telegram.
         *
         * @param number how many came before
         * @param telegram all that it says, in canonical form
         */
        void read(int number, Map<Quantity, String> telegram, ScriptedCems cems);

        /** Does what is to be done when nothing has come for so long, in real time. */
        default void idle(Duration silence, ScriptedCems cems) {}
    }

    private final Observations observations = new Observations();
    private final Script script;
    private final Socket socket;
    private final Thread thread = new Thread(this::run, "scripted CEMS");
    private volatile Optional<String> ended = Optional.empty();
    private String status = "";
    private int telegrams;

    private ScriptedCems(String address, Script script) throws IOException {
        this.script = script;
        int colon = address.lastIndexOf(':');
        socket = new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        socket.setSoTimeout(TICK_MILLIS);
    }

    /** {@return one that reads at {@code address}} */
    static ScriptedCems start(String address, Script script) {
        try {
            ScriptedCems cems = new ScriptedCems(address, script);
            cems.thread.start();
            return cems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows that value. */
    void show(Quantity quantity, String value) {
        say(new Observation.Value(quantity, Optional.of(value)));
    }

    /** Shows these values, and no value of every other quantity. */
    void show(Map<Quantity, String> values) {
        for (Quantity quantity : Quantity.values()) {
            say(new Observation.Value(quantity, Optional.ofNullable(values.get(quantity))));
        }
    }

    /** Says so, if that is not what it said last. */
    void status(String now) {
        if (!now.equals(status)) {
            status = now;
            say(new Observation.Status("p1", now));
        }
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
        TelegramSplitter splitter = new TelegramSplitter();
        byte[] octets = new byte[4096];
        long last = System.nanoTime();
        while (!socket.isClosed()) {
            try {
                int count = socket.getInputStream().read(octets);
                if (count < 0) {
                    return;
                }
                last = System.nanoTime();
                splitter.feed(octets, 0, count, this::take);
            } catch (SocketTimeoutException e) {
                script.idle(Duration.ofNanos(System.nanoTime() - last), this);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void take(Piece piece) {
        if (piece instanceof Piece.Unit unit) {
            Telegram telegram =
                    P1Codec.decode(unit.octets(), 0, unit.octets().length).telegram();
            Map<Quantity, String> says = new EnumMap<>(Quantity.class);
            for (Quantity quantity : Quantity.values()) {
                quantity.in(telegram).ifPresent(value -> says.put(quantity, value));
            }
            script.read(telegrams++, says, this);
        }
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
