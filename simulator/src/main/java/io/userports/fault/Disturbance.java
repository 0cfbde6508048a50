package io.userports.fault;

import io.userports.wire.UserPort;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * A fault, where it strikes, and when.
 *
 * @param fault what is done
 * @param port the port whose telegrams it strikes; every one that it can strike when empty
 * @param every 1 for every telegram, 10 for the tenth, the twentieth, …
 * @param after how many telegrams are left alone first
 * @param times how often it strikes at most
 * @param share in which part of those cases it strikes, by chance
 */
public record Disturbance(Fault fault, Optional<UserPort> port, int every, int after, long times, Share share) {
    public Disturbance {
        port.filter(p -> !fault.ports().contains(p)).ifPresent(p -> {
            throw new IllegalArgumentException(
                    fault.named() + " cannot strike " + p + "; it is a fault of " + ports(fault.ports()));
        });
        if (every < 1) {
            throw new IllegalArgumentException("a fault strikes every 1st, 2nd, … telegram, not every " + every);
        }
        if (after < 0 || times < 0) {
            throw new IllegalArgumentException("after and times are numbers of telegrams, 0 or more");
        }
    }

    /** {@return {@code fault} on every telegram of every port that it can strike} */
    public static Disturbance always(Fault fault) {
        return every(1, fault);
    }

    /** {@return {@code fault} on every {@code every}th telegram} */
    public static Disturbance every(int every, Fault fault) {
        return new Disturbance(fault, Optional.empty(), every, 0, Long.MAX_VALUE, Share.ALL);
    }

    /** {@return the same, at most so many times} */
    public Disturbance times(long most) {
        return new Disturbance(fault, port, every, after, most, share);
    }

    /** {@return the same on this port alone} */
    public Disturbance on(UserPort one) {
        return new Disturbance(fault, Optional.of(one), every, after, times, share);
    }

    /** {@return the same, leaving so many telegrams alone first, beside those that it leaves alone already} */
    public Disturbance after(int telegrams) {
        return new Disturbance(fault, port, every, after + telegrams, times, share);
    }

    /** {@return the same, striking by chance only} */
    public Disturbance in(Share part) {
        return new Disturbance(fault, port, every, after, times, part);
    }

    /** {@return the ports whose telegrams it strikes} */
    public Set<UserPort> ports() {
        return port.map(p -> (Set<UserPort>) EnumSet.of(p)).orElse(fault.ports());
    }

    /** {@return whether there may be a telegram that both strike} */
    boolean meets(Disturbance other) {
        int common = ArithmeticUtils.gcd(every, other.every);
        return (after - other.after) % common == 0 && ports().stream().anyMatch(other.ports()::contains);
    }

    /** {@return whether it may strike telegram {@code number}, from 0, having struck {@code struck} times before} */
    boolean isDue(long number, long struck) {
        return struck < times && number >= after && (number - after + 1) % every == 0;
    }

    private static String ports(Set<UserPort> ports) {
        return ports.stream()
                .map(p -> p.name().toLowerCase(Locale.ROOT))
                .sorted()
                .reduce((a, b) -> a + " and " + b)
                .orElseThrow();
    }
}
