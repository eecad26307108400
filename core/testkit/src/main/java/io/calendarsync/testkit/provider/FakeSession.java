package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import io.calendarsync.spi.provider.WatchableSession;
import java.util.Optional;

/** A connection to one account of a fake server. Confined to one thread at a time. */
final class FakeSession implements WatchableSession {

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
