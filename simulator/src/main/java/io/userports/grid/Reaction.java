package io.userports.grid;

/** What a load does when the voltage leaves its usual value. */
enum Reaction {
    /** Its current follows the voltage. */
    FOLLOWS {
        @Override
        double power(double level) {
            return level * level;
        }
    },
    /** It keeps its power, as long as that takes no more than half as much current again. */
    HOLDS {
        @Override
        double power(double level) {
            return Math.min(1, MOST_CURRENT * level);
        }
    },
    /** It lets go of a network that it does not trust. */
    TRIPS {
        @Override
        double power(double level) {
            return trips(level) ? 0 : 1;
        }
    };

    /** Below this nothing flows at all (EN 50160: an interruption). */
    static final double LEAST = 0.05;

    private static final double MOST_CURRENT = 1.5;

    private static final double LOW = 0.80;
    private static final double HIGH = 1.15;

    /** {@return what it takes, in parts of its usual power, at a voltage {@code level} in parts of the usual} */
    abstract double power(double level);

    /** {@return whether inverters let go at this level} */
    static boolean trips(double level) {
        return level < LOW || level > HIGH;
    }
}
