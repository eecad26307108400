package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.Errand;
import io.calendarsync.engine.record.Place;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.engine.record.Trouble;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How publications go from one state to the next. Pure. */
final class Changes {

    private Changes() {}

    /** Something is wanted in a calendar: there is something to do in it now. */
    static Publication want(Publication is, HostKey key, long revision, Publication.Wanted wanted, Instant now) {
        // What could not be done where it is not wanted any more need not be.
        List<Errand> errands = is.errands().stream()
                .map(errand -> is.openIn(errand.calendar()).isEmpty() ? Errand.done(errand.calendar()) : errand)
                .toList();
        return new Publication(
                Optional.of(key),
                revision,
                Optional.of(wanted),
                // Whoever is mailed about where it goes is mailed about where it no longer is.
                wanted.invitations(),
                is.written(),
                is.places(),
                with(errands, new Errand(wanted.target(), now, Trouble.none(), "")));
    }

    /** The same is wanted, and is of a higher revision. */
    static Publication same(Publication is, long revision) {
        long written = is.written() == is.revision() ? revision : is.written();
        return new Publication(is.key(), revision, is.wanted(), is.farewell(), written, is.places(), is.errands());
    }

    /** Nothing is wanted any more: all is taken back, what somebody else seems to have deleted too. */
    static Publication leave(Publication is, long revision, Invitations farewell, Instant now) {
        List<Place> places = is.places().stream()
                .map(place -> place.state() == Place.State.REMOVED ? agreed(place) : place)
                .toList();
        boolean anyOpen = places.stream().anyMatch(Place::isOpen);
        List<Errand> errands = is.errands().stream()
                .map(errand -> places.stream()
                                .noneMatch(place ->
                                        place.isOpen() && place.calendar().equals(errand.calendar()))
                        ? Errand.done(errand.calendar())
                        : Errand.due(errand.calendar(), now))
                .toList();
        return new Publication(
                is.key(), revision, Optional.empty(), farewell, anyOpen ? is.written() : revision, places, errands);
    }

    /** Nothing is wanted in one calendar any more, nor is what was there: it is taken back. */
    static Publication leave(Publication is, CalendarId calendar, Instant now) {
        if (is.isWantedIn(calendar)) {
            Invitations told = is.wanted().map(Publication.Wanted::invitations).orElse(Invitations.NONE);
            return leave(is, is.revision(), told, now);
        }
        return is.openIn(calendar).isEmpty() ? is : errand(is, Errand.due(calendar, now));
    }

    private static Place agreed(Place place) {
        return place.state(place.eventId().isEmpty() ? Place.State.RETRACTED : Place.State.LEAVING);
    }

    /** Nothing was ever wanted, nor is: only that is remembered, and of nobody. */
    static Publication never(long revision) {
        return new Publication(
                Optional.empty(), revision, Optional.empty(), Invitations.NONE, revision, List.of(), List.of());
    }

    /** A place goes to another state, or is a new one. */
    static Publication place(Publication is, Place place) {
        List<Place> places = new ArrayList<>();
        boolean found = false;
        for (Place one : is.places()) {
            boolean same = one.calendar().equals(place.calendar()) && one.incarnation() == place.incarnation();
            places.add(same ? place : one);
            found |= same;
        }
        if (!found) {
            places.add(place);
        }
        return places(is, places);
    }

    private static Publication places(Publication is, List<Place> places) {
        return new Publication(is.key(), is.revision(), is.wanted(), is.farewell(), is.written(), places, is.errands());
    }

    static Publication errand(Publication is, Errand errand) {
        return new Publication(
                is.key(),
                is.revision(),
                is.wanted(),
                is.farewell(),
                is.written(),
                is.places(),
                with(is.errands(), errand));
    }

    /** It is as wanted in a calendar: what there is elsewhere may be taken back. */
    static Publication written(Publication is, CalendarId calendar, Instant now) {
        List<Errand> errands = is.errands().stream()
                .map(errand -> {
                    if (errand.calendar().equals(calendar)) {
                        return Errand.done(calendar);
                    }
                    return is.openIn(errand.calendar()).isEmpty() || errand.isStopped()
                            ? errand
                            : Errand.due(errand.calendar(), now);
                })
                .toList();
        return new Publication(
                is.key(), is.revision(), is.wanted(), is.farewell(), is.revision(), is.places(), errands);
    }

    /** It is gone from a calendar. */
    static Publication left(Publication is, CalendarId calendar, Instant now) {
        boolean anyOpen = is.places().stream().anyMatch(Place::isOpen);
        boolean more = !is.openIn(calendar).isEmpty() || is.isWantedIn(calendar);
        long written = is.wanted().isEmpty() && !anyOpen ? is.revision() : is.written();
        return new Publication(
                is.key(),
                is.revision(),
                is.wanted(),
                is.farewell(),
                written,
                is.places(),
                with(is.errands(), more ? Errand.due(calendar, now) : Errand.done(calendar)));
    }

    /** Returns the calendars other than one in which something is due then. */
    static List<CalendarId> dueElsewhere(Publication is, CalendarId here, Instant now) {
        Predicate<Errand> due = errand -> errand.due().equals(now);
        return is.errands().stream()
                .filter(due.and(errand -> !errand.calendar().equals(here)))
                .map(Errand::calendar)
                .toList();
    }

    private static List<Errand> with(List<Errand> errands, Errand errand) {
        List<Errand> all = new ArrayList<>(errands);
        all.removeIf(one -> one.calendar().equals(errand.calendar()));
        all.add(errand);
        return all;
    }
}
