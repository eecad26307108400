package io.calendarsync.google.internal.sync;

import io.calendarsync.google.internal.json.Rfc3339;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches the series of instances that were moved into the window while their series ended before it: no page shows those.
 * Whether a series can be one of them is told by the original start of its instance: a series with an instance within the
 * window is listed. Confined to one thread.
 */
final class OutsideMasters {

    /** Dates are in nobody's zone, and an instance may be listed for its end. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private final Fetching fetching;
    private final Set<String> looked = new HashSet<>();

    OutsideMasters(Fetching fetching) {
        this.fetching = fetching;
    }

    /** Returns the series a page leaves out, each once a round. One that is nowhere to be found stays unknown. */
    List<Event> missing(String calendar, Position from, Shape shape, ScannedPage page) {
        if (!(from instanceof Position.NextPage)) {
            looked.clear();
        }
        Set<String> wanted = new HashSet<>();
        for (Item item : page.items()) {
            Item.Marks marks = item.marks();
            if (!marks.cancelled()
                    && startsBefore(marks.originalStart(), shape.from().plus(MARGIN))) {
                wanted.add(marks.series());
            }
        }
        wanted.remove("");
        page.items().forEach(item -> wanted.remove(item.marks().id()));
        List<Event> found = new ArrayList<>(0);
        wanted.stream()
                .sorted()
                .filter(looked::add)
                .forEach(series -> fetching.find(calendar, series).ifPresent(found::add));
        return found;
    }

    private static boolean startsBefore(String start, Instant moment) {
        return instant(start).filter(at -> at.isBefore(moment)).isPresent();
    }

    private static Optional<Instant> instant(String start) {
        String time = start.length() == 10 ? start + "T00:00:00Z" : start;
        return Rfc3339.parse(time)
                .map(read -> read.local().toInstant(read.offset().orElse(ZoneOffset.UTC)));
    }
}
