package io.calendarsync.testkit.example;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.testkit.provider.ProviderUnderTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** The board and its adapter, as the contract drives them. It has no cursors to lose and sends no notifications. */
final class BoardStandIn implements ProviderUnderTest {

    private static final String KEY = "k3y-to-the-board";

    private final NoticeBoard board = new NoticeBoard(KEY);
    private final BoardProvider provider;

    BoardStandIn(int pageSize) {
        this.provider = new BoardProvider(board, pageSize);
    }

    @Override
    public CalendarProvider provider() {
        return provider;
    }

    @Override
    public SessionContext context() {
        return new SessionContext(
                new ConnectionId("connection-1"),
                new Credential.Feed(URI.create("board:" + KEY), ZoneOffset.UTC),
                InstantSource.fixed(Instant.parse("2026-03-01T08:00:00Z")));
    }

    @Override
    public String calendar() {
        return BoardSession.CALENDAR;
    }

    @Override
    public Set<String> secrets() {
        return Set.of(KEY);
    }

    @Override
    public String put(Event event) {
        board.pin(NoteMapper.note(event));
        return event.ref().eventId();
    }

    @Override
    public void remove(String eventId) {
        board.unpin(eventId);
    }

    @Override
    public void failNext(int status, Optional<Duration> retryAfter) {
        board.refuseNext(status, retryAfter);
    }

    @Override
    public long requests() {
        return board.requests();
    }

    @Override
    public void close() {}
}
