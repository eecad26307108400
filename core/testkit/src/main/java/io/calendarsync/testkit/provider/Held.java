package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import org.jspecify.annotations.Nullable;

/**
 * An event as the server holds it.
 *
 * @param event its present state, with all stamps
 * @param created the number of the edit that made it
 * @param older the state before the present one
 * @param spoiled whether readers cannot make sense of it and get a stub
 */
record Held(Event event, long created, @Nullable Event older, boolean spoiled) {

    String id() {
        return event.ref().eventId();
    }

    SortKey key(ListingOrder order) {
        return switch (order) {
            case BY_CREATION -> new SortKey(created, id());
            case BY_START ->
                new SortKey(
                        event.time().localStart().toLocalDate().toEpochDay() * 86_400L
                                + event.time().localStart().toLocalTime().toSecondOfDay(),
                        id());
            case SHUFFLED -> SortKey.shuffled(id());
            case OVERRIDES_FIRST -> new SortKey(isOverride() ? -1 : created, id());
        };
    }

    boolean isOverride() {
        return event.shape() instanceof EventShape.Override;
    }
}
