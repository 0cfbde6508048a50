package io.userports.s1;

/**
 * Writes the telegrams of a stream from volts and amperes, without making objects; for one thread.
 *
 * <p>A value becomes the nearest count, at a tie the even one. A value that its field cannot say becomes the field's
 * limit, and that telegram says that its samples are not valid.
 */
public final class S1Encoder {
    private final byte[] telegram;
    private final int infoAt;
    private final int rateAt;
    private final int frequencyAt;
    private final int sequenceAt;
    private final int longSequenceAt;
    private final int[] channelsAt;

    private S1Encoder(S1Layout layout, String meterId) {
        telegram = new byte[layout.octets()];
        S1Codec.putFrame(layout, telegram);
        S1Codec.putMeterId(meterId, telegram, S1Layout.HEADER);
        infoAt = layout.offsetOf("info", 0);
        rateAt = layout.offsetOf("rate", 0);
        frequencyAt = layout.offsetOf("frequency", 0);
        sequenceAt = layout.offsetOf("seq", 0);
        longSequenceAt = layout.has("longSeq") ? layout.offsetOf("longSeq", 0) : -1;
        channelsAt = layout.channelOffsets();
    }

    /** {@return an encoder of telegrams of {@code layout} from the meter whose id has these 14 characters} */
    public static S1Encoder of(S1Layout layout, String meterId) {
        return new S1Encoder(layout, meterId);
    }

    /**
     * Sets what all telegrams say from now on.
     *
     * @param info the bits of {@link S1Info}, the version included
     * @param rate hundreds of hertz, or samples a period
     * @param milliHertz frequency of the network
     */
    public void head(int info, int rate, int milliHertz) {
        telegram[infoAt] = (byte) info;
        S1Codec.put(S1Layout.Type.I8, rate, telegram, rateAt);
        S1Codec.put(S1Layout.Type.U16, milliHertz, telegram, frequencyAt);
    }

    /**
     * Writes a telegram at {@code at} of {@code target}.
     *
     * @param sequence its number; only the last octet is sent
     * @param channels volts and amperes: u1, i1, u2, i2, u3, i3, iN, as many times as the telegram has samples
     * @return octets written
     */
    public int encode(int sequence, double[] channels, byte[] target, int at) {
        int octets = telegram.length;
        System.arraycopy(telegram, 0, target, at, octets);
        target[at + sequenceAt] = (byte) sequence;
        if (longSequenceAt > 0) {
            S1Codec.put(S1Layout.Type.U32, sequence, target, at + longSequenceAt);
        }
        if (!putChannels(channels, target, at)) {
            target[at + infoAt] &= (byte) ~S1Info.VALID_SAMPLES;
        }
        Fcs.put(target, at + 1, at + octets - S1Layout.TRAILER);
        return octets;
    }

    /** {@return whether every value was within the limits of its field} */
    private boolean putChannels(double[] channels, byte[] target, int at) {
        boolean within = true;
        for (int i = 0; i < channelsAt.length; i++) {
            boolean voltage = S1View.isVoltage(i % S1View.CHANNELS);
            S1Layout.Type type = voltage ? S1Layout.Type.I16 : S1Layout.Type.I24;
            double exact = Math.rint(channels[i] * (voltage ? S1Frame.PER_VOLT : S1Frame.PER_AMPERE));
            // also false for what is not a number, which is written as 0
            within &= exact >= type.min() && exact <= type.max();
            S1Codec.put(type, (int) exact, target, at + channelsAt[i]);
        }
        return within;
    }
}
