package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Lifetime;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.cems.Ring;
import io.userports.conformance.observe.Observers;
import io.userports.conformance.process.CemsProcess;
import io.userports.conformance.process.Readiness;
import io.userports.conformance.process.Scratch;
import io.userports.conformance.verdict.RigBroken;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A CEMS as a {@code cems.yaml} declares it: a process unless it is external, and where it shows its values. */
final class DeclaredCems implements Cems {
    private static final String HERE = "127.0.0.1";

    private final Observations observations = new Observations();
    /** What is to be ended, the last thing begun first, however far the start came. */
    private final Deque<Runnable> opened = new ArrayDeque<>();

    private final Observers observers;
    private final Readiness readiness;
    private final Optional<CemsProcess> process;

    private DeclaredCems(CemsSpec spec, Placeholders given, Runnable ended) {
        opened.push(ended);
        Scratch scratch = Scratch.create();
        opened.push(scratch::close);
        try {
            Placeholders placeholders = given.and(
                    Map.of("{dir}", scratch.path().toString(), "{host}", HERE, "{port}", Integer.toString(freePort())));
            observers = Observers.begin(spec.observe(), placeholders, observations);
            opened.push(observers::close);
            Readiness sign = Readiness.of(spec.start().ready(), placeholders);
            readiness = sign;
            opened.push(sign::close);
            Consumer<String> lines = line -> {
                sign.line(line);
                observers.line(line);
            };
            Placeholders all = observers.placeholders();
            process = spec.start().process() == Lifetime.EXTERNAL
                    ? Optional.empty()
                    : Optional.of(CemsProcess.start(spec.start(), all, lines, sign::line));
            process.ifPresent(running -> opened.push(running::close));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** {@return the CEMS, started; {@code ended} is run when nothing of it is left} */
    static DeclaredCems start(CemsSpec spec, Placeholders placeholders, Runnable ended) {
        return new DeclaredCems(spec, placeholders, ended);
    }

    /** Nobody has it now, and hardly anybody can get it before the CEMS: the system hands out others first. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw RigBroken.of(
                    "the system gives no free TCP port (" + e.getMessage() + "); end programs that hold many", e);
        }
    }

    @Override
    public Observations observations() {
        return observations;
    }

    @Override
    public boolean mustBeAsked() {
        return observers.mustBeAsked();
    }

    @Override
    public void ask(List<Quantity> quantities) {
        observers.ask(quantities);
    }

    @Override
    public void askWhetherCurrent(Collection<UserPort> ports) {
        observers.askWhetherCurrent(ports);
    }

    @Override
    public List<String> neverFound() {
        return observers.neverFound();
    }

    @Override
    public Optional<String> broken() {
        return observers.broken();
    }

    @Override
    public Optional<String> unready() {
        return readiness.lacking();
    }

    @Override
    public Optional<String> ended() {
        return process.flatMap(CemsProcess::ended);
    }

    @Override
    public List<String> lastWords() {
        List<String> words = new ArrayList<>(process.map(CemsProcess::lastWords).orElse(List.of()));
        words.addAll(observers.notes());
        return words;
    }

    @Override
    public Ring standardOutput() {
        return process.map(CemsProcess::standardOutput).orElseGet(Ring::new);
    }

    @Override
    public Ring standardError() {
        return process.map(CemsProcess::standardError).orElseGet(Ring::new);
    }

    @Override
    public void close() {
        if (!opened.isEmpty()) {
            try {
                opened.pop().run();
            } finally {
                close();
            }
        }
    }
}
