package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import io.calendarsync.spi.provider.WatchableSession;
import io.calendarsync.spi.provider.WritableSession;
import io.calendarsync.spi.provider.WriteAnswer;
import java.util.Optional;

/** A connection to one account of a fake server, which reads, watches and writes. Confined to one thread at a time. */
final class FakeSession implements WatchableSession, WritableSession {

    private final Door door;
    private final FakeRequests requests;
    private boolean closed;

    FakeSession(Door door, FakeRequests requests) {
        this.door = door;
        this.requests = requests;
    }

    @Override
    public Account account() {
        requireOpen();
        return requests.send(
                ProviderCall.Kind.ACCOUNT, "", "", () -> door.enter().describe());
    }

    @Override
    public CalendarListPage calendars(Position from) {
        requireOpen();
        return requests.send(
                ProviderCall.Kind.CALENDARS, "", "", () -> door.enter().list(from));
    }

    @Override
    public ChangePage changes(String calendar, Position from) {
        requireOpen();
        return requests.send(
                ProviderCall.Kind.CHANGES,
                calendar,
                "",
                () -> door.enter().open(calendar).read(from));
    }

    @Override
    public Optional<Event> fetch(String calendar, String eventId) {
        requireOpen();
        return requests.send(
                ProviderCall.Kind.FETCH,
                calendar,
                eventId,
                () -> door.enter().open(calendar).fetch(eventId));
    }

    @Override
    public WatchAnswer watch(WatchRequest request) {
        requireOpen();
        String watched = request.calendar().orElse("");
        return requests.send(ProviderCall.Kind.WATCH, watched, "", () -> {
            FakeAccount account = door.enter();
            request.calendar().ifPresent(account::open);
            return requests.server().watches().watch(watched, request);
        });
    }

    @Override
    public WatchAnswer extend(WatchRequest request, WatchChannel channel) {
        requireOpen();
        String watched = request.calendar().orElse("");
        return requests.send(ProviderCall.Kind.WATCH, watched, "", () -> {
            door.enter();
            return requests.server().watches().extend(request, channel);
        });
    }

    @Override
    public void stop(WatchChannel channel) {
        requireOpen();
        requests.send(ProviderCall.Kind.STOP, "", "", () -> {
            door.enter();
            requests.server().watches().stop(channel.id());
            return true;
        });
    }

    /** What a server forgets the adapter looks for: it may have been created long ago. */
    @Override
    public WriteAnswer create(String calendar, Creation creation) {
        requireOpen();
        Optional<String> derived = requests.server().idIn(calendar, creation);
        if (creation.mayExist() && derived.isEmpty()) {
            Optional<Event> found = requests.send(
                    ProviderCall.Kind.FETCH,
                    calendar,
                    "",
                    () -> door.enter().open(calendar).marked(creation.marker()));
            if (found.isPresent()) {
                return new WriteAnswer.Exists(found);
            }
        }
        WriteAnswer answer = requests.write(
                ProviderCall.Kind.CREATE,
                calendar,
                "",
                account -> account.openToWrite(calendar).create(creation));
        return answer instanceof WriteAnswer.Exists exists
                        && exists.event().isEmpty()
                        && idOf(creation).isEmpty()
                ? new WriteAnswer.Exists(derived.flatMap(id -> fetch(calendar, id)))
                : answer;
    }

    /** One account may have calendars that derive ids and others that do not: then only answers tell. */
    @Override
    public Optional<String> idOf(Creation creation) {
        return requests.server().derivesIds(door.account())
                ? ClientDesk.idOf(Writing.DERIVED_IDS, creation)
                : Optional.empty();
    }

    @Override
    public WriteAnswer update(String calendar, Event base, EventDraft draft, Invitations invitations) {
        requireOpen();
        return requests.write(
                ProviderCall.Kind.UPDATE,
                calendar,
                base.ref().eventId(),
                account -> account.openToWrite(calendar).update(base, draft, invitations));
    }

    @Override
    public WriteAnswer delete(String calendar, Event base, Invitations invitations) {
        requireOpen();
        return requests.write(
                ProviderCall.Kind.DELETE,
                calendar,
                base.ref().eventId(),
                account -> account.openToWrite(calendar).delete(base, invitations));
    }

    @Override
    public WriteAnswer move(String calendar, Event base, String target, Invitations invitations) {
        requireOpen();
        return requests.write(
                ProviderCall.Kind.MOVE,
                calendar,
                base.ref().eventId(),
                account -> account.openToWrite(calendar).move(base, account.openToWrite(target)));
    }

    @Override
    public Optional<Event> instance(String calendar, String seriesId, RecurrenceId at) {
        requireOpen();
        return requests.send(
                ProviderCall.Kind.INSTANCE,
                calendar,
                seriesId,
                () -> door.enter().open(calendar).instance(seriesId, at));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            requests.send(ProviderCall.Kind.CLOSE, "", "", () -> closed);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
    }
}
