package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** A series, unfolded: its starts in order, each once. The start of the master is one of them, in its rule or not. */
public final class Series {

    /** A series that reaches further counts as endless. */
    private static final int MANY = 20_000;

    private final EventTimes first;
    private final Recurrence recurrence;

    private Series(EventTimes first, Recurrence recurrence) {
        this.first = first;
        this.recurrence = recurrence;
    }

    /** Reads a master. */
    public static Series of(JsonNode master, ZoneId calendarZone) {
        EventTimes first = EventTimes.of(master, calendarZone);
        return new Series(first, Recurrence.read(master.path("recurrence"), first));
    }

    /** Returns the times of the instances that reach into a window, as many as a limit allows. */
    public List<EventTimes> within(Span window, int limit) {
        List<EventTimes> instances = new ArrayList<>();
        Starts starts = new Starts();
        for (int walked = 0; walked < MANY && instances.size() < limit; walked++) {
            Optional<EventTimes> next = starts.next().map(this::at);
            if (next.isEmpty() || next.get().span().start() >= window.end()) {
                break;
            }
            if (next.get().span().reachesInto(window)) {
                instances.add(next.get());
            }
        }
        return instances;
    }

    /** Returns the instance whose id has a stamp. */
    public Optional<EventTimes> at(String stamp) {
        Starts starts = new Starts();
        for (int walked = 0; walked < MANY; walked++) {
            Optional<EventTimes> next = starts.next().map(this::at);
            // Stamps of one form are in the order of time.
            if (next.isEmpty() || next.get().stamp().compareTo(stamp) >= 0) {
                return next.filter(found -> found.stamp().equals(stamp));
            }
        }
        return Optional.empty();
    }

    /** Returns the instance that starts at an instant. */
    public Optional<EventTimes> at(Instant start) {
        return within(new Span(start.toEpochMilli(), start.toEpochMilli() + 1), MANY).stream()
                .filter(found -> found.startAt().equals(start))
                .findFirst();
    }

    /** Returns from the first start to the last end. */
    public Span span() {
        boolean endless = recurrence.rules().stream().anyMatch(RecurrenceRule::isInfinite);
        long end = first.span().end();
        Starts starts = new Starts();
        for (int walked = 0; !endless && walked < MANY; walked++) {
            Optional<LocalDateTime> next = starts.next();
            if (next.isEmpty()) {
                return new Span(first.span().start(), end);
            }
            end = Math.max(end, at(next.get()).span().end());
        }
        return new Span(first.span().start(), Span.ENDLESS);
    }

    private EventTimes at(LocalDateTime start) {
        return start.equals(first.start()) ? first : first.at(start);
    }

    /** The merge of all rules and dates, without what is excepted. */
    private final class Starts {

        private final List<Walk> walks = new ArrayList<>();
        private final List<Walk> exceptWalks = new ArrayList<>();
        private final TreeSet<LocalDateTime> ahead = new TreeSet<>(recurrence.dates());

        Starts() {
            ahead.add(first.start());
            recurrence.rules().forEach(rule -> walks.add(new Walk(rule)));
            recurrence.exceptRules().forEach(rule -> exceptWalks.add(new Walk(rule)));
        }

        Optional<LocalDateTime> next() {
            while (true) {
                walks.forEach(walk -> walk.peek().ifPresent(ahead::add));
                if (ahead.isEmpty()) {
                    return Optional.empty();
                }
                LocalDateTime next = ahead.pollFirst();
                walks.forEach(walk -> walk.skipTo(next));
                if (!recurrence.exceptDates().contains(next)
                        && exceptWalks.stream().noneMatch(walk -> walk.contains(next))) {
                    return Optional.of(next);
                }
            }
        }
    }

    /** One rule, walked along. */
    private final class Walk {

        private final Iterator<LocalDateTime> starts;
        private Optional<LocalDateTime> peeked = Optional.empty();

        Walk(RecurrenceRule rule) {
            RecurrenceRuleIterator iterator = rule.iterator(RecurrenceDates.wallClock(first.start()));
            starts = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return iterator.hasNext();
                }

                @Override
                public LocalDateTime next() {
                    return LocalDateTime.ofEpochSecond(Math.floorDiv(iterator.nextMillis(), 1000L), 0, ZoneOffset.UTC);
                }
            };
        }

        Optional<LocalDateTime> peek() {
            if (peeked.isEmpty() && starts.hasNext()) {
                peeked = Optional.of(starts.next());
            }
            return peeked;
        }

        /** Leaves behind what is not after a time. */
        void skipTo(LocalDateTime time) {
            while (peek().filter(start -> !start.isAfter(time)).isPresent()) {
                peeked = Optional.empty();
            }
        }

        boolean contains(LocalDateTime time) {
            while (peek().filter(start -> start.isBefore(time)).isPresent()) {
                peeked = Optional.empty();
            }
            return peek().filter(time::equals).isPresent();
        }
    }
}
