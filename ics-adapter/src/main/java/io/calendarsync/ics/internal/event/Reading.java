package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.internal.zone.ZoneMatcher;
import io.calendarsync.model.ZoneNames;
import java.time.ZoneId;

/**
 * How a feed is to be read.
 *
 * @param limits how much of it
 * @param zoneNames finds zones by their names
 * @param zones finds zones by their offsets
 * @param floatingZone the zone in which times without a known zone are read, unless the calendar names its own
 * @param utcSeriesAtHome whether series that are written in UTC follow the clocks of the zone the calendar names
 */
public record Reading(
        FeedLimits limits, ZoneNames zoneNames, ZoneMatcher zones, ZoneId floatingZone, boolean utcSeriesAtHome) {

    /** Changes when this version reads the same body differently than the one before, so that it is read again. */
    private static final int VERSION = 3;

    /** Returns a text that stands for all this: a body read in another way is another. */
    public String way() {
        return VERSION + " " + floatingZone.getId() + (utcSeriesAtHome ? " utc" : "") + " " + limits.exceptionDates();
    }
}
