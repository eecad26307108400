package io.calendarsync.spi.provider;

import io.calendarsync.model.Event;
import java.util.function.Consumer;

/**
 * Lends a session what is stored of a calendar, for sources whose own names for events do not last: what comes under a
 * new name can be told under the one it is stored under.
 *
 * <p>Reads a whole calendar, so it is asked only where the source gives cause. Reading changes nothing. Confined to the
 * session's thread.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Recall {

    /**
     * Shows every stored event of a calendar, in no particular order: as it was told last, cut where it was too large to
     * keep.
     *
     * @param calendar the provider's id of the calendar
     * @param action is given one event after the other, and keeps of them what it needs
     */
    void each(String calendar, Consumer<Event> action);

    /** {@return the recall of who has stored nothing} */
    static Recall nothing() {
        return (calendar, action) -> {};
    }
}
