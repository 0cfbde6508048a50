package io.userports.conformance.bench;

import io.userports.conformance.bench.Stages.Keeper;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.rig.Rig;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Several CEMS on one meter: runs that go through their scenarios side by side and meet in each for one {@link Gathering}.
 *
 * <p>They cannot wait for each other for ever, however many scenarios each has in hand: Cucumber hands them out in one order,
 * so of all scenarios that are not over the first one has been handed out by every run that has it, and waits for nothing.
 */
public final class Company {
    private final List<Set<String>> selections;
    private final Lines lines = Lines.shared();
    private final Set<Integer> gone = new TreeSet<>();
    private final Map<String, Gathering> gatherings = new HashMap<>();

    private Company(List<Set<String>> selections) {
        this.selections = List.copyOf(selections);
    }

    /** {@return a company of as many runs as there are {@code selections}, each the ids of its scenarios} */
    public static Company of(List<Set<String>> selections) {
        return new Company(selections);
    }

    /** {@return the plan of one of its runs, as {@link Plan#of} makes it; serial lines are shared with the others} */
    public Plan plan(Rig rig, CemsSpec spec, long seed, int timeScale, ZoneId zone) {
        return Plan.of(rig, spec, seed, timeScale, zone, lines);
    }

    /** {@return the stages of the run with that number, from 0; what happened on each is handed to {@code keeper}} */
    public Stages stages(int run, Keeper keeper) {
        return new Stages() {
            @Override
            public Stage open(String scenario, Plan plan, Scene scene) {
                return LiveStage.open(
                        plan, scene, new Seat(gathering(scenario), run), recording -> keeper.keep(scenario, recording));
            }

            @Override
            public void over(String scenario) {
                gathering(scenario).leave(run);
            }
        };
    }

    /** Says that the run with that number comes to no more scenarios, however far it came. */
    public void over(int run) {
        List<Gathering> waiting;
        synchronized (this) {
            gone.add(run);
            waiting = List.copyOf(gatherings.values());
        }
        waiting.forEach(gathering -> gathering.leave(run));
    }

    private synchronized Gathering gathering(String scenario) {
        return gatherings.computeIfAbsent(
                scenario,
                id -> new Gathering(IntStream.range(0, selections.size())
                        .filter(run ->
                                !gone.contains(run) && selections.get(run).contains(id))
                        .boxed()
                        .toList()));
    }
}
