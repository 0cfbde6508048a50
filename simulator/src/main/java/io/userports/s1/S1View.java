package io.userports.s1;

import java.nio.charset.StandardCharsets;

/**
 * The fields of a telegram where they stand in a buffer; moved from telegram to telegram, it makes no objects.
 *
 * <p>First {@link #kind} or {@link #kindOf}, which say whether it is a telegram; then the fields. For one thread.
 */
public final class S1View {
    /** How many channels a sample has, in this order: u1, i1, u2, i2, u3, i3, iN. */
    public static final int CHANNELS = 7;

    private static final String[] CHANNEL_NAMES = {"u1", "i1", "u2", "i2", "u3", "i3", "iN"};
    private static final int INFO_AT = S1Layout.EMUCS_H_1_3.offsetOf("info", 0);
    /** The shortest frame that says its version. */
    private static final int VERSIONED = INFO_AT + 1 + S1Layout.TRAILER;
    /** Frame format, address, control and FCS between two flags: nothing shorter is a frame. */
    static final int SHORTEST = S1Layout.HEADER + S1Layout.TRAILER;

    private final S1Layout layout;
    private final int octets;
    private final int rateAt;
    private final int frequencyAt;
    private final int sequenceAt;
    private final int[] channelsAt;
    private final boolean[] voltages;

    private byte[] buffer = new byte[0];
    private int at;

    private S1View(S1Layout layout) {
        this.layout = layout;
        octets = layout.octets();
        rateAt = layout.offsetOf("rate", 0);
        frequencyAt = layout.offsetOf("frequency", 0);
        sequenceAt = layout.offsetOf("seq", 0);
        channelsAt = layout.channelOffsets();
        voltages = new boolean[channelsAt.length];
        for (int i = 0; i < voltages.length; i++) {
            voltages[i] = isVoltage(i % CHANNELS);
        }
    }

    /** {@return a view of telegrams of {@code layout}} */
    public static S1View of(S1Layout layout) {
        return new S1View(layout);
    }

    /** Moves to a frame with both flags and a good FCS, as {@link FrameSplitter} finds it, and says what it is. */
    public FrameKind kind(byte[] buffer, int at, int length) {
        this.buffer = buffer;
        this.at = at;
        if ((buffer[at + 1] & 0xF8) != S1Layout.TYPE_1) {
            return FrameKind.WRONG_TYPE;
        }
        if (buffer[at + 3] != S1Layout.ADDRESS) {
            return FrameKind.WRONG_ADDRESS;
        }
        if (buffer[at + 4] != S1Layout.CONTROL) {
            return FrameKind.WRONG_CONTROL;
        }
        if (length < VERSIONED) {
            return FrameKind.UNKNOWN_LAYOUT;
        }
        if (S1Info.version(info()) != layout.version()) {
            return FrameKind.UNKNOWN_VERSION;
        }
        return length == octets ? FrameKind.TELEGRAM : FrameKind.WRONG_LENGTH;
    }

    /** Moves to {@code frame}, which should be a frame and nothing else, and says what it is. */
    public FrameKind kindOf(byte[] frame) {
        int last = frame.length - 1;
        if (last < 0 || frame[0] != S1Layout.FLAG || frame[last] != S1Layout.FLAG) {
            return FrameKind.WRONG_FLAG;
        }
        if (frame.length < SHORTEST || length(frame, 0) != frame.length - S1Layout.FLAGS) {
            return FrameKind.WRONG_LENGTH;
        }
        if (!Fcs.isGood(frame, 1, last - Fcs.OCTETS)) {
            return FrameKind.WRONG_FCS;
        }
        return kind(frame, 0, frame.length);
    }

    /** {@return the length in the frame format of the frame at {@code at}: the octets between its flags} */
    static int length(byte[] buffer, int at) {
        return (buffer[at + 1] & 7) << 8 | buffer[at + 2] & 0xFF;
    }

    /** {@return the meter id, each octet one character} */
    public String meterId() {
        return new String(buffer, at + S1Layout.HEADER, S1Layout.Type.ASCII14.octets(), StandardCharsets.ISO_8859_1);
    }

    /** {@return the bits of {@link S1Info}} */
    public int info() {
        return buffer[at + INFO_AT] & 0xFF;
    }

    /** {@return hundreds of hertz, or samples a network period} */
    public int rate() {
        return buffer[at + rateAt];
    }

    /** {@return the network frequency in mHz} */
    public int frequency() {
        return i16(at + frequencyAt) & 0xFFFF;
    }

    /** {@return the number of the telegram, 0 to 255} */
    public int sequence() {
        return buffer[at + sequenceAt] & 0xFF;
    }

    /** {@return counts of a channel, 0 to 6 as in {@link #CHANNELS}; 7 to 13 those of the second sample, and so on} */
    public int channel(int channel) {
        int offset = at + channelsAt[channel];
        int upper = i16(offset);
        return voltages[channel] ? upper : upper << 8 | buffer[offset + 2] & 0xFF;
    }

    /** {@return whether channel 0 to 6 counts 25 mV; else it counts 1 mA} */
    public static boolean isVoltage(int channel) {
        return channel == 0 || channel == 2 || channel == 4;
    }

    /** {@return the name of channel 0 to 6} */
    public static String channelName(int channel) {
        return CHANNEL_NAMES[channel];
    }

    /** {@return a sample of the telegram as a value of its own} */
    public S1Frame frame(int sample) {
        int first = sample * CHANNELS;
        return new S1Frame(
                meterId(),
                info(),
                rate(),
                frequency(),
                sequence(),
                channel(first),
                channel(first + 1),
                channel(first + 2),
                channel(first + 3),
                channel(first + 4),
                channel(first + 5),
                channel(first + 6));
    }

    private int i16(int offset) {
        return buffer[offset] << 8 | buffer[offset + 1] & 0xFF;
    }
}
