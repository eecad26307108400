package io.calendarsync.sandbox.google.state;

/**
 * A calendar in somebody's list.
 *
 * @param calendar which calendar
 * @param role what the person may do with it
 * @param primary whether it is the person's own first one
 * @param hidden whether it is hidden in the list
 * @param deleted whether it was taken off the list
 * @param selected whether its events are shown
 * @param title the person's own title for it, empty where there is none
 * @param color the id of its colour
 * @param version the number of the change that made it so
 */
public record ListEntry(
        String calendar,
        AccessRole role,
        boolean primary,
        boolean hidden,
        boolean deleted,
        boolean selected,
        String title,
        String color,
        long version) {

    /** Returns the entry for a calendar that has just come into the list. */
    public static ListEntry of(String calendar, AccessRole role, boolean primary) {
        return new ListEntry(calendar, role, primary, false, false, true, "", "14", 0);
    }

    /** Returns the same at another change. */
    public ListEntry at(long change) {
        return new ListEntry(calendar, role, primary, hidden, deleted, selected, title, color, change);
    }

    /** Returns the same with another role, back in the list if it was off it. */
    public ListEntry as(AccessRole other) {
        return new ListEntry(calendar, other, primary, hidden, false, selected, title, color, version);
    }

    /** Returns the same, taken off the list. */
    public ListEntry gone(AccessRole left) {
        return new ListEntry(calendar, left, primary, hidden, true, selected, title, color, version);
    }

    /** Returns the same with what a person sets. */
    public ListEntry shown(boolean nowHidden, boolean nowSelected, String ownTitle, String ownColor) {
        return new ListEntry(calendar, role, primary, nowHidden, deleted, nowSelected, ownTitle, ownColor, version);
    }
}
