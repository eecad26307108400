package io.calendarsync.examples.feed;

import io.calendarsync.examples.report.Progress;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.util.Optional;
import java.util.Set;

/** A provider that counts what it reads, and shows it on a terminal. Confined to one thread. */
final class Meter implements CalendarProvider {

    private final CalendarProvider metered;
    private final Progress progress;
    private long bytes;
    private long items;

    Meter(CalendarProvider metered, Progress progress) {
        this.metered = metered;
        this.progress = progress;
    }

    /** Returns how many bytes were read so far. */
    long bytes() {
        return bytes;
    }

    private ChangePage count(ChangePage page) {
        bytes += page.notes().bytes();
        items += page.changes().size();
        progress.show(items + " events read");
        return page;
    }

    @Override
    public ProviderId id() {
        return metered.id();
    }

    @Override
    public Set<String> feedSchemes() {
        return metered.feedSchemes();
    }

    @Override
    public Optional<AuthorizationServer> authorization() {
        return metered.authorization();
    }

    @Override
    public Optional<PushDialect> push() {
        return metered.push();
    }

    @Override
    public ProviderSession open(SessionContext context) {
        return new MeteredSession(metered.open(context));
    }

    private final class MeteredSession implements ProviderSession {

        private final ProviderSession session;

        MeteredSession(ProviderSession session) {
            this.session = session;
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
            return count(session.changes(calendar, from));
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
        public void close() {
            session.close();
        }
    }
}
