package io.userports.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.userports.yaml.Quoted;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** A part of the day, {@code 22:00-06:00}; it may run over midnight. */
public record Hours(LocalTime from, LocalTime until) {
    /** {@return the hours that {@code text} names} */
    @JsonCreator
    public static Hours parse(String text) {
        try {
            String[] ends = text.split("-", -1);
            if (ends.length == 2) {
                return new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new IllegalArgumentException(Quoted.of(text) + " are no hours; write them like 07:00-22:00");
    }

    boolean contains(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
