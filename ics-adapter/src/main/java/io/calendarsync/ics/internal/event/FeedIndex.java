package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.internal.event.UnreadableFeed.Why;
import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.ics.internal.zone.ZoneSteps;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what a feed holds while its structure is read, and holds it to its limits. */
final class FeedIndex implements ComponentReader.Sink {

    private final Reading reading;
    private final List<Found> found = new ArrayList<>();
    private final FeedDigest digest = new FeedDigest();
    private final ZoneSteps zoneSteps = new ZoneSteps();
    private CalendarScope scope;
    private String name = "";
    private String oldName = "";
    private Optional<Duration> refresh = Optional.empty();
    private Optional<ZoneId> zone = Optional.empty();
    private boolean onlyCancels = true;
    private int timeZones;

    FeedIndex(Reading reading) {
        this.reading = reading;
        this.scope = new CalendarScope(reading, zoneSteps);
    }

    @Override
    public void beginCalendar() {
        scope = new CalendarScope(reading, zoneSteps);
        digest.beginCalendar();
    }

    @Override
    public void property(ContentLine line) {
        scope.note(line);
        digest.property(line);
        if (line.is("NAME") && name.isEmpty()) {
            name = TextValue.unescape(line.value());
        } else if (line.is("X-WR-CALNAME") && oldName.isEmpty()) {
            oldName = TextValue.unescape(line.value());
        } else if (line.is("REFRESH-INTERVAL") || (line.is("X-PUBLISHED-TTL") && refresh.isEmpty())) {
            Length.parse(line.token())
                    .map(Length::elapsed)
                    .filter(length -> !length.isNegative() && !length.isZero())
                    .ifPresent(length -> refresh = Optional.of(length));
        }
    }

    @Override
    public void component(Component component, int end) throws UnreadableFeed {
        FeedLimits limits = reading.limits();
        if (component.is("VEVENT")) {
            require(found.size() < limits.events(), "events", limits.events());
            Found event = Found.of(scope, component, end, digest.event(component));
            found.add(event);
            event.times().start().ifPresent(scope.zones()::begins);
        } else if (component.is("VTIMEZONE")) {
            require(timeZones < limits.timeZones(), "time zones", limits.timeZones());
            timeZones++;
            scope.zones().add(component);
            digest.timeZone(component);
        }
    }

    @Override
    public void endCalendar() {
        scope.digest(digest.endCalendar(reading.way() + "\n" + scope.zones().way()));
        onlyCancels &= scope.cancels();
        zone = zone.or(() -> scope.zones().ownZone());
    }

    /** Returns the digest of what was read; to be called once, at the end. */
    String digest() {
        return digest.finish();
    }

    List<Found> found() {
        return found;
    }

    String name() {
        return name.isEmpty() ? oldName : name;
    }

    Optional<Duration> refresh() {
        return refresh;
    }

    /** Returns the zone of floating times; of several calendars, that of the first that names one. */
    ZoneId floatingZone() {
        return zone.orElse(reading.floatingZone());
    }

    boolean onlyCancels() {
        return onlyCancels;
    }

    private static void require(boolean within, String what, int most) throws UnreadableFeed {
        if (!within) {
            throw new UnreadableFeed(Why.BEYOND_LIMITS, "The feed holds more than " + most + " " + what);
        }
    }
}
