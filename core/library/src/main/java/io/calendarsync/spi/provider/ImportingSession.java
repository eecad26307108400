package io.calendarsync.spi.provider;

import io.calendarsync.model.EventDraft;

/**
 * A session that can bring a copy of an event in under the iCalendar UID it has elsewhere, which invites nobody.
 *
 * @since 0.1
 */
public interface ImportingSession extends ProviderSession {

    /**
     * Brings a copy in; the same UID again changes the copy there is.
     *
     * @param calendar the provider's id of the calendar
     * @param uid the event's UID (RFC 5545 section 3.8.4.7)
     * @param draft what it is to be
     * @return {@link WriteAnswer.Written} or {@link WriteAnswer.Refused}
     */
    WriteAnswer importCopy(String calendar, String uid, EventDraft draft);
}
