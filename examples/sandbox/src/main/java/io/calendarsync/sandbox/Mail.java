package io.calendarsync.sandbox;

import java.util.List;

/**
 * A mail to guests that the sandbox would have sent.
 *
 * @param calendar the id of the calendar
 * @param event the id of the event
 * @param kind what it is about
 * @param sendUpdates what the writer had asked for: {@code all} or {@code externalOnly}
 * @param recipients the addresses it went to
 * @since 0.1
 */
public record Mail(String calendar, String event, Kind kind, String sendUpdates, List<String> recipients) {

    /**
     * Copies the recipients.
     *
     * @param calendar the id of the calendar
     * @param event the id of the event
     * @param kind what it is about
     * @param sendUpdates what the writer had asked for
     * @param recipients the addresses it went to
     */
    public Mail {
        recipients = List.copyOf(recipients);
    }

    /** What a mail is about. */
    public enum Kind {
        /** Somebody is invited. */
        INVITATION,
        /** The event changed. */
        UPDATE,
        /** The event does not take place. */
        CANCELLATION
    }
}
