package io.userports.s1;

import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.util.Map;

/** How often a meter samples: so many times a second, or so many times a period of its network (e-MUCS H 1.3 §4.2.3). */
public sealed interface Sampling {
    /** What meters of the first generation do: 52 samples a period, 2600 Hz when the network has 50 Hz. */
    Sampling FIRST_GENERATION = new PerPeriod(52);

    /** Names that say more than their number: the first generation, and the bounds of the brochure (5.2). */
    Map<String, Sampling> NAMED = Map.of(
            "first-generation", FIRST_GENERATION, "slowest", new PerSecond(2000), "fastest", new PerSecond(4000));

    /** The network's frequency at which a meter that samples by the period is quickest (EN 50160), in hertz. */
    int FASTEST_NETWORK = 52;

    /**
     * A fixed rate, whatever the network does.
     *
     * @param hertz samples a second: a multiple of {@value #STEP}, from {@value #LEAST} (brochure 5.2) to {@value #MOST}
     */
    record PerSecond(int hertz) implements Sampling {
        static final int STEP = 100;
        static final int LEAST = 2000;
        static final int MOST = 4200;

        public PerSecond {
            if (hertz < LEAST || hertz > MOST || hertz % STEP != 0) {
                throw new IllegalArgumentException(hertz + " Hz is no sample rate of S1; allowed: " + LEAST + " to "
                        + MOST + " Hz in steps of " + STEP + " Hz (the field counts hundreds)");
            }
        }

        @Override
        public int field() {
            return hertz / STEP;
        }

        @Override
        public double rateAt(double networkHertz) {
            return hertz;
        }

        @Override
        public int fastest() {
            return hertz;
        }

        @Override
        public String toString() {
            return hertz + " Hz";
        }
    }

    /**
     * A rate that follows the network.
     *
     * @param samples samples a period, {@value #LEAST} (brochure 5.2, at 50 Hz) to {@value #MOST}
     */
    record PerPeriod(int samples) implements Sampling {
        static final int LEAST = 40;
        static final int MOST = 80;

        public PerPeriod {
            if (samples < LEAST || samples > MOST) {
                throw new IllegalArgumentException(samples + "/period is no sample rate of S1; allowed: " + LEAST
                        + "/period to " + MOST + "/period");
            }
        }

        @Override
        public int field() {
            return samples;
        }

        @Override
        public double rateAt(double networkHertz) {
            return samples * networkHertz;
        }

        @Override
        public int fastest() {
            return samples * FASTEST_NETWORK;
        }

        @Override
        public String toString() {
            return samples + "/period";
        }
    }

    /** {@return the sampling that {@code text} names: {@code 2600} (a second), {@code 52/period} or one of the names} */
    static Sampling parse(String text) {
        try {
            if (text.matches("[0-9]{1,5}( ?Hz)?")) {
                return new PerSecond(Integer.parseInt(text.replaceAll("[^0-9]", "")));
            }
            if (text.matches("[0-9]{1,4}/period")) {
                return new PerPeriod(Integer.parseInt(text.substring(0, text.indexOf('/'))));
            }
        } catch (IllegalArgumentException e) {
            throw InputException.of(e.getMessage());
        }
        Sampling named = NAMED.get(text);
        if (named == null) {
            throw InputException.of(Quoted.of(text) + " is no sample rate; write samples a second like 2600, samples a"
                    + " period like 52/period, or first-generation (52/period), slowest (2000 Hz), fastest (4000 Hz)");
        }
        return named;
    }

    /** {@return the value of the field Sampling Frequency: hundreds of hertz, or samples a period} */
    int field();

    /** {@return samples a second in a network of {@code networkHertz}} */
    double rateAt(double networkHertz);

    /** {@return the most samples a second that can come of it} */
    int fastest();

    /** {@return the highest harmonic that it can carry in a network of {@code networkHertz}} */
    default int ordersAt(double networkHertz) {
        return (int) Math.ceil(rateAt(networkHertz) / (2 * networkHertz)) - 1;
    }
}
