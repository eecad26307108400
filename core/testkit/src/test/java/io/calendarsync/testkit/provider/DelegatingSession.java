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
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import io.calendarsync.spi.provider.WatchableSession;
import io.calendarsync.spi.provider.WritableSession;
import io.calendarsync.spi.provider.WriteAnswer;
import java.util.Optional;

/** A session as it should be, for others to break one thing of. */
class DelegatingSession implements WatchableSession, WritableSession {

    final ProviderSession whole;

    DelegatingSession(ProviderSession whole) {
        this.whole = whole;
    }

    @Override
    public Account account() {
        return whole.account();
    }

    @Override
    public CalendarListPage calendars(Position from) {
        return whole.calendars(from);
    }

    @Override
    public ChangePage changes(String calendar, Position from) {
        return whole.changes(calendar, from);
    }

    @Override
    public void ahead(String calendar, Position next) {
        whole.ahead(calendar, next);
    }

    @Override
    public Optional<Event> fetch(String calendar, String eventId) {
        return whole.fetch(calendar, eventId);
    }

    private WritableSession writable() {
        return (WritableSession) whole;
    }

    @Override
    public WriteAnswer create(String calendar, Creation creation) {
        return writable().create(calendar, creation);
    }

    @Override
    public Optional<String> idOf(Creation creation) {
        return writable().idOf(creation);
    }

    @Override
    public WriteAnswer update(String calendar, Event base, EventDraft draft, Invitations invitations) {
        return writable().update(calendar, base, draft, invitations);
    }

    @Override
    public WriteAnswer delete(String calendar, Event base, Invitations invitations) {
        return writable().delete(calendar, base, invitations);
    }

    @Override
    public WriteAnswer move(String calendar, Event base, String target, Invitations invitations) {
        return writable().move(calendar, base, target, invitations);
    }

    @Override
    public Optional<Event> instance(String calendar, String seriesId, RecurrenceId at) {
        return writable().instance(calendar, seriesId, at);
    }

    @Override
    public WatchAnswer watch(WatchRequest request) {
        return ((WatchableSession) whole).watch(request);
    }

    @Override
    public WatchAnswer extend(WatchRequest request, WatchChannel channel) {
        return ((WatchableSession) whole).extend(request, channel);
    }

    @Override
    public void stop(WatchChannel channel) {
        ((WatchableSession) whole).stop(channel);
    }

    @Override
    public void close() {
        whole.close();
    }
}
