package io.calendarsync.examples.google;

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
import java.util.function.LongConsumer;

/** A session that counts the bytes of what it reads. Confined to one thread at a time. */
record MeteredSession(WatchableSession session, LongConsumer meter) implements WatchableSession {

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
    public void close() {
        session.close();
    }
}
