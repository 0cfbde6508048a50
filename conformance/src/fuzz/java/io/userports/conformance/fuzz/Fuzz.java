package io.userports.conformance.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets Jazzer look for inputs that break the targets, one target after the other, and prints what became of it.
 *
 * <p>Arguments: the folder to work in, the minutes for each target, the names of the targets (all when none is given).
 * Exit code 1 when anything was found, 64 when an argument is wrong.
 */
public final class Fuzz {
    private static final int FOUND = 1;
    private static final int WRONG_USAGE = 64;

    private Fuzz() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> names =
                Arrays.stream(args).skip(2).filter(n -> !n.isBlank()).toList();
        List<Target> targets = Arrays.stream(Target.values())
                .filter(t -> names.isEmpty() || names.contains(t.toString()))
                .toList();
        if (args.length < 2 || !args[1].matches("[0-9]{1,5}(\\.[0-9]{1,3})?") || targets.size() < names.size()) {
            System.err.println("fuzz.minutes is a number like 0.5 or 20; fuzz.target is one of "
                    + Arrays.toString(Target.values()) + ", or empty for all");
            System.exit(WRONG_USAGE);
        }
        long seconds = Math.round(60 * Double.parseDouble(args[1]));
        List<Outcome> outcomes = new ArrayList<>();
        for (Target target : targets) {
            Outcome outcome = new Hunt(target, Path.of(args[0], target.toString())).run(seconds);
            System.out.println(outcome.line());
            outcomes.add(outcome);
        }
        System.exit(outcomes.stream().allMatch(Outcome::clean) ? 0 : FOUND);
    }
}
