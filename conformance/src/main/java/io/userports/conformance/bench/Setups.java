package io.userports.conformance.bench;

import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.Optional;

/** What sets up wires and CEMS for the scenarios of a run: anew for each, or once for one after the other. */
public final class Setups implements AutoCloseable {
    private final Rig rig;
    private final CemsStarter starter;
    private final Lines lines;
    private final boolean kept;
    private Optional<Setup> standing = Optional.empty();

    private Setups(Rig rig, CemsStarter starter, Lines lines, boolean kept) {
        this.rig = rig;
        this.starter = starter;
        this.lines = lines;
        this.kept = kept;
    }

    /** {@return what sets up everything anew for every scenario} */
    static Setups anew(Rig rig, CemsStarter starter) {
        return anew(rig, starter, Lines.own());
    }

    /** {@return the same, on {@code lines}} */
    static Setups anew(Rig rig, CemsStarter starter, Lines lines) {
        return new Setups(rig, starter, lines, false);
    }

    /** {@return what sets up both ports and one CEMS once, and again only when something of it has ended or is broken} */
    static Setups once(Rig rig, CemsStarter starter) {
        return once(rig, starter, Lines.own());
    }

    /** {@return the same, on {@code lines}} */
    static Setups once(Rig rig, CemsStarter starter, Lines lines) {
        return new Setups(rig, starter, lines, true);
    }

    /**
     * {@return wires and CEMS for one more scenario, to be given back to {@link #leave}}
     *
     * @param sampled whether it needs S1 beside P1
     * @param sampleLine the rate that S1 shall have
     * @param silence after how long without a telegram a kept CEMS should present nothing of the scenario before
     */
    synchronized Setup enter(boolean sampled, LineRate sampleLine, Duration silence) {
        if (!kept) {
            return setUp(sampled, sampleLine);
        }
        LineRate rate = new LineRate(rig.s1BitRate());
        if (sampled && !rate.equals(sampleLine)) {
            throw NotClaimed.of("S1 stays at " + rate.bitsPerSecond() + " bit/s: one CEMS is kept for the whole run"
                    + " (start.process)");
        }
        if (standing.filter(Setup::isWhole).isEmpty()) {
            close();
            standing = Optional.of(setUp(sampled || rig.s1().isPresent(), rate));
        } else {
            standing.get().beginAnew(silence);
        }
        return standing.get();
    }

    /** Takes back what a scenario was given. */
    void leave(Setup setup) {
        if (!kept) {
            setup.close();
        }
    }

    /** Ends what still stands. */
    @Override
    public synchronized void close() {
        standing.ifPresent(Setup::close);
        standing = Optional.empty();
    }

    private Setup setUp(boolean sampled, LineRate sampleLine) {
        Wires wires = new Wires(rig, lines);
        try {
            wires.open(UserPort.P1, LineRate.P1);
            if (sampled) {
                wires.open(UserPort.S1, sampleLine);
            }
        } catch (RuntimeException e) {
            wires.close();
            throw e;
        }
        return Setup.of(wires, starter, sampleLine);
    }
}
