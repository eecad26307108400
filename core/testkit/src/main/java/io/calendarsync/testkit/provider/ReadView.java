package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Interval;
import io.calendarsync.spi.provider.SyncWindow;
import io.calendarsync.testkit.Dice;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A calendar as one request finds it.
 *
 * @param visible the number of the last edit that pages show
 * @param forgotten what the server believes it never had
 * @param dice thrown the same for the same position
 */
record ReadView(
        Truth truth, Behaviour behaviour, TokenDesk tokens, long visible, Predicate<Event> forgotten, Dice dice) {

    /** As far as the offsets of two places on earth can lie apart. */
    private static final Duration ANY_ZONE = Duration.ofHours(26);

    private static final ZoneId SOME_ZONE = ZoneOffset.UTC;

    /** Returns whether a listing of that window has the event. */
    boolean lists(Held held, Optional<SyncWindow> window) {
        return !forgotten.test(held.event())
                && (behaviour.window() == Behaviour.Window.IGNORED
                        || window.map(wanted -> overlaps(held.event(), wanted)).orElse(true));
    }

    /** Returns whether a round of changes has the event's state, rather than a doubt about it. */
    boolean reports(Held held, Optional<SyncWindow> window) {
        return behaviour.window() != Behaviour.Window.EVERY_ROUND
                || window.map(wanted -> overlaps(held.event(), wanted)).orElse(true);
    }

    private static boolean overlaps(Event event, SyncWindow window) {
        Interval span = event.span(SOME_ZONE);
        if (event.isSeries()) {
            return span.start().minus(ANY_ZONE).isBefore(window.until());
        }
        if (event.shape() instanceof EventShape.Override override
                && window.until().plus(ANY_ZONE).isAfter(override.recurrenceId().instant(SOME_ZONE))
                && !override.recurrenceId()
                        .instant(SOME_ZONE)
                        .isBefore(window.from().minus(ANY_ZONE))) {
            return true;
        }
        return span.start().minus(ANY_ZONE).isBefore(window.until())
                && span.end().plus(ANY_ZONE).isAfter(window.from());
    }

    /** Returns how many items the next page takes, 0 for a page that is empty though more may follow. */
    int take(Dice page) {
        Paging paging = behaviour.paging();
        if (page.chance(paging.emptyPages())) {
            return 0;
        }
        return page.chance(paging.shortPages()) ? page.between(1, paging.size()) : paging.size();
    }
}
