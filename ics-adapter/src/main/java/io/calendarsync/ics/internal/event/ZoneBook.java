package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.ResolvedZone;
import io.calendarsync.model.ZoneNames;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which JDK zone each TZID of one calendar means. The JDK's own rules are preferred to a VTIMEZONE's, which are
 * often old; a VTIMEZONE only says where it is (X-LIC-LOCATION).
 */
final class ZoneBook {

    private final ZoneNames names;
    private final ZoneId givenZone;
    private Optional<ZoneId> ownZone = Optional.empty();
    private final Map<String, String> locations = new HashMap<>();
    private final Map<String, Optional<ResolvedZone>> known = new HashMap<>();

    ZoneBook(Reading reading) {
        this.names = reading.zoneNames();
        this.givenZone = reading.floatingZone();
    }

    /** Returns the zone floating times are read in. */
    ZoneId floatingZone() {
        return ownZone.orElse(givenZone);
    }

    /** Returns the zone that the calendar itself says it is in. */
    Optional<ZoneId> ownZone() {
        return ownZone;
    }

    /** Notes the zone that the calendar itself is in (X-WR-TIMEZONE), if it is one. */
    void calendarIn(String tzid) {
        ownZone = names.resolve(tzid).map(ResolvedZone::zone).or(() -> ownZone);
    }

    /** Notes what a VTIMEZONE says about itself. */
    void add(Component timeZone) {
        Optional<String> id = timeZone.first("TZID").map(ContentLine::token);
        Optional<String> location = timeZone.first("X-LIC-LOCATION").map(ContentLine::token);
        if (id.isPresent() && location.isPresent()) {
            locations.put(id.get(), location.get());
        }
    }

    /** Returns the zone of a TZID, that of floating times where nothing is known about it. */
    ZoneId resolve(String tzid, Findings findings) {
        Optional<ResolvedZone> resolved = known.computeIfAbsent(tzid, this::lookUp);
        if (resolved.isEmpty()) {
            findings.add(Reason.UNKNOWN_ZONE, "time zone " + shown(tzid) + " is read as " + floatingZone());
            return floatingZone();
        }
        if (resolved.get().guessed()) {
            findings.add(
                    Reason.GUESSED_ZONE,
                    "time zone " + shown(tzid) + " is taken for "
                            + resolved.get().zone());
        }
        return resolved.get().zone();
    }

    private Optional<ResolvedZone> lookUp(String tzid) {
        Optional<ResolvedZone> byName = names.resolve(tzid);
        if (byName.isPresent() && !byName.get().guessed()) {
            return byName;
        }
        Optional<ResolvedZone> byLocation =
                Optional.ofNullable(locations.get(tzid)).flatMap(names::resolve);
        return byLocation.or(() -> byName);
    }

    private static String shown(String tzid) {
        return "'" + (tzid.length() <= 80 ? tzid : tzid.substring(0, 80) + "...") + "'";
    }
}
