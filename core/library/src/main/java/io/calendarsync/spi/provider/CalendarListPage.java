package io.calendarsync.spi.provider;

import java.util.List;

/**
 * A page of an account's calendars.
 *
 * @param calendars in the provider's order, may be empty with more to come
 * @param next {@link Position.NextPage} where more follow, {@link Position.Cursor} at the end
 * @since 0.1
 */
public record CalendarListPage(List<RemoteCalendar> calendars, Position next) {
    /**
     * Copies the list.
     *
     * @param calendars in the provider's order, may be empty with more to come
     * @param next {@link Position.NextPage} where more follow, {@link Position.Cursor} at the end
     */
    public CalendarListPage {
        calendars = List.copyOf(calendars);
    }
}
