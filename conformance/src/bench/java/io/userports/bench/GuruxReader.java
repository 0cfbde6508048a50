package io.userports.bench;

import gurux.dlms.GXByteBuffer;
import gurux.dlms.GXDLMSClient;
import gurux.dlms.GXDLMSNotify;
import gurux.dlms.GXReplyData;
import gurux.dlms.enums.Authentication;
import gurux.dlms.enums.DataType;
import gurux.dlms.enums.InterfaceType;
import java.security.GeneralSecurityException;

/**
 * The HDLC receive path of another library, by its public methods: what a meter says unasked, in frames of 45 octets.
 *
 * <p>Each frame is a data notification (unnumbered information, type 3) whose value is an octet string. The library checks
 * both check sequences, HCS and FCS, and hands over the value.
 */
final class GuruxReader {
    private static final int FRAME = 45;
    private static final int VALUE = 23;
    private static final int CLIENT = 16;
    private static final int METER = 1;

    private final GXDLMSClient client =
            new GXDLMSClient(true, CLIENT, METER, Authentication.NONE, null, InterfaceType.HDLC);
    private final GXByteBuffer received = new GXByteBuffer();
    private final GXReplyData reply = new GXReplyData();
    private final GXReplyData notification = new GXReplyData();
    private final int frames;

    private GuruxReader(byte[] frame, int frames) {
        this.frames = frames;
        for (int i = 0; i < frames; i++) {
            received.set(frame);
        }
    }

    /** {@return a reader that has as many frames before it, one after the other} */
    static GuruxReader of(int frames) {
        try {
            GuruxReader reader = new GuruxReader(frame(), frames);
            long octets = reader.readAll();
            if (octets != (long) VALUE * frames) {
                throw new IllegalStateException(
                        "of " + frames + " values of " + VALUE + " octets each, only " + octets + " octets were read");
            }
            return reader;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the frames are not encrypted, and yet", e);
        }
    }

    /** {@return how many octets the values of all frames have} */
    long readAll() throws GeneralSecurityException {
        received.position(0);
        long octets = 0;
        for (int i = 0; i < frames; i++) {
            client.getData(received, reply, notification);
            octets += ((byte[]) notification.getValue()).length;
            notification.clear();
        }
        return octets;
    }

    private static byte[] frame() throws GeneralSecurityException {
        byte[] value = new byte[VALUE];
        for (int i = 0; i < VALUE; i++) {
            value[i] = (byte) (i * i);
        }
        GXDLMSNotify meter = new GXDLMSNotify(true, CLIENT, METER, InterfaceType.HDLC);
        GXByteBuffer data = new GXByteBuffer();
        meter.addData(value, DataType.OCTET_STRING, data);
        byte[] frame = meter.generateDataNotificationMessages(null, data)[0];
        if (frame.length != FRAME) {
            throw new IllegalStateException("the frame has " + frame.length + " octets instead of " + FRAME);
        }
        return frame;
    }
}
