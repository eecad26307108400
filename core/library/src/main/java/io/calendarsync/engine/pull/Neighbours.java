package io.calendarsync.engine.pull;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;

/** What reading calendars tells the rest of the engine, and asks of it. Thread-safe. */
public interface Neighbours {

    /** A connection's fresh tokens are refused again and again. */
    void tokensRefused(ConnectionId connection);

    /** The provider found that the application asks too much. */
    void overspent(ConnectionId connection);

    /** The provider does not know a calendar, which the list of them may tell more about. */
    void calendarUnknown(ConnectionId connection);

    /** A reading found a change that somebody else had made by then, as the provider says. */
    void foundNews(CalendarId calendar, Instant changed);

    /** Returns whether changes of a calendar are told as they happen, as far as is known. */
    boolean isWatched(CalendarId calendar);
}
