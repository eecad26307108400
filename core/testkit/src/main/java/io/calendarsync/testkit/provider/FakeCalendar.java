package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.Text;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.WriteAnswer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A calendar of a fake server: what it holds, edits as its user would make them, and how it is read. Every edit gives
 * the event a new version tag and time of update and appends to the journal. Thread-safe.
 *
 * <p>Edits of an event that is not there throw {@link IllegalArgumentException}.
 *
 * @since 0.1
 */
public final class FakeCalendar {

    private final FakeCalendars server;
    private final String id;
    private final String owner;
    private final EditBook book;
    private final CalendarReader reader;
    private final ClientDesk clients;
    private String name;
    private ZoneId zone = ZoneOffset.UTC;

    private FakeCalendar(
            FakeCalendars server, String id, String owner, EditBook book, CalendarReader reader, ClientDesk clients) {
        this.server = server;
        this.id = id;
        this.owner = owner;
        this.book = book;
        this.reader = reader;
        this.clients = clients;
        this.name = id;
    }

    static FakeCalendar create(FakeCalendars server, String id, String owner) {
        EditBook book = new EditBook(server, id);
        return new FakeCalendar(
                server,
                id,
                owner,
                book,
                new CalendarReader(book.truth(), server.clock(), server.dice(id)),
                new ClientDesk(book, server.workClock()));
    }

    FakeCalendar copy(FakeCalendars otherServer) {
        EditBook otherBook = book.copy(otherServer);
        FakeCalendar copy = new FakeCalendar(
                otherServer,
                id,
                owner,
                otherBook,
                reader.copy(otherBook.truth(), otherServer.clock()),
                clients.copy(otherBook, otherServer.workClock()));
        copy.name = name;
        copy.zone = zone;
        return copy;
    }

    /** {@return the provider's id of the calendar} */
    public String id() {
        return id;
    }

    /** {@return the name of the account that created it} */
    public String owner() {
        return owner;
    }

    /** {@return what people call it} */
    public String name() {
        return locked(() -> name);
    }

    /** {@return its own zone} */
    public ZoneId zone() {
        return locked(() -> zone);
    }

    /**
     * Sets what people call it.
     *
     * @param name any text
     * @return this calendar
     */
    public FakeCalendar rename(String name) {
        return locked(() -> {
            this.name = name;
            server.describedAnew(id);
            return this;
        });
    }

    /**
     * Sets its own zone.
     *
     * @param zone a zone of the JDK
     * @return this calendar
     */
    public FakeCalendar zone(ZoneId zone) {
        return locked(() -> {
            this.zone = zone;
            return this;
        });
    }

    /**
     * Sets how it is read from now on. Another style refuses the tokens of the one before.
     *
     * @param behaviour for all readers of it
     * @return this calendar
     */
    public FakeCalendar behave(Behaviour behaviour) {
        return locked(() -> {
            reader.behave(behaviour);
            return this;
        });
    }

    /** {@return how it is read} */
    public Behaviour behaviour() {
        return locked(reader::behaviour);
    }

    // Edits

    /**
     * Creates an event; the server chooses its id.
     *
     * @param title one line, empty for none
     * @param time when it takes place; of a series, its first instance
     * @return the event as the server has it now
     */
    public Event create(String title, EventTime time) {
        return create(time, builder -> builder.title(title));
    }

    /**
     * Creates an event; the server chooses its id.
     *
     * @param time when it takes place; of a series, its first instance
     * @param content adds to an event that has only a place and a time
     * @return the event as the server has it now
     */
    public Event create(EventTime time, UnaryOperator<EventBuilder> content) {
        return edit(() -> book.create(time, content));
    }

    /**
     * Creates an event under the id it names, or replaces the one there; stamps are the server's.
     *
     * @param event of this calendar
     * @return the event as the server has it now
     */
    public Event put(Event event) {
        return edit(() -> book.put(event));
    }

    /**
     * Changes an event. A series that becomes a single event loses its overrides, each with a trace.
     *
     * @param eventId an id it holds
     * @param edit turns the event as it is into what it is to be
     * @return the event as the server has it now
     */
    public Event change(String eventId, UnaryOperator<EventBuilder> edit) {
        return edit(() -> book.change(eventId, edit));
    }

    /**
     * Changes a title.
     *
     * @param eventId an id it holds
     * @param title one line, empty for none
     * @return the event as the server has it now
     */
    public Event retitle(String eventId, String title) {
        return change(eventId, event -> event.title(title));
    }

    /**
     * Changes a description.
     *
     * @param eventId an id it holds
     * @param description {@link Text#none()} for none
     * @return the event as the server has it now
     */
    public Event describe(String eventId, Text description) {
        return change(eventId, event -> event.description(description));
    }

    /**
     * Moves an event in time.
     *
     * @param eventId an id it holds
     * @param time when it takes place; of a series, its first instance
     * @return the event as the server has it now
     */
    public Event reschedule(String eventId, EventTime time) {
        return change(eventId, event -> event.time(time));
    }

    /**
     * Lets an attendee answer; nothing changes but the version where nobody has that address.
     *
     * @param eventId an id it holds
     * @param address the attendee's address
     * @param status the answer
     * @return the event as the server has it now
     */
    public Event answer(String eventId, String address, ParticipationStatus status) {
        return change(eventId, event -> Answers.set(event, address, status));
    }

    /**
     * Gives an event a new version and changes nothing.
     *
     * @param eventId an id it holds
     * @return the event as the server has it now
     */
    public Event touch(String eventId) {
        return change(eventId, event -> event);
    }

    /**
     * Makes one instance of a series different: its own event, derived from the series.
     *
     * @param seriesId the id of the series
     * @param instance the original start of the instance
     * @param edit turns the instance as the series has it into what it is to be
     * @return the event as the server has it now
     */
    public Event override(String seriesId, RecurrenceId instance, UnaryOperator<EventBuilder> edit) {
        return edit(() -> book.override(seriesId, instance, edit));
    }

    /**
     * Takes one instance of a series away: a cancelled override.
     *
     * @param seriesId the id of the series
     * @param instance the original start of the instance
     * @return the event as the server has it now
     */
    public Event cancel(String seriesId, RecurrenceId instance) {
        return override(seriesId, instance, event -> event.status(EventStatus.CANCELLED));
    }

    /**
     * Deletes an event; with a series go its overrides, and readers are told of the series only.
     *
     * @param eventId an id it holds
     */
    public void delete(String eventId) {
        edit(() -> book.delete(eventId));
    }

    /** Deletes everything. */
    public void clear() {
        run(() -> book.ids().stream().filter(book::holds).forEach(this::delete));
    }

    /**
     * Moves an event to another calendar of the server, with its id and its overrides.
     *
     * @param other a calendar of the same server
     * @param eventId an id it holds
     */
    public void moveTo(FakeCalendar other, String eventId) {
        run(() -> {
            List<Held> moved = book.family(eventId);
            delete(eventId);
            moved.forEach(each -> other.put(each.event()));
        });
    }

    /**
     * Makes an event one that no reader can map: they get a degraded stub, until {@link #mend}.
     *
     * @param eventId an id it holds
     * @return the event as the server has it now
     */
    public Event spoil(String eventId) {
        return edit(() -> book.spoil(eventId, true));
    }

    /**
     * Makes a spoiled event readable again.
     *
     * @param eventId an id it holds
     * @return the event as the server has it now
     */
    public Event mend(String eventId) {
        return edit(() -> book.spoil(eventId, false));
    }

    // What goes wrong with the server

    /**
     * Makes the server believe it never had some of the events: listings leave them out and {@code fetch} does not find
     * them, though nobody deleted them and no tombstone says so.
     *
     * @param which asked once for each event it holds
     */
    public void forget(Predicate<Event> which) {
        run(() -> {
            reader.forget(which);
            book.note();
        });
    }

    /** Ends {@link #forget}: what was forgotten is listed again and comes in the next round of changes. */
    public void remember() {
        run(() -> book.showAgain(reader.forget(event -> false)));
    }

    /** Refuses every page token given so far. */
    public void losePages() {
        run(() -> reader.tokens().forgetPages());
    }

    /** Refuses every cursor and page token given so far. */
    public void loseCursors() {
        run(() -> reader.tokens().forgetAll());
    }

    // Watches

    /**
     * Sends a notification for every edit from now on; see {@link FakeCalendars#takeNotices}.
     *
     * @param channel names the watch
     * @param secret sent along with each notification
     */
    public void watch(String channel, String secret) {
        server.watches().begin(channel, secret, id);
    }

    /**
     * Ends a watch.
     *
     * @param channel the name it was begun under; ignored where there is none
     */
    public void unwatch(String channel) {
        server.watches().stop(channel);
    }

    // Inspection

    /** {@return what it holds, by event id, each event as {@code fetch} answers it} */
    public Map<String, Event> events() {
        return locked(reader::events);
    }

    /**
     * {@return one event as {@code fetch} answers it}
     *
     * @param eventId any id
     */
    public Optional<Event> event(String eventId) {
        return fetch(eventId);
    }

    /** {@return the number of the last edit, 0 before the first} */
    public long version() {
        return locked(() -> book.truth().version());
    }

    /**
     * {@return the edits after that number, oldest first}
     *
     * @param number 0 for all
     */
    public List<JournalEntry> journalSince(long number) {
        return locked(
                () -> book.truth().since(number).stream().map(Edit::published).toList());
    }

    /** {@return the mails to those who are invited, about what clients did, oldest first} */
    public List<Mail> mails() {
        return locked(clients::mails);
    }

    ChangePage read(Position from) {
        return locked(() -> reader.read(from));
    }

    Optional<Event> fetch(String eventId) {
        return locked(() -> reader.fetch(eventId));
    }

    /**
     * Creates an event as any client may, without a session and without faults.
     *
     * @param creation what, and under which name
     * @return what came of it, see {@link io.calendarsync.spi.provider.WritableSession#create}
     */
    public WriteAnswer create(Creation creation) {
        return byClient(() -> clients.create(id, behaviour().writing(), creation, reader::dress));
    }

    Optional<String> idOf(Creation creation) {
        return ClientDesk.idOf(behaviour().writing(), creation);
    }

    /** Returns the event that bears a mark, as a search for it finds it. */
    Optional<Event> marked(String marker) {
        return locked(() -> reader.events().values().stream()
                .filter(event -> OwnMarker.on(event).equals(marker))
                .findFirst());
    }

    WriteAnswer update(Event base, EventDraft draft, Invitations invitations) {
        return byClient(() -> clients.update(behaviour().writing(), base, draft, invitations, reader::dress));
    }

    WriteAnswer delete(Event base, Invitations invitations) {
        return byClient(() -> clients.delete(behaviour().writing(), base, invitations));
    }

    /** Moves an event for a client; both calendars tell of it. */
    WriteAnswer move(Event base, FakeCalendar target) {
        String eventId = base.ref().eventId();
        return byClient(() -> {
            if (!book.holds(eventId)) {
                return new WriteAnswer.Missing();
            }
            if (target.event(eventId).isPresent()) {
                return new WriteAnswer.Refused(WriteAnswer.Reason.INVALID, "The target has an event of that id");
            }
            moveTo(target, eventId);
            return new WriteAnswer.Written(target.event(eventId).orElseThrow());
        });
    }

    /** Returns an instance of a series, as it was changed or as the series has it. */
    Optional<Event> instance(String seriesId, RecurrenceId at) {
        return locked(() -> {
            String eventId = Instances.id(seriesId, at);
            Optional<Event> changed = fetch(eventId);
            if (changed.isPresent()) {
                return changed.filter(event -> !event.isCancelled());
            }
            return fetch(seriesId)
                    .filter(Event::isSeries)
                    .filter(series -> Instances.has(series, at, zone))
                    .map(series -> series.toBuilder()
                            .ref(new EventRef(series.ref().calendarId(), eventId))
                            .time(Instances.time(series.time(), at))
                            .overrides(seriesId, at)
                            .build());
        });
    }

    private WriteAnswer byClient(Supplier<WriteAnswer> work) {
        return locked(() -> {
            long before = book.truth().version();
            book.lag(reader.behaviour().replicationLag());
            WriteAnswer answer = work.get();
            if (book.truth().version() > before) {
                server.watches().edited(id);
            }
            return answer;
        });
    }

    private Event edit(Supplier<Held> work) {
        return locked(() -> {
            book.lag(reader.behaviour().replicationLag());
            Held edited = work.get();
            server.watches().edited(id);
            return reader.dress(edited);
        });
    }

    private <T> T locked(Supplier<T> work) {
        synchronized (server.lock()) {
            return work.get();
        }
    }

    private void run(Runnable work) {
        synchronized (server.lock()) {
            work.run();
        }
    }
}
