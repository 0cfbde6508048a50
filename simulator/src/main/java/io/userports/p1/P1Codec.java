package io.userports.p1;

import io.userports.grid.Edition;
import io.userports.grid.MeterState;
import io.userports.grid.SubMeter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.Crc16;

/** The two directions between a telegram and its octets; writing judges nothing (DSMR 5.0.2 P1 §6.2). */
public final class P1Codec {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private P1Codec() {}

    /** {@return what a meter in {@code state} says, in the order of its edition} */
    public static Telegram telegram(MeterState state) {
        Edition edition = state.nameplate().edition();
        List<DataObject> objects = new ArrayList<>();
        for (P1Object object : P1Object.LIST) {
            if (object.knownIn(edition) && object.presence().appliesTo(state)) {
                objects.add(object.of(state, null));
            }
        }
        for (SubMeter meter : state.subMeters()) {
            if (publishes(edition, meter)) {
                addBlock(state, meter, objects);
            }
        }
        return new Telegram(state.nameplate().identification(), objects);
    }

    private static void addBlock(MeterState state, SubMeter meter, List<DataObject> objects) {
        for (P1Object object : P1Object.LIST) {
            if (object.knownIn(state.nameplate().edition()) && object.presence().appliesTo(meter)) {
                objects.add(object.of(state, meter));
            }
        }
    }

    /** A meter whose edition has no register for a device does not publish it at all. */
    private static boolean publishes(Edition edition, SubMeter meter) {
        for (P1Object object : P1Object.LIST) {
            boolean ofItsKind =
                    object.presence() != Presence.SUB_METER && object.presence().appliesTo(meter);
            if (ofItsKind && object.knownIn(edition)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the octets of {@code telegram}, each character one octet, with its correct CRC} */
    public static byte[] encode(Telegram telegram) {
        StringBuilder text = new StringBuilder(2048);
        text.append('/').append(telegram.identification()).append("\r\n\r\n");
        for (DataObject object : telegram.objects()) {
            object.appendTo(text);
            text.append("\r\n");
        }
        text.append("!0000\r\n");
        byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        putCrc(octets, octets.length - 6);
        return octets;
    }

    /**
     * {@return what {@code octets} from {@code from} to before {@code to} say, read strictly: every violation of rules
     * R01 to R18, R21 and R22 is named, and whatever is legible is there; never throws, whatever the octets}
     */
    public static DecodedTelegram decode(byte[] octets, int from, int to) {
        return new TelegramReader(octets, from, to).read();
    }

    /** {@return the CRC-16/ARC of {@code octets} from {@code from} to before {@code to}} */
    public static int crc(byte[] octets, int from, int to) {
        Crc16 crc = Crc16.arc();
        crc.update(octets, from, to - from);
        return (int) crc.getValue();
    }

    /** {@return the number that the four hexadecimal digits make; -1 when they are not four or no such digits} */
    static int digits(byte[] octets, int from, int to) {
        if (to - from != 4) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = octets[i] < 0 ? -1 : Character.digit(octets[i], 16);
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }

    private static void putCrc(byte[] octets, int at) {
        int crc = crc(octets, 0, at);
        for (int i = 0; i < 4; i++) {
            octets[at + i] = HEX[crc >> 12 - 4 * i & 15];
        }
    }
}
