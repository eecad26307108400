package io.calendarsync.spi.provider;

import java.util.List;

/**
 * A page of what a calendar holds or what changed in it.
 *
 * <p>All pages of a {@link Coverage#SNAPSHOT} are asked for in one session as long as nothing fails, so a provider that
 * only has the whole gets it once and holds it until the session is closed. A page token should stay good in another
 * session for as long as what it leads to is the same, whatever else a server renews at each answer; where it is not,
 * {@link io.calendarsync.CursorLost} starts the round over. Rounds that are started over turn after turn are asked for
 * no more often than calendars are polled at most, and show as trouble.
 *
 * @param coverage what the pages of this round add up to
 * @param changes in the provider's order; an id may occur more than once; may be empty with more to come
 * @param next {@link Position.NextPage} where more follow, {@link Position.Cursor} at the end of the round
 * @param notes what the provider said besides
 * @since 0.1
 */
public record ChangePage(Coverage coverage, List<RemoteChange> changes, Position next, PageNotes notes) {
    /**
     * Copies the list.
     *
     * @param coverage what the pages of this round add up to
     * @param changes in the provider's order; may be empty with more to come
     * @param next {@link Position.NextPage} where more follow, {@link Position.Cursor} at the end of the round
     * @param notes what the provider said besides
     * @throws IllegalArgumentException if {@code next} is a start
     */
    public ChangePage {
        changes = List.copyOf(changes);
        if (next instanceof Position.Start) {
            throw new IllegalArgumentException("a page is followed by a page or a cursor");
        }
    }

    /**
     * Creates a page without notes.
     *
     * @param coverage what the pages of this round add up to
     * @param changes in the provider's order; may be empty with more to come
     * @param next {@link Position.NextPage} where more follow, {@link Position.Cursor} at the end of the round
     */
    public ChangePage(Coverage coverage, List<RemoteChange> changes, Position next) {
        this(coverage, changes, next, PageNotes.none());
    }

    /** {@return whether no page follows} */
    public boolean isLast() {
        return next instanceof Position.Cursor;
    }
}
