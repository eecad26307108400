package io.calendarsync.examples.google;

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
import java.util.function.LongConsumer;

/** A session that counts the bytes of what it reads. Confined to one thread at a time. */
record MeteredSession(WatchableSession session, WritableSession writing, LongConsumer meter)
        implements WatchableSession, WritableSession {

    /** Meters a session of Google's, which can be watched and written through. */
    static MeteredSession of(ProviderSession google, LongConsumer meter) {
        return new MeteredSession((WatchableSession) google, (WritableSession) google, meter);
    }

    @Override
    public Account account() {
        return session.account();
    }

    @Override
    public CalendarListPage calendars(Position from) {
        return session.calendars(from);
    }

    @Override
    public ChangePage changes(String calendar, Position from) {
        ChangePage page = session.changes(calendar, from);
        meter.accept(page.notes().bytes());
        return page;
    }

    @Override
    public void ahead(String calendar, Position next) {
        session.ahead(calendar, next);
    }

    @Override
    public Optional<Event> fetch(String calendar, String eventId) {
        return session.fetch(calendar, eventId);
    }

    @Override
    public WatchAnswer watch(WatchRequest request) {
        return session.watch(request);
    }

    @Override
    public WatchAnswer extend(WatchRequest request, WatchChannel channel) {
        return session.extend(request, channel);
    }

    @Override
    public void stop(WatchChannel channel) {
        session.stop(channel);
    }

    @Override
    public WriteAnswer create(String calendar, Creation creation) {
        return writing.create(calendar, creation);
    }

    @Override
    public Optional<String> idOf(Creation creation) {
        return writing.idOf(creation);
    }

    @Override
    public WriteAnswer update(String calendar, Event base, EventDraft draft, Invitations invitations) {
        return writing.update(calendar, base, draft, invitations);
    }

    @Override
    public WriteAnswer delete(String calendar, Event base, Invitations invitations) {
        return writing.delete(calendar, base, invitations);
    }

    @Override
    public WriteAnswer move(String calendar, Event base, String target, Invitations invitations) {
        return writing.move(calendar, base, target, invitations);
    }

    @Override
    public Optional<Event> instance(String calendar, String seriesId, RecurrenceId at) {
        return writing.instance(calendar, seriesId, at);
    }

    @Override
    public void close() {
        session.close();
    }
}
