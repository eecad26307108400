package io.calendarsync.spi.provider;

import java.util.List;

/**
 * A page of what a calendar holds or what changed in it.
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
