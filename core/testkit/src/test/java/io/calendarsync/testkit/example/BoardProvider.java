package io.calendarsync.testkit.example;

import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.util.Optional;
import java.util.Set;

/** Reads notice boards, addressed as {@code board:KEY}. */
final class BoardProvider implements CalendarProvider {

    private final NoticeBoard board;
    private final int pageSize;

    BoardProvider(NoticeBoard board, int pageSize) {
        this.board = board;
        this.pageSize = pageSize;
    }

    @Override
    public ProviderId id() {
        return new ProviderId("board");
    }

    @Override
    public Set<String> feedSchemes() {
        return Set.of("board");
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
        FaultSource source =
                FaultSource.of("board").connection(context.connection().value());
        if (context.credential() instanceof Credential.Feed feed
                && "board".equals(feed.address().getScheme())) {
            return new BoardSession(board, feed.address().getSchemeSpecificPart(), pageSize, source);
        }
        throw new InvalidRequest("a board is opened by an address of the form board:KEY", source);
    }
}
