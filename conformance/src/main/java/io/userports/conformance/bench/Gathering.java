package io.userports.conformance.bench;

import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.Outlet;
import io.userports.link.Player;
import io.userports.link.Playing;
import io.userports.link.TimeScale;
import io.userports.meter.Command;
import io.userports.meter.Meter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One meter for all who attend the same scenario, each with its own outlets and ledger.
 *
 * <p>The meter begins when everybody has come who has not stayed away, and is told what all who are still there have come
 * to tell it, once. Who waits here waits for the judges of the others; its own CEMS is sent what the meter sends meanwhile:
 * what it was told last, and before it begins nothing. A mark is the same instant for all, and no question is asked while
 * its asker waits.
 */
final class Gathering {
    /** Everybody who may still come or is here. */
    private final Set<Integer> awaited;

    /** Who has come to the scenario, and may have joined. */
    private final Set<Integer> come = new TreeSet<>();

    private final Map<Integer, List<Outlet>> here = new TreeMap<>();
    private Optional<Play> play = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();
    private Round round = new Round();

    /** The meter as it is played, and the lines that several share, each with what left by it. */
    private record Play(Meter meter, Player player, Playing playing, List<Outlet> shared) {}

    /** What each has come to tell the meter, and what came of it. */
    private static final class Round {
        private final Map<Integer, Command> commands = new TreeMap<>();
        private Optional<Instant> mark = Optional.empty();
        private Optional<RuntimeException> refusal = Optional.empty();

        boolean isOver() {
            return mark.isPresent() || refusal.isPresent();
        }
    }

    /** A gathering of those guests. */
    Gathering(Collection<Integer> guests) {
        awaited = new TreeSet<>(guests);
    }

    /**
     * Returns when everybody has come who has not stayed away. Whoever opens a line that is shared waits here first: it would
     * hold the line while another one needs it at another rate to come this far.
     */
    synchronized void arrive(int guest) {
        come.add(guest);
        notifyAll();
        while (!come.containsAll(awaited)) {
            await();
        }
    }

    /**
     * {@return the playing to all outlets, once everybody has come}
     *
     * @param guest who comes
     * @param outlets where the ports leave for this guest; links of one shared line are played once and noted for each
     * @param meter makes the meter; that of one guest is taken, because all compose the same scene
     */
    synchronized Playing join(int guest, List<Outlet> outlets, Supplier<Meter> meter, TimeScale scale) {
        here.put(guest, outlets);
        notifyAll();
        while (play.isEmpty() && failure.isEmpty()) {
            if (here.keySet().containsAll(awaited)) {
                begin(meter, scale);
            } else {
                await();
            }
        }
        failure.ifPresent(e -> {
            throw e;
        });
        return play.orElseThrow().playing();
    }

    private void begin(Supplier<Meter> maker, TimeScale scale) {
        try {
            Meter meter = maker.get();
            List<Outlet> own = new ArrayList<>();
            List<Outlet> shared = new ArrayList<>();
            here.values().stream().flatMap(List::stream).forEach(outlet -> {
                Optional<Link> line = KnownLink.sharedLine(outlet.link());
                if (line.isEmpty()) {
                    own.add(outlet);
                } else {
                    shared(shared, outlet, line.get()).ledger().copyTo(outlet.ledger());
                }
            });
            List<Outlet> all = new ArrayList<>(own);
            all.addAll(shared);
            play = Optional.of(played(meter, Player.of(scale), all, shared));
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        }
        notifyAll();
    }

    private static Play played(Meter meter, Player player, List<Outlet> all, List<Outlet> shared) {
        boolean begun = false;
        try {
            Play play = new Play(meter, player, player.play(meter, all), shared);
            begun = true;
            return play;
        } finally {
            if (!begun) {
                player.close();
            }
        }
    }

    private static Outlet shared(List<Outlet> shared, Outlet outlet, Link line) {
        return shared.stream().filter(other -> other.link() == line).findFirst().orElseGet(() -> {
            // What left by the line stands in the ledgers of those who share it.
            Outlet first = new Outlet(outlet.port(), line, Ledger.keeping(1));
            shared.add(first);
            return first;
        });
    }

    /** {@return from when {@code command} is in effect, once all who are here have come to tell it} */
    synchronized Instant tell(int guest, Command command) {
        Round mine = round;
        mine.commands.put(guest, command);
        settle();
        while (!mine.isOver()) {
            await();
        }
        mine.refusal.ifPresent(e -> {
            throw e;
        });
        return mine.mark.orElseThrow();
    }

    /** Tells the meter when nobody is missing; who joins a scenario late is nobody, because it begins with all. */
    private void settle() {
        if (round.commands.isEmpty() || !round.commands.keySet().containsAll(here.keySet())) {
            return;
        }
        try {
            List<Command> told = List.copyOf(round.commands.values());
            if (told.stream().distinct().count() > 1) {
                throw RigBroken.of("the CEMS of one meter have come to different steps: " + told
                        + "; run them one by one, and tell the maintainers");
            }
            round.mark = Optional.of(play.orElseThrow().meter().tell(told.get(0)));
        } catch (RuntimeException e) {
            round.refusal = Optional.of(e);
        }
        round = new Round();
        notifyAll();
    }

    /** Nothing leaves for {@code guest} any more, nor is it waited for; whoever goes last ends the playing. */
    void leave(int guest) {
        List<Outlet> outlets;
        Optional<Play> played;
        boolean last;
        synchronized (this) {
            if (!awaited.remove(guest)) {
                return;
            }
            outlets = Optional.ofNullable(here.remove(guest)).orElse(List.of());
            played = play;
            settle();
            last = awaited.isEmpty();
            if (last) {
                // Whoever still knows this place needs nothing of what was played.
                play = Optional.empty();
            }
            notifyAll();
        }
        played.ifPresent(p -> end(p, outlets, last));
    }

    /** Whoever ends here waits for writes that hang, which nobody else has to. */
    private void end(Play played, List<Outlet> outlets, boolean last) {
        if (last) {
            played.player().close();
            return;
        }
        for (Outlet outlet : outlets) {
            Optional<Link> line = KnownLink.sharedLine(outlet.link());
            line.ifPresentOrElse(
                    link -> played.shared().stream()
                            .filter(shared -> shared.link() == link)
                            .forEach(shared -> shared.ledger().copyNoLongerTo(outlet.ledger())),
                    () -> played.playing().stop(outlet.link()));
        }
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RigBroken.of("the run was interrupted", e);
        }
    }
}
