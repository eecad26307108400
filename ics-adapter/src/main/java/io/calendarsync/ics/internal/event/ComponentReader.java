package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.event.UnreadableFeed.Why;
import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.ics.internal.line.ContentLineSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads the structure of a text: calendars and the components directly within them.
 *
 * <p>An END that nothing began is passed over; one that closes an outer component closes what is open within it. A VEVENT
 * that begins within another ends the one before. Components between calendars are read too. Calendars must be complete,
 * also those within others.
 */
final class ComponentReader {

    /** What no line can begin or end, not even one that names nothing. */
    private static final String NO_NAME = "\n";

    private final ContentLineSource lines;
    private final int nesting;
    private final Deque<Component> open = new ArrayDeque<>();
    private int calendars;

    /** Receives what is read, in the order of the text. */
    interface Sink {
        void beginCalendar();

        void property(ContentLine line);

        /** Receives a component once it is complete; the text after it begins at {@code end}. */
        void component(Component component, int end) throws UnreadableFeed;

        void endCalendar();
    }

    ComponentReader(ContentLineSource lines, int nesting) {
        this.lines = lines;
        this.nesting = nesting;
    }

    /** Reads a single component, whose text this is. */
    static Component single(ContentLineSource lines) {
        ComponentReader reader = new ComponentReader(lines, Integer.MAX_VALUE);
        Component root = new Component(NO_NAME, 0);
        reader.open.push(root);
        for (ContentLine line = lines.next(); line != null; line = lines.next()) {
            reader.step(line);
        }
        reader.closeDownTo(root);
        return root.children().get(0);
    }

    void read(Sink sink) throws UnreadableFeed {
        for (ContentLine line = lines.next(); line != null; line = lines.next()) {
            if (line.is("BEGIN") && line.keyword().equals("VCALENDAR")) {
                begin(sink, line.start());
            } else if (line.is("END") && line.keyword().equals("VCALENDAR")) {
                end(sink, line.start());
            } else {
                read(line, sink);
            }
        }
        if (calendars > 0 || !open.isEmpty()) {
            throw new UnreadableFeed(Why.TRUNCATED, "The feed ends without END:VCALENDAR: it was cut short");
        }
    }

    private void begin(Sink sink, int position) throws UnreadableFeed {
        deliverAll(sink, position);
        calendars++;
        requireNesting();
        if (calendars == 1) {
            sink.beginCalendar();
        }
    }

    private void end(Sink sink, int position) throws UnreadableFeed {
        deliverAll(sink, position);
        if (calendars > 0 && --calendars == 0) {
            sink.endCalendar();
        }
    }

    private void read(ContentLine line, Sink sink) throws UnreadableFeed {
        boolean begins = line.is("BEGIN");
        if (begins && endsTheOneBefore(line)) {
            deliverAll(sink, line.start());
        }
        if (open.isEmpty() && !begins) {
            if (calendars > 0 && !line.is("END")) {
                sink.property(line);
            }
            return;
        }
        Component outermost = open.peekLast();
        step(line);
        requireNesting();
        if (open.isEmpty() && outermost != null) {
            sink.component(outermost, lines.position());
        }
    }

    private void requireNesting() throws UnreadableFeed {
        if (calendars + open.size() > nesting) {
            throw new UnreadableFeed(Why.BEYOND_LIMITS, "The feed nests components deeper than " + nesting + " levels");
        }
    }

    private boolean endsTheOneBefore(ContentLine begin) {
        return begin.keyword().equals("VEVENT") && openOf("VEVENT") != null;
    }

    private void deliverAll(Sink sink, int position) throws UnreadableFeed {
        Component outermost = open.peekLast();
        if (outermost != null) {
            closeDownTo(outermost);
            open.clear();
            sink.component(outermost, position);
        }
    }

    private void step(ContentLine line) {
        Component current = open.peek();
        if (line.is("BEGIN")) {
            open.push(new Component(line.keyword(), line.start()));
        } else if (line.is("END")) {
            close(line.keyword());
        } else if (current != null) {
            current.add(line);
        }
    }

    private void close(String name) {
        Component closing = openOf(name);
        if (closing == null) {
            return;
        }
        closeDownTo(closing);
        open.pop();
        Component parent = open.peek();
        if (parent != null) {
            parent.add(closing);
        }
    }

    private @Nullable Component openOf(String name) {
        for (Component component : open) {
            if (component.is(name)) {
                return component;
            }
        }
        return null;
    }

    /** Closes what is open within a component and leaves the component itself open. */
    private void closeDownTo(Component outer) {
        for (Component current = open.element(); !current.equals(outer); current = open.element()) {
            open.pop();
            open.element().add(current);
        }
    }
}
