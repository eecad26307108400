package io.calendarsync.testkit.provider;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.Invitations;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.spi.provider.WriteAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What clients, rather than users, do with one calendar. Guarded by the server's lock. */
final class ClientDesk {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int ID_LENGTH = 40;

    private final EditBook book;
    private final InstantSource clock;
    private final Map<String, Named> named;
    private final Set<String> burnt;
    private final List<Mail> mails;

    /** An event that was created under a name. */
    private record Named(String eventId, Instant at) {}

    ClientDesk(EditBook book, InstantSource clock) {
        this(book, clock, new HashMap<>(), new HashSet<>(), new ArrayList<>());
    }

    private ClientDesk(
            EditBook book, InstantSource clock, Map<String, Named> named, Set<String> burnt, List<Mail> mails) {
        this.book = book;
        this.clock = clock;
        this.named = named;
        this.burnt = burnt;
        this.mails = mails;
    }

    ClientDesk copy(EditBook otherBook, InstantSource otherClock) {
        return new ClientDesk(
                otherBook, otherClock, new HashMap<>(named), new HashSet<>(burnt), new ArrayList<>(mails));
    }

    /** Returns the mails about what clients did, oldest first. */
    List<Mail> mails() {
        return List.copyOf(mails);
    }

    static Optional<String> idOf(Writing writing, Creation creation) {
        return writing == Writing.DERIVED_IDS ? Optional.of(creation.name().substring(0, ID_LENGTH)) : Optional.empty();
    }

    WriteAnswer create(String calendar, Writing writing, Creation creation, Function<Held, Event> dress) {
        EventDraft draft = creation.draft();
        if (draft.time().isEmpty()) {
            throw Refusal.of(400, "An event says when it takes place");
        }
        if (wouldMail(writing, draft, Optional.empty(), creation.invitations())) {
            return wouldMail();
        }
        Optional<String> chosen = idOf(writing, creation);
        Optional<String> known = chosen.isPresent()
                ? chosen.filter(id -> burnt.contains(id) || book.holds(id))
                : remembered(creation.name());
        if (known.isPresent()) {
            return chosen.isEmpty() && book.holds(known.get())
                    ? new WriteAnswer.Exists(
                            Optional.of(dress.apply(book.family(known.get()).get(0))))
                    : new WriteAnswer.Exists();
        }
        String id = chosen.orElseGet(() -> "made" + (book.truth().version() + 1));
        EventRef ref = new EventRef(new CalendarId(calendar), id);
        Event blank = Event.builder(ref, draft.time().get())
                .uid(id + "@fake.example")
                .properties(Map.of(OwnMarker.PROPERTY, creation.marker()))
                .build();
        burnt.add(id);
        named.put(creation.name(), new Named(id, clock.instant()));
        Held made = book.put(Drafted.onto(blank, draft).build());
        mail(creation.invitations(), made.event(), made.event());
        return new WriteAnswer.Written(dress.apply(made));
    }

    private Optional<String> remembered(String name) {
        return Optional.ofNullable(named.get(name))
                .filter(one -> one.at().plus(REMEMBERED).isAfter(clock.instant()))
                .map(Named::eventId);
    }

    WriteAnswer update(
            Writing writing, Event base, EventDraft draft, Invitations invitations, Function<Held, Event> dress) {
        String id = base.ref().eventId();
        if (!book.holds(id)) {
            return ofSeries(base)
                    .<WriteAnswer>map(override -> new WriteAnswer.Written(dress.apply(book.override(
                            override.seriesId(),
                            override.recurrenceId(),
                            event -> Drafted.onto(event.build(), draft)))))
                    .orElseGet(WriteAnswer.Missing::new);
        }
        Event now = book.family(id).get(0).event();
        if (isStale(base, now)) {
            return new WriteAnswer.Stale();
        }
        if (wouldMail(writing, draft, Optional.of(now), invitations)) {
            return wouldMail();
        }
        Held changed = book.change(id, event -> Drafted.onto(event.build(), draft));
        mail(invitations, now, changed.event());
        return new WriteAnswer.Written(dress.apply(changed));
    }

    WriteAnswer delete(Writing writing, Event base, Invitations invitations) {
        String id = base.ref().eventId();
        if (base.shape() instanceof EventShape.Override override && book.holds(override.seriesId())) {
            book.override(override.seriesId(), override.recurrenceId(), event -> event.status(EventStatus.CANCELLED));
            return new WriteAnswer.Missing();
        }
        if (!book.holds(id)) {
            return new WriteAnswer.Missing();
        }
        Event now = book.family(id).get(0).event();
        if (isStale(base, now)) {
            return new WriteAnswer.Stale();
        }
        if (wouldMail(writing, EventDraft.builder().build(), Optional.of(now), invitations)) {
            return wouldMail();
        }
        book.delete(id);
        mail(invitations, now, now);
        return new WriteAnswer.Missing();
    }

    /** Where a server mails whether anybody asked or not, whoever did not ask has been refused before. */
    private void mail(Invitations invitations, Event before, Event after) {
        boolean invited = !before.participants().attendees().isEmpty()
                || !after.participants().attendees().isEmpty();
        if (invited && invitations != Invitations.NONE) {
            mails.add(new Mail(after.ref().eventId(), OwnMarker.on(after)));
        }
    }

    /** An instance nobody has changed is its series'. */
    private Optional<EventShape.Override> ofSeries(Event base) {
        return base.shape() instanceof EventShape.Override override && book.holds(override.seriesId())
                ? Optional.of(override)
                : Optional.empty();
    }

    private static boolean isStale(Event base, Event now) {
        String tag = base.revision().etag();
        return !tag.isEmpty() && !tag.equals(now.revision().etag());
    }

    private static boolean wouldMail(Writing writing, EventDraft draft, Optional<Event> now, Invitations invitations) {
        boolean invited = draft.attendees().filter(all -> !all.isEmpty()).isPresent()
                || now.filter(event -> !event.participants().attendees().isEmpty())
                        .isPresent();
        return writing == Writing.FORGETFUL && invited && invitations != Invitations.ALL;
    }

    private static WriteAnswer wouldMail() {
        return new WriteAnswer.Refused(
                WriteAnswer.Reason.WOULD_MAIL, "The server mails whoever is invited, and nobody asked for that");
    }
}
