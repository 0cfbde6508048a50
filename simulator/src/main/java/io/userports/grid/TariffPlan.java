package io.userports.grid;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/**
 * When the day counter runs.
 *
 * @param day the hours of the day tariff; 07:00-22:00 when left out
 * @param weekend the tariff on Saturdays and Sundays; night when left out
 */
public record TariffPlan(Hours day, Weekend weekend) {
    /** What weekends count as. */
    public enum Weekend {
        NIGHT,
        LIKE_WEEKDAYS;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public TariffPlan {
        day = day == null ? Hours.parse("07:00-22:00") : day;
        weekend = weekend == null ? Weekend.NIGHT : weekend;
    }

    Tariff at(ZonedDateTime time) {
        boolean free = weekend == Weekend.NIGHT && time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return !free && day.contains(time.toLocalTime()) ? Tariff.DAY : Tariff.NIGHT;
    }
}
