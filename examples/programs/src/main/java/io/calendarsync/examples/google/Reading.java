package io.calendarsync.examples.google;

import io.calendarsync.Agenda;
import io.calendarsync.CalendarConnection;
import io.calendarsync.CalendarState;
import io.calendarsync.ConnectionState;
import io.calendarsync.SyncReport;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.report.Names;
import io.calendarsync.examples.report.Summary;
import io.calendarsync.examples.state.KeptEvents;
import io.calendarsync.model.Event;
import io.calendarsync.recurrence.Series;
import java.util.List;

/** Reads the calendars of accounts to their end, and tells how they stand then. Confined to one thread. */
final class Reading {

    private static final int MOST_TURNS = 1000;

    private final Accounts accounts;
    private final Telling telling;

    Reading(Accounts accounts, Telling telling) {
        this.accounts = accounts;
        this.telling = telling;
    }

    /** Reads all calendars that are kept in step, and hands over what changed. */
    void all() {
        for (SyncedCalendar calendar : accounts.calendars()) {
            if (Accounts.isSynced(calendar)) {
                accounts.guarded(() -> read(calendar));
            }
        }
        accounts.deliver();
    }

    /** Reads a calendar to its end. */
    SyncReport read(SyncedCalendar calendar) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            SyncReport report = accounts.sync().agenda().syncNow(calendar.id());
            accounts.rethrow();
            if (report.outcome() == SyncReport.Outcome.LATER) {
                throw Refusal.unreadable(accounts.name(calendar)
                        + ": Google has been asked as much as it may be for now; go on in a minute");
            }
            if (report.outcome() != SyncReport.Outcome.MORE) {
                return report;
            }
        }
        throw Refusal.unreadable(accounts.name(calendar) + " does not come to an end");
    }

    /** Counts what is kept, and tells what is wrong. */
    void standing() {
        for (CalendarConnection connection : accounts.connections()) {
            if (connection.state() == ConnectionState.ACTIVE) {
                accounts.sync().connections().calendars(connection.id()).stream()
                        .filter(Accounts::isSynced)
                        .forEach(this::standing);
            } else {
                String why = connection
                        .reconnect()
                        .map(reason -> " (" + Names.of(reason) + ")")
                        .orElse("");
                telling.failed(connection.label() + ": " + Names.of(connection.state()) + why
                        + (connection.state() == ConnectionState.RECONNECT_REQUIRED
                                ? ": only the user can bring it back, with google connect"
                                : ""));
            }
        }
    }

    private void standing(SyncedCalendar calendar) {
        String name = accounts.name(calendar);
        telling.count(summary -> count(summary, name, calendar));
        if (!calendar.trouble().isEmpty()) {
            telling.failed(name + ": " + Refusal.withoutIds(calendar.trouble()));
        } else if (calendar.state() == CalendarState.REVIEW) {
            telling.review(name + ": "
                    + accounts.sync().agenda().preview(calendar.id()).deletions() + " of " + calendar.events()
                    + " events are missing, nothing was deleted: google confirm or google discard");
        }
    }

    private void count(Summary summary, String name, SyncedCalendar calendar) {
        Agenda agenda = accounts.sync().agenda();
        summary.count("calendars", 1);
        for (Event event : new KeptEvents(agenda, calendar.id())) {
            summary.count("events", 1);
            summary.event(name, event, event.isSeries() ? Series.of(event).degradations() : List.of());
        }
    }
}
