package io.userports;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;

/** What a line does to octets. */
public final class Damage {
    /** Octets that mean something to one of the ports. */
    private static final byte[] WORTH = {
        '/', '!', '\r', '\n', '(', ')', '.', '*', '0', 'F', 0, -1, 0x7E, 0x7D, -128, 0x2B
    };

    private Damage() {}

    /** {@return {@code octets} with one bit turned, counted as they leave: the lowest bit of an octet first} */
    public static byte[] turned(byte[] octets, int... bits) {
        byte[] damaged = octets.clone();
        for (int bit : bits) {
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return damaged;
    }

    /** {@return {@code octets} hurt in one to four ways} */
    public static byte[] any(byte[] octets, SplittableRandom random) {
        byte[] damaged = octets;
        for (int times = random.nextInt(1, 5); times > 0 && damaged.length > 1; times--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] octets, SplittableRandom random) {
        int at = random.nextInt(octets.length);
        int to = Math.min(octets.length, at + random.nextInt(1, 40));
        byte[] before = Arrays.copyOf(octets, at);
        byte[] after = Arrays.copyOfRange(octets, at, octets.length);
        return switch (random.nextInt(7)) {
            case 0 -> turned(octets, random.nextInt(8 * octets.length));
            case 1 -> join(before, noise(random.nextInt(1, 20), random), after);
            case 2 -> join(before, Arrays.copyOfRange(octets, to, octets.length));
            case 3 -> join(Arrays.copyOf(octets, to), after);
            case 4 -> before;
            case 5 -> after;
            default -> join(before, new byte[] {WORTH[random.nextInt(WORTH.length)]}, after);
        };
    }

    /** {@return octets by chance, many of them such that mean something} */
    public static byte[] noise(int count, SplittableRandom random) {
        byte[] noise = new byte[count];
        for (int i = 0; i < count; i++) {
            noise[i] = random.nextBoolean() ? (byte) random.nextInt(256) : WORTH[random.nextInt(WORTH.length)];
        }
        return noise;
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
