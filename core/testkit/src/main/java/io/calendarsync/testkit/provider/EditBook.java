package io.calendarsync.testkit.provider;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.Revision;
import io.calendarsync.testkit.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes edits: stamps them, keeps series and overrides together, writes the journal. Guarded by the server's lock. */
final class EditBook {

    private final FakeCalendars server;
    private final String calendar;
    private final Truth truth;
    private final Map<String, List<String>> buried;
    private Duration lag = Duration.ZERO;
    private Instant lastEdit = Instant.EPOCH;
    private Instant lastVisible = Instant.EPOCH;

    EditBook(FakeCalendars server, String calendar) {
        this(server, calendar, new Truth(), new HashMap<>());
    }

    private EditBook(FakeCalendars server, String calendar, Truth truth, Map<String, List<String>> buried) {
        this.server = server;
        this.calendar = calendar;
        this.truth = truth;
        this.buried = buried;
    }

    EditBook copy(FakeCalendars otherServer) {
        EditBook copy = new EditBook(otherServer, calendar, truth.copy(), new HashMap<>(buried));
        copy.lag = lag;
        copy.lastEdit = lastEdit;
        copy.lastVisible = lastVisible;
        return copy;
    }

    Truth truth() {
        return truth;
    }

    /** Sets at most how long the edits to come take to be seen. */
    void lag(Duration most) {
        lag = most;
    }

    Held create(EventTime time, UnaryOperator<EventBuilder> content) {
        String id = "event" + (truth.version() + 1);
        return put(content.apply(Event.builder(ref(id), time).uid(id + "@fake.example"))
                .build());
    }

    Held put(Event event) {
        Held before = truth.find(event.ref().eventId());
        Held after = stamped(event, before);
        replace(before, after);
        exhume(after.id());
        return after;
    }

    Held change(String id, UnaryOperator<EventBuilder> edit) {
        Held before = held(id);
        Held after = stamped(edit.apply(before.event().toBuilder()).ref(ref(id)).build(), before);
        replace(before, after);
        return after;
    }

    Held override(String seriesId, RecurrenceId instance, UnaryOperator<EventBuilder> edit) {
        Event series = held(seriesId).event();
        String id = Instances.id(seriesId, instance);
        Held before = truth.find(id);
        EventBuilder start = before != null
                ? before.event().toBuilder()
                : series.toBuilder()
                        .ref(ref(id))
                        .time(Instances.time(series.time(), instance))
                        .overrides(seriesId, instance);
        Held after = stamped(edit.apply(start).build(), before);
        record(id, before, after, List.of());
        return after;
    }

    Held delete(String id) {
        Held gone = held(id);
        List<Held> taken = overridesOf(gone);
        if (!taken.isEmpty()) {
            buried.put(id, taken.stream().map(Held::id).toList());
        }
        record(id, gone, null, taken);
        return gone;
    }

    Held spoil(String id, boolean spoiled) {
        Held before = held(id);
        Held fresh = stamped(before.event(), before);
        Held after = new Held(fresh.event(), fresh.created(), fresh.older(), spoiled);
        record(id, before, after, List.of());
        return after;
    }

    /** Notes that the answers change though no event does. */
    void note() {
        record("", null, null, List.of());
    }

    void showAgain(Predicate<Event> which) {
        note();
        List.copyOf(truth.all()).stream()
                .filter(held -> which.test(held.event()))
                .sorted(Comparator.comparing(Held::id))
                .forEach(held -> record(held.id(), held, held, List.of()));
    }

    /** Returns the ids of all events, in order. */
    List<String> ids() {
        return truth.all().stream().map(Held::id).sorted().toList();
    }

    boolean holds(String id) {
        return truth.find(id) != null;
    }

    /** Returns an event and the overrides that belong to it. */
    List<Held> family(String id) {
        List<Held> all = new ArrayList<>();
        all.add(held(id));
        all.addAll(overridesOf(all.get(0)));
        return all;
    }

    private Held held(String id) {
        return Optional.ofNullable(truth.find(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no event " + id + " in " + calendar));
    }

    private List<Held> overridesOf(Held series) {
        return !series.event().isSeries()
                ? List.of()
                : truth.all().stream()
                        .filter(each -> each.event().shape() instanceof EventShape.Override override
                                && override.seriesId().equals(series.id()))
                        .sorted(Comparator.comparing(Held::id))
                        .toList();
    }

    /** Records a new state; a series that is none any more loses its overrides, each with a tombstone. */
    private void replace(@Nullable Held before, Held after) {
        record(after.id(), before, after, List.of());
        if (before != null && !after.event().isSeries()) {
            overridesOf(before).forEach(gone -> record(gone.id(), gone, null, List.of()));
        }
    }

    /** Leaves tombstones of the overrides that went silently when a series of this id was deleted: it is back. */
    private void exhume(String id) {
        List<String> overrides = buried.remove(id);
        if (overrides != null) {
            overrides.stream()
                    .filter(each -> truth.find(each) == null)
                    .forEach(each -> record(each, null, null, List.of()));
        }
    }

    private Held stamped(Event event, @Nullable Held before) {
        Revision old = event.revision();
        Event stamped = event.toBuilder()
                .ref(ref(event.ref().eventId()))
                .revision(new Revision(
                        old.uid().isEmpty() ? event.ref().eventId() + "@fake.example" : old.uid(),
                        old.sequence(),
                        "\"v" + (truth.version() + 1) + "\"",
                        Optional.of(now())))
                .build();
        return before == null
                ? new Held(stamped, truth.version() + 1, null, false)
                : new Held(stamped, before.created(), before.event(), before.spoiled());
    }

    private void record(String id, @Nullable Held before, @Nullable Held after, List<Held> taken) {
        long number = truth.version() + 1;
        lastEdit = now();
        Dice dice = server.dice(calendar).split("lag").split(number);
        Instant seen = lastEdit.plusMillis(lag.isZero() ? 0 : dice.nextLong(lag.toMillis() + 1));
        lastVisible = seen.isAfter(lastVisible) ? seen : lastVisible;
        truth.append(new Edit(number, lastEdit, lastVisible, id, before, after, taken));
    }

    /** Returns the server's time: it never runs backwards, and edits of one millisecond share it. */
    private Instant now() {
        Instant now = server.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isAfter(lastEdit) ? now : lastEdit;
    }

    private EventRef ref(String id) {
        return new EventRef(new CalendarId(calendar), id);
    }
}
