package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.engine.record.PublicationRecords.Known;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.spi.provider.WritableSession;

/**
 * One publication and one calendar it has to do with, as they were read before the provider is asked.
 *
 * @param calendar the calendar
 * @param known the publication
 * @param session with the calendar's provider
 */
record Task(Stored<CalendarRecord> calendar, Known known, WritableSession session) {

    CalendarId id() {
        return calendar.value().info().id();
    }

    String remoteId() {
        return calendar.value().info().remoteId();
    }

    Publication publication() {
        return known.value();
    }

    HostKey key() {
        return publication().hostKey();
    }

    EventRef ref(String eventId) {
        return new EventRef(id(), eventId);
    }
}
