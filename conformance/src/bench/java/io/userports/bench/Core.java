package io.userports.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How much of its core the measuring thread had: what other programs took is not the code's cost. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Core {
    /** From 0 to 1; of one iteration. */
    public double share;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long began;
    private long used;

    /** Begins an iteration. */
    @Setup(Level.Iteration)
    public void begin() {
        began = System.nanoTime();
        used = threads.getCurrentThreadCpuTime();
    }

    /** Ends it. */
    @TearDown(Level.Iteration)
    public void end() {
        share = (threads.getCurrentThreadCpuTime() - used) / (double) (System.nanoTime() - began);
    }
}
