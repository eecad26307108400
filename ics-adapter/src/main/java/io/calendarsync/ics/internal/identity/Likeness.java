package io.calendarsync.ics.internal.identity;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Location;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * What makes an event known again without its name.
 *
 * @param kind a single event, a series or an override
 * @param start its first instant; local times and dates as their own kind of text, since they are no instants
 * @param end its last
 * @param title without differences of case, form and blanks
 * @param place likewise
 */
record Likeness(Kind kind, String start, String end, String title, String place) {

    /** What it is; a series is never taken for one of its overrides. */
    enum Kind {
        SINGLE,
        SERIES,
        OVERRIDE
    }

    /** In a stored event longer texts may have been cut. */
    private static final int LONGEST = 200;

    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * By what is compared, the surest first: from the third on only where a feed is known to rename its events, to find
     * the one that was edited as well.
     */
    static final List<BiFunction<Likeness, Event, Object>> BY = List.of(
            Likeness::all,
            (likeness, event) -> likeness,
            (likeness, event) -> List.of(likeness.start, likeness.end, likeness.title, likeness.place),
            (likeness, event) -> List.of(likeness.kind, likeness.title, likeness.place),
            (likeness, event) -> List.of(likeness.kind, likeness.start, likeness.end),
            (likeness, event) -> List.of(likeness.kind, likeness.title),
            (likeness, event) -> List.of(likeness.kind, likeness.start));

    /** How many of {@link #BY} compare all that is to be alike. */
    static final int SURE = 2;

    static Likeness of(Event event) {
        List<Location> locations = event.details().locations();
        return new Likeness(
                kind(event),
                start(event.time()),
                end(event.time()),
                normalized(event.details().title()),
                normalized(locations.isEmpty() ? "" : locations.get(0).name()));
    }

    private static Kind kind(Event event) {
        if (event.shape() instanceof EventShape.Override) {
            return Kind.OVERRIDE;
        }
        return event.isSeries() ? Kind.SERIES : Kind.SINGLE;
    }

    /** Tells apart twins that differ in anything but their names. */
    private Object all(Event event) {
        Object repeats = event.shape() instanceof EventShape.Series series ? series.recurrence() : kind;
        return List.of(event.time(), title, place, repeats, event.details(), event.disposition(), event.participants());
    }

    private static String start(EventTime time) {
        return time instanceof EventTime.Timed
                ? instant(time.span(ZoneOffset.UTC).start())
                : time.getClass().getSimpleName() + time.localStart();
    }

    private static String end(EventTime time) {
        return instant(time.span(ZoneOffset.UTC).end());
    }

    private static String instant(Instant instant) {
        return instant.toString();
    }

    private static String normalized(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String form = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(form).replaceAll(" ").strip();
    }
}
