package io.calendarsync.engine.token;

import io.calendarsync.CalendarState;
import io.calendarsync.Detail;
import io.calendarsync.Use;
import io.calendarsync.engine.record.CalendarInfo;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.WatchTarget;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.provider.RemoteCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Writes down what a provider tells of one calendar. Thread-safe. */
final class KnownCalendars {

    private static final Duration FIRST_TIDYING = Duration.ofHours(20);

    private final Desk desk;
    private final Transitions transitions;

    KnownCalendars(Desk desk, Transitions transitions) {
        this.desk = desk;
        this.transitions = transitions;
    }

    /** Adds a calendar, or what is new of it; the commit has to make sure that the connection stands. */
    void show(Commit commit, ConnectionRecord connection, RemoteCalendar remote, Instant now) {
        CalendarId id = Keyspace.calendarId(connection.id(), remote.id());
        Optional<Stored<CalendarRecord>> known = desk.calendars().find(id);
        if (known.isPresent()) {
            change(commit, known.get(), remote, now);
        } else {
            begin(commit, connection, remote, id, now);
        }
    }

    private void begin(Commit commit, ConnectionRecord connection, RemoteCalendar remote, CalendarId id, Instant now) {
        CalendarInfo info = new CalendarInfo(id, connection.owner(), remote.id(), remote.name());
        LogHead head = LogHead.begin(desk.records().fresh());
        CalendarRecord begun = CalendarRecord.begin(info, head, now)
                .described(remote)
                .timesOnly(connection.terms().detail() == Detail.TIMES_ONLY);
        if (remote.owned()) {
            desk.due().put(commit, Job.pull(id.value()), now);
            desk.due().put(commit, Job.watch(WatchTarget.of(id)), now);
        } else {
            begun = begun.uses(Set.of()).state(CalendarState.PAUSED);
        }
        desk.calendars().create(commit, begun);
        desk.due().put(commit, Job.tidy(id.value()), now.plus(FIRST_TIDYING));
    }

    private void change(Commit commit, Stored<CalendarRecord> read, RemoteCalendar remote, Instant now) {
        CalendarRecord described = read.value().described(remote);
        boolean renamed = !described.info().equals(read.value().info());
        if (read.value().state() == CalendarState.GONE) {
            CalendarRecord back = described.state(stateOf(described));
            transitions.save(commit, read, back, "the account sees it again", now);
            desk.due().put(commit, Job.pull(back.info().id().value()), now);
            desk.due().put(commit, Job.watch(WatchTarget.of(back.info().id())), now);
        } else if (renamed) {
            transitions.save(commit, read, described, "renamed", now);
        } else if (!described.describes(read.value())) {
            desk.calendars().save(commit, read, described);
        }
    }

    /** Returns the state of a calendar that nothing stands in the way of, before it is read. */
    static CalendarState stateOf(CalendarRecord calendar) {
        if (!calendar.uses().contains(Use.SYNC)) {
            return CalendarState.PAUSED;
        }
        return calendar.isListed() ? CalendarState.SYNCED : CalendarState.NEW;
    }

    /** Writes down that the account does not see a calendar any more. */
    void gone(Commit commit, Stored<CalendarRecord> read, Instant now) {
        CalendarRecord gone = read.value().state(CalendarState.GONE);
        transitions.save(commit, read, gone, "the account does not see it any more", now);
        desk.due().put(commit, Job.watch(WatchTarget.of(gone.info().id())), now);
    }
}
