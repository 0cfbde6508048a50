package io.userports.bench;

import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.LinkSpec;
import io.userports.link.Player;
import io.userports.link.Playing;
import io.userports.link.TimeScale;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Many meters in one process, each with a port of its own: {@code Streams METERS SETTLING SECONDS LINK [SAMPLING BITS]}.
 * The port is S1 where its sampling and its bits a second are given, else P1.
 *
 * <p>It prints an address a line, waits for an empty line, plays, and says in its last line what it took in so many seconds
 * after having settled, and what left from the first octet to the last.
 */
public final class Streams {
    private static final int BATCHES_A_SECOND = 200;
    /** Longer than is measured, so that no end falls into it. */
    private static final int TAIL_SECONDS = 1;

    private Streams() {}

    /** Plays as long as it is told and ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int meters = Integer.parseInt(arguments[0]);
        int settling = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        LinkSpec spec = LinkSpec.parse(arguments[3]);
        UserPort port = arguments.length > 4 ? UserPort.S1 : UserPort.P1;
        LineRate rate = port == UserPort.S1 ? new LineRate(Integer.parseInt(arguments[5])) : LineRate.P1;
        List<Link> links = new ArrayList<>();
        List<Meter> all = new ArrayList<>();
        for (int i = 0; i < meters; i++) {
            links.add(spec.open(rate));
            Meter meter = Meter.of(House.household(i), House.state(i), i, Consent.GIVEN)
                    .until(House.state(i).time().plusSeconds(settling + seconds + TAIL_SECONDS));
            all.add(port == UserPort.P1 ? meter : meter.withS1(settings(arguments[4], rate)));
            System.out.println(links.get(i).address());
        }
        System.in.read();
        Ledger ledger = Ledger.keeping(2 * meters * seconds * (port == UserPort.S1 ? BATCHES_A_SECOND : 1));
        try (Player player = Player.of(TimeScale.REAL_TIME)) {
            List<Playing> playings = play(player, port, all, links, ledger);
            TimeUnit.SECONDS.sleep(settling);
            long first = ledger.size();
            long began = System.nanoTime();
            long cpu = cpuNanos();
            TimeUnit.SECONDS.sleep(seconds);
            double cores = (cpuNanos() - cpu) / (double) (System.nanoTime() - began);
            List<Ledger.Entry> measured = ledger.since(first);
            playings.forEach(Playing::awaitEnd);
            System.out.println(Taken.of(cores, measured, ledger, port));
        }
        links.forEach(Link::close);
    }

    private static S1Settings settings(String sampling, LineRate rate) {
        return S1Settings.of(Sampling.FIRST_GENERATION)
                .with(Sampling.parse(sampling), rate)
                .withNeutral(true);
    }

    /** Starts them spread over a second: real meters do not tick together. */
    private static List<Playing> play(Player player, UserPort port, List<Meter> meters, List<Link> links, Ledger ledger)
            throws InterruptedException {
        List<Playing> playings = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < links.size(); i++) {
            long due = began + TimeUnit.SECONDS.toNanos(i) / links.size();
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            playings.add(player.play(meters.get(i), Map.of(port, links.get(i)), ledger));
        }
        return playings;
    }

    private static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
