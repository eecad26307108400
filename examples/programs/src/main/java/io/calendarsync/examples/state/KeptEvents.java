package io.calendarsync.examples.state;

import io.calendarsync.Agenda;
import io.calendarsync.Page;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The events of one calendar as they are kept, a page at a time, read anew by each that goes through them. */
public record KeptEvents(Agenda agenda, CalendarId calendar) implements Iterable<Event> {

    private static final int EVENTS_A_PAGE = 500;

    @Override
    public Iterator<Event> iterator() {
        return new Pages();
    }

    private final class Pages implements Iterator<Event> {

        private Iterator<Event> page = List.<Event>of().iterator();
        private Optional<String> after = Optional.empty();
        private boolean begun;

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && (!begun || after.isPresent())) {
                Page<Event> next = agenda.events(calendar, after, EVENTS_A_PAGE);
                begun = true;
                after = next.next();
                page = next.items().iterator();
            }
            return page.hasNext();
        }

        @Override
        public Event next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more events");
            }
            return page.next();
        }
    }
}
