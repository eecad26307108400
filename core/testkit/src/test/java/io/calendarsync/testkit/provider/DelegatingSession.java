package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import java.util.Optional;

/** A session as it should be, for others to break one thing of. */
class DelegatingSession implements ProviderSession {

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
    public void close() {
        whole.close();
    }
}
