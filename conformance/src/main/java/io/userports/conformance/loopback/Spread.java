package io.userports.conformance.loopback;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.HdrHistogram.Histogram;

/**
 * How long something took, in microseconds.
 *
 * @param median half of the times were not longer
 * @param p99 99 % of the times were not longer
 * @param worst the longest
 */
record Spread(
        @JsonProperty("medianMicroseconds") double median,
        @JsonProperty("p99Microseconds") double p99,
        @JsonProperty("worstMicroseconds") double worst) {
    private static final double NANOS_PER_MICRO = 1000;

    static Spread of(Histogram nanos) {
        return new Spread(
                nanos.getValueAtPercentile(50) / NANOS_PER_MICRO,
                nanos.getValueAtPercentile(99) / NANOS_PER_MICRO,
                nanos.getMaxValue() / NANOS_PER_MICRO);
    }
}
