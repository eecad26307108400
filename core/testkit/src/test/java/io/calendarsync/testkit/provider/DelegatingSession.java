package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import io.calendarsync.spi.provider.WatchableSession;
import java.util.Optional;

/** A session as it should be, for others to break one thing of. */
class DelegatingSession implements WatchableSession {

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
    public Optional<Event> fetch(String calendar, String eventId) {
        return whole.fetch(calendar, eventId);
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
