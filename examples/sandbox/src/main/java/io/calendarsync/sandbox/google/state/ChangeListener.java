package io.calendarsync.sandbox.google.state;

/** Is told what changed, under the lock of the world. */
public interface ChangeListener {

    /**
     * Events of a calendar changed.
     *
     * @param calendar its id
     */
    void eventsChanged(String calendar);

    /**
     * Somebody's list of calendars changed.
     *
     * @param email whose
     */
    void listChanged(String email);

    /**
     * A calendar is no more.
     *
     * @param calendar its id
     */
    void calendarGone(String calendar);
}
