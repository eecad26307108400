package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.ics.internal.zone.Years;
import io.calendarsync.ics.internal.zone.ZoneSteps;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.ResolvedZone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Knows which JDK zone each TZID of one calendar means: by its name where that says it, else by the offsets of its
 * VTIMEZONE in the years that its events take place in, else by what the VTIMEZONE says of its location, else by a guess
 * at the name. The JDK's own rules are preferred to a VTIMEZONE's, which are often old.
 */
final class ZoneBook {

    private static final int THIS_CENTURY = 2000;

    private final Reading reading;
    private final ZoneSteps steps;
    private Optional<ZoneId> ownZone = Optional.empty();
    private final Map<String, List<Component>> definitions = new HashMap<>();
    private final Map<String, Optional<ResolvedZone>> known = new HashMap<>();
    private int firstYear = Integer.MAX_VALUE;
    private int lastYear = Integer.MIN_VALUE;

    ZoneBook(Reading reading, ZoneSteps steps) {
        this.reading = reading;
        this.steps = steps;
    }

    /** Returns the zone floating times are read in. */
    ZoneId floatingZone() {
        return ownZone.orElse(reading.floatingZone());
    }

    /** Returns the zone that the calendar itself says it is in. */
    Optional<ZoneId> ownZone() {
        return ownZone;
    }

    /** Notes the zone that the calendar itself is in (X-WR-TIMEZONE), if it is one. */
    void calendarIn(String tzid) {
        ownZone = reading.zoneNames().resolve(tzid).map(ResolvedZone::zone).or(() -> ownZone);
    }

    /** Notes a VTIMEZONE; nothing of it is looked at before it is needed. */
    void add(Component timeZone) {
        timeZone.first("TZID")
                .map(line -> bare(line.token()))
                .filter(tzid -> !tzid.isEmpty())
                .ifPresent(tzid -> definitions
                        .computeIfAbsent(tzid, none -> new ArrayList<>(1))
                        .add(timeZone));
    }

    /** Notes when an event begins: a definition has to be right in that year. */
    void begins(ContentLine start) {
        int year = DateTimes.year(start.token());
        if (year > 0) {
            firstYear = Math.min(firstYear, year);
            lastYear = Math.max(lastYear, year);
        }
    }

    /** Returns on what it depends, besides what the calendar says, which zones are found. */
    String way() {
        boolean byName = definitions.keySet().stream()
                .map(reading.zoneNames()::resolve)
                .allMatch(found -> found.filter(zone -> !zone.guessed()).isPresent());
        return byName ? "" : years().toString();
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
        Optional<ResolvedZone> byName = reading.zoneNames().resolve(tzid);
        if (byName.isPresent() && !byName.get().guessed()) {
            return byName;
        }
        List<Component> defined = definitions.getOrDefault(bare(tzid), List.of());
        return firstOf(defined, component -> byOffsets(tzid, component))
                .or(() -> firstOf(defined, component -> location(component).flatMap(reading.zoneNames()::resolve)))
                .or(() -> byName);
    }

    private Optional<ResolvedZone> byOffsets(String tzid, Component definition) {
        List<String> hints =
                Stream.concat(location(definition).stream(), Stream.of(tzid)).toList();
        return TimeZoneMapper.map(definition, reading.limits().exceptionDates())
                .filter(read -> steps.take(read, years()))
                .flatMap(read -> reading.zones().match(read, years(), hints));
    }

    /** The year after the last is needed too: what begins in one may end, or come again, in the next. */
    private Years years() {
        return lastYear < firstYear ? new Years(THIS_CENTURY, THIS_CENTURY) : new Years(firstYear, lastYear + 1);
    }

    private static Optional<String> location(Component definition) {
        return definition.first("X-LIC-LOCATION").map(ContentLine::token);
    }

    private static Optional<ResolvedZone> firstOf(
            List<Component> definitions, Function<Component, Optional<ResolvedZone>> way) {
        return definitions.stream().map(way).flatMap(Optional::stream).findFirst();
    }

    /** A TZID is text where it is defined, so that its commas are escaped, and a parameter where it is used. */
    private static String bare(String tzid) {
        return tzid.replace("\\", "").replace("\"", "").strip();
    }

    private static String shown(String tzid) {
        return "'" + (tzid.length() <= 80 ? tzid : tzid.substring(0, 80) + "...") + "'";
    }
}
