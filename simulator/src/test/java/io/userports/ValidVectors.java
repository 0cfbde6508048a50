package io.userports;

import io.userports.vector.P1Vector;
import io.userports.vector.Result;
import io.userports.vector.S1Vector;
import io.userports.vector.Vector;
import java.util.Map;
import java.util.TreeMap;

/** The octets of every valid telegram among the vectors, by the id of its vector. */
public final class ValidVectors {
    private ValidVectors() {}

    public static Map<String, byte[]> p1() {
        return valid(P1Vector.class);
    }

    public static Map<String, byte[]> s1() {
        return valid(S1Vector.class);
    }

    private static <T extends Vector.Judged> Map<String, byte[]> valid(Class<T> type) {
        Map<String, byte[]> telegrams = new TreeMap<>();
        Vectors.all(type).stream()
                .map(located -> located.vector())
                .filter(v -> v.result() == Result.VALID)
                .forEach(v -> telegrams.put(v.id(), v.octets()));
        return telegrams;
    }
}
