package io.calendarsync.testkit.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step from a state of a calendar to the next.
 *
 * @param visibleFrom when pages show it; never earlier than that of the edit before
 * @param eventId empty where the answers change but no event did
 * @param taken overrides that went with their series
 */
record Edit(
        long number,
        Instant at,
        Instant visibleFrom,
        String eventId,
        @Nullable Held before,
        @Nullable Held after,
        List<Held> taken) {

    SortKey key(ListingOrder order) {
        return order == ListingOrder.SHUFFLED ? SortKey.shuffled(eventId) : new SortKey(number, eventId);
    }

    JournalEntry published() {
        return new JournalEntry(
                number,
                at,
                eventId,
                Optional.ofNullable(before).map(Held::event),
                Optional.ofNullable(after).map(Held::event),
                taken.stream().map(Held::event).toList());
    }
}
