package io.calendarsync.recurrence;

import java.util.List;

/**
 * The seconds into a period at which BYHOUR, BYMINUTE and BYSECOND put instances, ascending: the product of three short
 * lists, never written out. Immutable.
 */
record DaySeconds(List<Integer> hours, List<Integer> minutes, List<Integer> seconds) {

    int size() {
        return hours.size() * minutes.size() * seconds.size();
    }

    int get(int index) {
        int minute = index / seconds.size();
        int hour = minute / minutes.size();
        return hours.get(hour) * 3_600
                + minutes.get(minute % minutes.size()) * 60
                + seconds.get(index % seconds.size());
    }
}
