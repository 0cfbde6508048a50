package io.userports.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with the words around the octets of a test. */
final class Labels {
    /** How many rows each list of malformations has: P1's M01 and on, S1's S01 and on. */
    private static final int P1_CASES = 35;

    private static final int S1_CASES = 54;

    private Labels() {}

    static List<String> complaints(Vector.Judged test, Set<String> notes) {
        List<String> found = new ArrayList<>();
        for (String flag : test.flags()) {
            if (!notes.contains(flag)) {
                found.add("the flag '" + flag + "' is not explained in the notes of the file");
            }
        }
        if (test.result() == Result.INVALID && test.flags().size() != 1) {
            found.add(
                    "has " + test.flags().size() + " flags; an invalid test has one fault and one flag that names it");
        }
        if (test.result() == Result.ACCEPTABLE && test.flags().isEmpty()) {
            found.add("has no flag; an acceptable test has one that says what is odd");
        }
        for (String name : test.cases()) {
            if (!isKnown(name)) {
                found.add("there is no case " + name + "; the cases are M01 to M" + P1_CASES + " and S01 to S"
                        + S1_CASES);
            }
        }
        return found;
    }

    private static boolean isKnown(String name) {
        int number = Integer.parseInt(name.substring(1));
        return number >= 1 && number <= (name.startsWith("M") ? P1_CASES : S1_CASES);
    }
}
