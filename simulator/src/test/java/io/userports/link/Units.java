package io.userports.link;

import io.userports.wire.Emission;
import io.userports.wire.EmissionSource;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Units that carry their number, so that a cut or a stale one shows. */
final class Units {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    private Units() {}

    /** A number in two octets, then every value an octet can have, over and over. */
    static byte[] unit(int number, int length) {
        byte[] octets = new byte[length];
        for (int i = 2; i < length; i++) {
            octets[i] = (byte) (i + number);
        }
        octets[0] = (byte) (number >> 8);
        octets[1] = (byte) number;
        return octets;
    }

    /** The numbers of the units of which the stream consists; fails when it is anything but whole units. */
    static List<Integer> numbersIn(byte[] stream, int length) {
        List<Integer> numbers = new ArrayList<>();
        for (int at = 0; at < stream.length; at += length) {
            byte[] octets = Arrays.copyOfRange(stream, at, Math.min(at + length, stream.length));
            int number = (octets[0] & 0xff) << 8 | (octets.length > 1 ? octets[1] & 0xff : 0);
            if (!Arrays.equals(unit(number, length), octets)) {
                throw new AssertionError("octets " + at + " to " + (at + octets.length) + " of " + stream.length
                        + " are not a whole unit; before them came " + numbers);
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** Numbered units on P1, one every {@code period} from noon, {@code count} of them. */
    static EmissionSource every(Duration period, int length, int count) {
        return new EmissionSource() {
            private int number;

            @Override
            public Instant nextStep() {
                return number == count ? Instant.MAX : NOON.plus(period.multipliedBy(number));
            }

            @Override
            public List<Emission> step() {
                return List.of(new Emission(nextStep(), UserPort.P1, unit(number++, length)));
            }
        };
    }

    /** Writes one unit as a player does; true when it left whole. */
    static boolean send(Link link, byte[] unit) {
        if (!link.ready()) {
            return false;
        }
        int taken = 0;
        while (taken < unit.length) {
            int now = link.write(unit, taken, unit.length);
            if (now <= 0) {
                return false;
            }
            taken += now;
        }
        return true;
    }
}
