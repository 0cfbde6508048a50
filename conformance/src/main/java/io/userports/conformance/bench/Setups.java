package io.userports.conformance.bench;

import io.userports.conformance.check.Waiting;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.RigBroken;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What sets up wires and CEMS for the scenarios of a run: anew for each, or once for one after the other. */
public final class Setups implements AutoCloseable {
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Rig rig;
    private final CemsStarter starter;
    private final Lines lines;
    private final boolean kept;
    private Optional<Setup> standing = Optional.empty();
    /** Whether a link of the scenario before was lost, so that what is missing now may be on its way back. */
    private volatile boolean lost;
    /** Whether a link that is kept was waited for in vain, and is not there yet. */
    private boolean inVain;

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
            standing.ifPresent(this::look);
            close();
            standing = Optional.of(setUp(sampled || rig.s1().isPresent(), rate));
        } else {
            awaitReturn(standing.get().wires());
            standing.get().beginAnew(silence);
        }
        return standing.get();
    }

    /** Takes back what a scenario was given. */
    void leave(Setup setup) {
        if (!kept) {
            look(setup);
            setup.close();
        }
    }

    /** Ends what still stands. */
    @Override
    public synchronized void close() {
        standing.ifPresent(Setup::close);
        standing = Optional.empty();
    }

    private void look(Setup setup) {
        lost |= !setup.wires().areWhole() || setup.wires().interrupted().isPresent();
    }

    private Setup setUp(boolean sampled, LineRate sampleLine) {
        return Setup.of(wires(sampled, sampleLine), starter, sampleLine);
    }

    /** What is unplugged is given the patience of the rig to come back, once. */
    private void awaitReturn(Wires wires) {
        if (wires.interruption().isEmpty()) {
            inVain = false;
        } else if (!inVain) {
            inVain = Waiting.until(
                            System.nanoTime() + patienceNanos(),
                            () -> wires.interruption().isEmpty() ? Optional.of(true) : Optional.empty())
                    .isEmpty();
        }
    }

    private long patienceNanos() {
        return Duration.ofMillis(rig.patience().milliseconds()).toNanos();
    }

    /** Opens the links; what was lost a moment ago is given the patience of the rig to come back, once. */
    private Wires wires(boolean sampled, LineRate sampleLine) {
        long last = System.nanoTime() + (lost ? patienceNanos() : 0);
        lost = false;
        while (true) {
            try {
                return open(sampled, sampleLine);
            } catch (RigBroken e) {
                if (System.nanoTime() - last >= 0) {
                    throw e;
                }
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        }
    }

    private Wires open(boolean sampled, LineRate sampleLine) {
        Wires wires = new Wires(rig, lines, kept);
        try {
            wires.open(UserPort.P1, LineRate.P1);
            if (sampled) {
                wires.open(UserPort.S1, sampleLine);
            }
            return wires;
        } catch (RuntimeException e) {
            wires.close();
            throw e;
        }
    }
}
