package io.calendarsync.spi.provider;

import java.util.List;

/**
 * A page of an account's calendars: all of them from {@link Position.Start} on, what changed from a cursor on.
 *
 * @param calendars in the provider's order, may be empty with more to come
 * @param gone ids of calendars the account does not see any more; what a whole list does not show is gone too
 * @param next {@link Position.NextPage} where more follow, {@link Position.Cursor} at the end
 * @since 0.1
 */
public record CalendarListPage(List<RemoteCalendar> calendars, List<String> gone, Position next) {
    /**
     * Copies the lists.
     *
     * @param calendars in the provider's order, may be empty with more to come
     * @param gone ids of calendars the account does not see any more
     * @param next {@link Position.NextPage} where more follow, {@link Position.Cursor} at the end
     */
    public CalendarListPage {
        calendars = List.copyOf(calendars);
        gone = List.copyOf(gone);
    }

    /**
     * Creates a page that shows none gone.
     *
     * @param calendars in the provider's order, may be empty with more to come
     * @param next {@link Position.NextPage} where more follow, {@link Position.Cursor} at the end
     */
    public CalendarListPage(List<RemoteCalendar> calendars, Position next) {
        this(calendars, List.of(), next);
    }
}
