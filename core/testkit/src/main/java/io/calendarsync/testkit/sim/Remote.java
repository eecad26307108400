package io.calendarsync.testkit.sim;

import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.testkit.provider.FakeCalendar;

/** A provider's calendar and what the engine calls it. Its names are asked for at every call, so they are made once. */
final class Remote {

    private final FakeCalendar calendar;
    private final Past past;
    private final String account;
    private final OwnerId owner;
    private final String ownerKey;
    private final ConnectionId connection;
    private final CalendarId id;

    /**
     * Creates it.
     *
     * @param account the provider's account it is read through
     */
    Remote(FakeCalendar calendar, Past past, String account) {
        this.calendar = calendar;
        this.past = past;
        this.account = account;
        this.owner = new OwnerId(account);
        this.ownerKey = Keyspace.ownerKey(owner);
        this.connection = Keyspace.connectionId(owner, "fake", "fake-" + account);
        this.id = Keyspace.calendarId(connection, calendar.id());
    }

    FakeCalendar calendar() {
        return calendar;
    }

    Past past() {
        return past;
    }

    String account() {
        return account;
    }

    OwnerId owner() {
        return owner;
    }

    String ownerKey() {
        return ownerKey;
    }

    ConnectionId connection() {
        return connection;
    }

    CalendarId id() {
        return id;
    }
}
