package io.userports.s1;

/**
 * One instant of all channels, in raw counts (e-MUCS H 1.3 §4.3).
 *
 * @param meterId 14 characters, each one octet, 00 octets too
 * @param info the bits of {@link S1Info}
 * @param rate the signed octet: hundreds of hertz, or samples per network period
 * @param frequency of the network, 1 mHz
 * @param sequence number of the telegram; only its last octet is sent
 * @param u1 voltage, 25 mV
 * @param i1 current, 1 mA
 */
public record S1Frame(
        String meterId,
        int info,
        int rate,
        int frequency,
        int sequence,
        int u1,
        int i1,
        int u2,
        int i2,
        int u3,
        int i3,
        int iN) {
    /** Counts of a volt. */
    public static final int PER_VOLT = 40;
    /** Counts of an ampere. */
    public static final int PER_AMPERE = 1000;
    /** Counts of a hertz. */
    public static final int PER_HERTZ = 1000;

    /** {@return {@code counts} of 25 mV in volts} */
    public static double volts(int counts) {
        return (double) counts / PER_VOLT;
    }

    /** {@return {@code counts} of 1 mA in amperes} */
    public static double amperes(int counts) {
        return (double) counts / PER_AMPERE;
    }

    /** {@return {@code counts} of 1 mHz in hertz} */
    public static double hertz(int counts) {
        return (double) counts / PER_HERTZ;
    }

    /** {@return samples a second that {@code info}, {@code rate} and {@code frequency} announce} */
    public static double samplesPerSecond(int info, int rate, int frequency) {
        return (info & S1Info.PER_PERIOD) == 0 ? 100.0 * rate : rate * hertz(frequency);
    }

    /** {@return samples a second that this telegram announces} */
    public double samplesPerSecond() {
        return samplesPerSecond(info, rate, frequency);
    }

    /** {@return this telegram with other bits of Additional Information} */
    public S1Frame withInfo(int other) {
        return new S1Frame(meterId, other, rate, frequency, sequence, u1, i1, u2, i2, u3, i3, iN);
    }

    /** {@return whether the meter is poly-phase} */
    public boolean polyphase() {
        return (info & S1Info.POLYPHASE) != 0;
    }

    /** {@return whether the rate is per network period; else per second} */
    public boolean perPeriod() {
        return (info & S1Info.PER_PERIOD) != 0;
    }

    /** {@return whether a poly-phase meter is in star; else in delta} */
    public boolean fourWire() {
        return (info & S1Info.FOUR_WIRE) != 0;
    }

    /** {@return whether the samples are correct; else some are known to be corrupted} */
    public boolean validSamples() {
        return (info & S1Info.VALID_SAMPLES) != 0;
    }

    /** {@return whether the current of the neutral conductor is provided} */
    public boolean neutral() {
        return (info & S1Info.NEUTRAL) != 0;
    }

    /** {@return the data format version, 0 to 7} */
    public int version() {
        return S1Info.version(info);
    }
}
