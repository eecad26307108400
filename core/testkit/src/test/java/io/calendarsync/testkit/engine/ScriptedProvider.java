package io.calendarsync.testkit.engine;

import io.calendarsync.model.Access;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SessionContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A provider of one calendar, at {@code scripted:anything}, whose sessions answer as a test says. */
record ScriptedProvider(Supplier<Function<Position, ChangePage>> sessions) implements CalendarProvider {

    /** Returns hour-long events with ids that begin alike. */
    static List<RemoteChange> events(String prefix, int count) {
        return IntStream.range(0, count)
                .<RemoteChange>mapToObj(i -> new RemoteChange.Present(
                        Event.builder(new EventRef(new CalendarId("only"), prefix + i), Fixture.at(9))
                                .uid(prefix + i)
                                .build()))
                .toList();
    }

    @Override
    public ProviderId id() {
        return new ProviderId("scripted");
    }

    @Override
    public Set<String> feedSchemes() {
        return Set.of("scripted");
    }

    @Override
    public Optional<AuthorizationServer> authorization() {
        return Optional.empty();
    }

    @Override
    public Optional<PushDialect> push() {
        return Optional.empty();
    }

    @Override
    public ProviderSession open(SessionContext context) {
        return new Session(sessions.get());
    }

    private record Session(Function<Position, ChangePage> script) implements ProviderSession {

        @Override
        public Account account() {
            return new Account("scripted", "Scripted");
        }

        @Override
        public CalendarListPage calendars(Position from) {
            RemoteCalendar only = new RemoteCalendar("only", "Only", Optional.empty(), Access.READ, true);
            return new CalendarListPage(List.of(only), new Position.Cursor("all"));
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            return script.apply(from);
        }

        @Override
        public Optional<Event> fetch(String calendar, String eventId) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
