package io.userports.conformance.fuzz;

/**
 * What Jazzer calls: the target that its argument names.
 *
 * <p>Classes are instrumented when they are loaded, which takes longer than an input may take. So all seeds are thrown at
 * the target before the first input counts.
 */
public final class Fuzzed {
    private static Target target = Target.P1_DECODE;

    private Fuzzed() {}

    public static void fuzzerInitialize(String[] args) {
        target = Target.valueOf(args[0]);
        for (byte[] seed : target.seeds().values()) {
            target.take(seed);
        }
    }

    public static void fuzzerTestOneInput(byte[] octets) {
        target.take(octets);
    }
}
