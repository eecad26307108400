package io.calendarsync;

import io.calendarsync.engine.agenda.Availability;
import io.calendarsync.engine.agenda.OwnerHours;
import io.calendarsync.engine.pull.SyncDesk;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import java.time.ZoneId;
import java.util.Optional;

/** The agenda: what takes place comes from one part of the engine, what is done to calendars from another. Thread-safe. */
final class JoinedAgenda implements Agenda {

    private final SyncDesk desk;
    private final Availability availability;
    private final OwnerHours hours;

    JoinedAgenda(SyncDesk desk, Availability availability, OwnerHours hours) {
        this.desk = desk;
        this.availability = availability;
        this.hours = hours;
    }

    @Override
    public Optional<Event> event(EventRef ref) {
        return desk.event(ref);
    }

    @Override
    public Page<Event> events(CalendarId calendar, Optional<String> after, int limit) {
        requirePage(limit);
        return desk.events(calendar, after, limit);
    }

    private static void requirePage(int limit) {
        if (limit < 1) {
            throw new InvalidRequest("limit must be 1 or more, is " + limit, FaultSource.unknown());
        }
    }

    @Override
    public OccurrencePage events(OwnerId owner, Interval within, ZoneId viewer, Optional<String> after, int limit) {
        requirePage(limit);
        return availability.events(owner, within, viewer, after, limit);
    }

    @Override
    public Answer<Interval> busy(OwnerId owner, Interval within) {
        return availability.busy(owner, within);
    }

    @Override
    public Answer<Clash> conflicts(OwnerId owner, Interval within) {
        return availability.conflicts(owner, within);
    }

    @Override
    public Answer<Slot> slots(SlotQuery query) {
        return availability.slots(query);
    }

    @Override
    public void workingHours(OwnerId owner, WorkingHours working) {
        hours.store(owner, working);
    }

    @Override
    public Optional<WorkingHours> workingHours(OwnerId owner) {
        return hours.find(owner);
    }

    @Override
    public void link(EventRef ref, HostKey key) {
        desk.link(ref, key);
    }

    @Override
    public SyncReport syncNow(CalendarId calendar) {
        return desk.syncNow(calendar);
    }

    @Override
    public Plan preview(CalendarId calendar) {
        return desk.preview(calendar);
    }

    @Override
    public void confirm(Plan plan) {
        desk.confirm(plan);
    }

    @Override
    public void discard(Plan plan) {
        desk.discard(plan);
    }
}
