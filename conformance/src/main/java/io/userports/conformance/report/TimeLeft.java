package io.userports.conformance.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How long a run will still take, guessed from how long its scenarios took before. */
public final class TimeLeft {
    private final Map<String, Long> left = new HashMap<>();
    private final int jobs;

    private TimeLeft(int jobs) {
        this.jobs = jobs;
    }

    /** {@return what is known of a run of which nothing is known} */
    public static TimeLeft unknown() {
        return new TimeLeft(1);
    }

    /**
     * {@return what is known of a run of {@code scenarios}}
     *
     * @param durations how long they took before, in milliseconds; one that is not there counts as the mean of the others
     * @param jobs how many of them go side by side
     */
    public static TimeLeft of(Collection<String> scenarios, Map<String, Long> durations, int jobs) {
        TimeLeft time = new TimeLeft(jobs);
        scenarios.stream()
                .filter(durations::containsKey)
                .mapToLong(durations::get)
                .average()
                .ifPresent(mean ->
                        scenarios.forEach(id -> time.left.put(id, durations.getOrDefault(id, Math.round(mean)))));
        return time;
    }

    void ended(String scenario) {
        left.remove(scenario);
    }

    /** {@return like {@code , about 40 s left}; nothing where nothing is known or left} */
    String inWords() {
        if (left.isEmpty()) {
            return "";
        }
        long longest = left.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long sharedOut = left.values().stream().mapToLong(Long::longValue).sum() / jobs;
        long seconds = (Math.max(longest, sharedOut) + 999) / 1000;
        return ", about " + (seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min") + " left";
    }
}
