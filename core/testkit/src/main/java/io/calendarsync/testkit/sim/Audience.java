package io.calendarsync.testkit.sim;

import static io.calendarsync.testkit.sim.CalendarJudge.require;

import io.calendarsync.EventChange;
import io.calendarsync.Restarted;
import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.Fields;
import io.calendarsync.model.Event;
import io.calendarsync.spi.store.Write;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What every subscriber was told, kept as a handler that writes state would keep it: by log, epoch and number. Confined.
 */
final class Audience {

    /** Where a subscriber stands in a log, by what it was told. */
    static final class Place {
        private final String epoch;
        private long last;
        private final Map<String, Event> replica;

        private Place(String epoch, long last, Map<String, Event> replica) {
            this.epoch = epoch;
            this.last = last;
            this.replica = replica;
        }

        String epoch() {
            return epoch;
        }

        long last() {
            return last;
        }

        Map<String, Event> replica() {
            return replica;
        }
    }

    private final LogBook book;
    private final Map<String, Map<String, Place>> places = new HashMap<>();
    private final Map<String, Map<String, Long>> owed = new HashMap<>();
    private final Set<String> ready = new HashSet<>();
    private final Set<String> wasAway = new HashSet<>();
    private final Set<String> snapshotFirst = new HashSet<>();

    Audience(LogBook book) {
        this.book = book;
    }

    Set<String> ready() {
        return ready;
    }

    Optional<Place> place(String subscriber, String log) {
        return Optional.ofNullable(places.getOrDefault(subscriber, Map.of()).get(log));
    }

    /** No node had the subscriber for so long that entries it has not seen may be purged. */
    void away(String subscriber) {
        wasAway.add(subscriber);
    }

    /** From the moment a subscriber is ready it is owed every entry to come. */
    void subscriber(Write write, Mirror mirror) {
        String name = write.key().id();
        if (write instanceof Write.Delete) {
            ready.remove(name);
            wasAway.add(name);
            owed.remove(name);
        } else if (write instanceof Write.Put put) {
            Fields fields = Fields.of(put.record().payload());
            if (fields.flag("snapshotFirst")) {
                snapshotFirst.add(name);
            }
            if (fields.flag("ready") && ready.add(name)) {
                Map<String, Long> from = new HashMap<>();
                mirror.of(Mirror.CALENDAR).forEach(record -> {
                    CalendarView calendar = new CalendarView(Fields.of(record.payload()));
                    from.put(record.key().id() + "/" + calendar.epoch(), calendar.last());
                });
                owed.put(name, from);
            }
        }
    }

    void progress(String subscriber, String log, Optional<Fields> before, Fields after) {
        String epoch = after.text("epoch");
        long done = after.number("done");
        boolean inSnapshot = after.has("snapshot");
        Map<String, Place> mine = places.computeIfAbsent(subscriber, none -> new HashMap<>());
        boolean begins =
                before.map(fields -> !fields.text("epoch").equals(epoch)).orElse(true);
        if (begins) {
            boolean blank = inSnapshot || snapshotFirst.contains(subscriber);
            mine.put(log, new Place(epoch, done, blank ? new HashMap<>() : book.stateAt(log, epoch, done)));
            Map<String, Long> from = owed.get(subscriber);
            long most = from == null ? Long.MAX_VALUE : from.getOrDefault(log + "/" + epoch, 0L);
            require(
                    done <= most || inSnapshot || wasAway.contains(subscriber),
                    subscriber + " begins at " + done + " of " + log + " though it is owed all after " + most);
            return;
        }
        Place place = mine.get(log);
        require(
                place == null || inSnapshot || done <= place.last || !place.epoch.equals(epoch),
                subscriber + " is said to have been told " + done + " of " + log + " and was told "
                        + (place == null ? 0 : place.last));
    }

    void forgotten(String subscriber, String log) {
        places.getOrDefault(subscriber, new HashMap<>()).remove(log);
    }

    /** The host skips what stands before an entry: it counts as told. */
    void skipped(String subscriber, String log, long upTo) {
        place(subscriber, log).ifPresent(place -> {
            while (place.last < upTo && place.last < book.last(log, place.epoch)) {
                place.last++;
                book.entry(log, place.epoch, place.last).ifPresent(entry -> LogBook.apply(entry, place.replica));
            }
        });
    }

    /** Returns whether the subscriber hears of this entry for the first time. */
    boolean isNew(String subscriber, SyncEvent event) {
        return place(subscriber, event.position().log())
                .map(place -> event.sequence() > place.last)
                .orElse(false);
    }

    void told(String subscriber, SyncEvent event) {
        String log = event.position().log();
        String epoch = event.position().epoch();
        Optional<Place> found = place(subscriber, log);
        if (found.isEmpty() || !found.get().epoch.equals(epoch)) {
            require(
                    book.last(log, epoch) > 0 || event instanceof Restarted || isSnapshot(event),
                    "told of a log there never was: " + event.position());
            return;
        }
        Place place = found.get();
        long number = event.sequence();
        if (event instanceof Restarted) {
            require(wasAway.contains(subscriber), subscriber + " was there all the time and has to start over: " + log);
            if (number >= place.last) {
                place.replica.clear();
                place.last = number;
            }
        } else if (isSnapshot(event)) {
            require(
                    snapshotFirst.contains(subscriber) || wasAway.contains(subscriber),
                    subscriber + " was told a state it did not ask for: " + event.position());
            if (number >= place.last) {
                LogBook.apply(event, place.replica);
                place.last = number;
            }
        } else if (number > place.last) {
            require(
                    number == place.last + 1,
                    subscriber + " was told " + number + " of " + log + " after " + place.last);
            LogBook.apply(event, place.replica);
            place.last = number;
        } else if (number == place.last) {
            LogBook.apply(event, place.replica);
        }
    }

    /** A snapshot's entries have the number they were taken at, and are not the log's entry of that number. */
    private boolean isSnapshot(SyncEvent event) {
        return event instanceof EventChange change
                && change.initial()
                && change.before().isEmpty()
                && !book.entry(event.position().log(), event.position().epoch(), event.sequence())
                        .filter(entry -> entry instanceof EventChange other
                                && other.initial()
                                && other.at().equals(event.at())
                                && other.event().ref().equals(change.event().ref()))
                        .isPresent();
    }
}
