package io.userports.bench;

import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.LinkSpec;
import io.userports.link.Player;
import io.userports.link.TimeScale;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Many meters in one process, each with a port of its own: {@code Streams METERS SECONDS}.
 *
 * <p>It prints an address a line, waits for an empty line, plays, and says in its last line what it took.
 */
public final class Streams {
    private static final int SETTLING_SECONDS = 10;

    private Streams() {}

    /** Plays as long as it is told and ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int meters = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < meters; i++) {
            links.add(LinkSpec.parse("tcp:0").open(LineRate.P1));
            System.out.println(links.get(i).address());
        }
        System.in.read();
        Ledger ledger = Ledger.keeping(2 * meters * seconds);
        try (Player player = Player.of(TimeScale.REAL_TIME)) {
            play(player, links, ledger);
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            long first = ledger.size();
            long began = System.nanoTime();
            long cpu = cpuNanos();
            TimeUnit.SECONDS.sleep(seconds);
            double cores = (cpuNanos() - cpu) / (double) (System.nanoTime() - began);
            System.out.println(result(cores, ledger.since(first)));
        }
        links.forEach(Link::close);
    }

    /** Starts them spread over a second: real meters do not tick together. */
    private static void play(Player player, List<Link> links, Ledger ledger) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < links.size(); i++) {
            long due = began + TimeUnit.SECONDS.toNanos(i) / links.size();
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            Meter meter = Meter.of(House.household(i), House.state(i), i, Consent.GIVEN);
            player.play(meter, Map.of(UserPort.P1, links.get(i)), ledger);
        }
    }

    private static String result(double cores, List<Ledger.Entry> entries) {
        double[] late = entries.stream()
                .filter(e -> e.fate() == Ledger.Fate.LEFT)
                .mapToDouble(e -> e.latenessNanos() / 1e6)
                .toArray();
        Sample sample = Sample.of(late);
        return String.format(
                Locale.ROOT,
                "%.3f %d %d %.3f %.3f",
                cores,
                late.length,
                entries.size() - late.length,
                sample.at(50),
                sample.at(99));
    }

    private static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
