package io.calendarsync.testkit.sim;

import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.net.URI;

/**
 * A provider's calendar and what the engine calls it.
 *
 * @param account the provider's account it is read through
 */
record Remote(FakeCalendar calendar, Past past, String account) {

    OwnerId owner() {
        return new OwnerId(account);
    }

    String ownerKey() {
        return Keyspace.ownerKey(owner());
    }

    URI address() {
        return URI.create("fake://host/" + account);
    }

    ConnectionId connection() {
        return Keyspace.connectionId(owner(), "fake", "fake-" + account);
    }

    CalendarId id() {
        return Keyspace.calendarId(connection(), calendar.id());
    }
}
