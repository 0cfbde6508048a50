package io.userports.conformance.bench;

import io.userports.conformance.rig.Rig;
import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.link.Outlet;
import io.userports.link.Playing;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Open links, a port each; closed by whoever opened them, or with the process. */
final class Wires implements AutoCloseable {
    private final Rig rig;
    private final Lines lines;
    private final boolean kept;
    private final Map<UserPort, KnownLink> links = new EnumMap<>(UserPort.class);
    private final Map<UserPort, Thread> hooks = new EnumMap<>(UserPort.class);

    private final Map<UserPort, Long> interruptedBefore = new EnumMap<>(UserPort.class);
    private long heardBefore;

    /** No wires yet; {@code kept} says whether those to come stay open to the end of the run. */
    Wires(Rig rig, Lines lines, boolean kept) {
        this.rig = rig;
        this.lines = lines;
        this.kept = kept;
    }

    /** Opens the link of {@code port}; a rig that has none is no fault, one that does not open is. */
    void open(UserPort port, LineRate rate) {
        RigPort there = rig.port(port).orElseThrow(() -> NotClaimed.of("this rig has no " + port + " port"));
        try {
            KnownLink link = lines.open(port, there, rate, kept);
            Thread hook = new Thread(link::close, "userports closes " + link.address());
            Runtime.getRuntime().addShutdownHook(hook);
            hooks.put(port, hook);
            links.put(port, link);
        } catch (LinkException e) {
            throw RigBroken.of(e.getMessage(), e);
        }
    }

    /** {@return the open links} */
    Map<UserPort, Link> links() {
        return Map.copyOf(links);
    }

    /** {@return where the ports leave, noted in {@code ledger}} */
    List<Outlet> outlets(Ledger ledger) {
        return links.entrySet().stream()
                .map(e -> new Outlet(e.getKey(), e.getValue(), ledger))
                .toList();
    }

    /** {@return what has broken in {@code playing} for whoever reads these wires} */
    Optional<RuntimeException> failure(Playing playing) {
        return links.values().stream()
                .flatMap(link -> playing.failure(KnownLink.sharedLine(link).orElse(link)).stream())
                .findFirst();
    }

    /** {@return whether all links can still be used} */
    boolean areWhole() {
        return links.values().stream().allMatch(KnownLink::isWhole);
    }

    Set<UserPort> ports() {
        return Set.copyOf(links.keySet());
    }

    /** {@return the links of those ports} */
    List<Link> of(Predicate<UserPort> which) {
        return links.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .<Link>map(Map.Entry::getValue)
                .toList();
    }

    /** {@return what a CEMS is told to open; empty where the port has no link} */
    String reader(UserPort port) {
        return rig.port(port)
                .filter(there -> links.containsKey(port))
                .map(there -> there.reader(links.get(port).address(), 0))
                .orElse("");
    }

    /** {@return what has interrupted a link first since {@link #beginAnew}, in a sentence, if anything has} */
    Optional<String> interrupted() {
        return links.entrySet().stream()
                .flatMap(e -> told(e.getValue(), interruptedBefore.getOrDefault(e.getKey(), 0L)).stream())
                .findFirst();
    }

    /** Only the last sentences are kept. */
    private static Optional<String> told(Link link, long before) {
        long since = link.interrupted() - before;
        if (since <= 0) {
            return Optional.empty();
        }
        List<String> kept = link.interruptions();
        return Optional.of(kept.get((int) Math.max(0, kept.size() - since)));
    }

    /** {@return what keeps a link from carrying anything at this moment} */
    Optional<String> interruption() {
        return links.values().stream()
                .flatMap(link -> link.interruption().stream())
                .findFirst();
    }

    /** {@return how many octets came in, where nothing should} */
    long heard() {
        return allHeard() - heardBefore;
    }

    /** Forgets what came in and what was interrupted so far. */
    void beginAnew() {
        heardBefore = allHeard();
        links.forEach((port, link) -> interruptedBefore.put(port, link.interrupted()));
    }

    private long allHeard() {
        return links.values().stream().mapToLong(Link::heard).sum();
    }

    @Override
    public void close() {
        links.values().forEach(Link::close);
        hooks.values().forEach(Wires::forget);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook runs.
        }
    }
}
