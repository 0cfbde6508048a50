package io.userports.conformance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** A command that has run within this process: how it ended and everything it printed. */
record Ran(int exit, List<String> out, List<String> err) {
    private static final int AGAIN = 4;

    static Ran of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(
                exit, out.toString().lines().toList(), err.toString().lines().toList());
    }

    /** {@return a command that has run, again when it said that the machine was too busy to judge} */
    static Ran quietly(String... arguments) {
        Ran ran = of(arguments);
        for (int again = 0;
                again < AGAIN && ran.out.stream().anyMatch(l -> l.contains("use a less busy machine"));
                again++) {
            ran = of(arguments);
        }
        return ran;
    }

    /** What is expected of wrong usage: nothing but these lines, and 64. */
    static Ran refused(String... lines) {
        return new Ran(64, List.of(), List.of(lines));
    }

    /** {@return the verdicts, an id and a word each, in the order of the ids} */
    List<String> verdicts() {
        return out.stream()
                .filter(line -> line.matches(" (BR|DSMR|EMUCS|FIELD)-.*"))
                .map(line -> line.strip().split(" +"))
                .map(words -> words[1] + " " + words[2])
                .sorted()
                .toList();
    }

    /** {@return the facts under {@code key} of the failures} */
    List<String> facts(String key) {
        return out.stream()
                .filter(line -> line.startsWith("      " + key + " "))
                .map(line -> line.strip().substring(key.length()).strip())
                .toList();
    }
}
