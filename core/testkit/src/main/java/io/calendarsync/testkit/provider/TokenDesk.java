package io.calendarsync.testkit.provider;

import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Issues a calendar's tokens and refuses those it does not know any more. Guarded by the server's lock. */
final class TokenDesk {

    private final InstantSource clock;
    private long issued;
    private long cursorGeneration;
    private long pageGeneration;

    TokenDesk(InstantSource clock) {
        this.clock = clock;
    }

    TokenDesk copy(InstantSource otherClock) {
        TokenDesk copy = new TokenDesk(otherClock);
        copy.issued = issued;
        copy.cursorGeneration = cursorGeneration;
        copy.pageGeneration = pageGeneration;
        return copy;
    }

    void forgetPages() {
        pageGeneration++;
    }

    void forgetAll() {
        cursorGeneration++;
        pageGeneration++;
    }

    Position.Cursor cursor(Behaviour.Style style, long upTo, Optional<SyncWindow> window) {
        return new Position.Cursor(new Token(style, stamp(cursorGeneration), upTo, 0, Optional.empty(), window).text());
    }

    Position.NextPage page(Behaviour.Style style, Position base, long upTo, long ordinal, Optional<SortKey> last) {
        return new Position.NextPage(
                base, new Token(style, stamp(pageGeneration), upTo, ordinal, last, Optional.empty()).text());
    }

    Token openCursor(Position.Cursor cursor, Behaviour behaviour) {
        Token token = Token.parse(cursor.token());
        require(token, cursorGeneration, behaviour.tokens().cursor(), behaviour, "The cursor is not known any more");
        return token;
    }

    Token openPage(Position.NextPage page, Behaviour behaviour) {
        Token token = Token.parse(page.token());
        require(token, pageGeneration, behaviour.tokens().page(), behaviour, "The page token is not known any more");
        return token;
    }

    private Token.Stamp stamp(long generation) {
        return new Token.Stamp(generation, ++issued, clock.instant());
    }

    private void require(Token token, long generation, Duration life, Behaviour behaviour, String reason) {
        Token.Stamp stamp = token.stamp();
        Instant now = clock.instant();
        boolean known = token.style() == behaviour.style()
                && stamp.generation() == generation
                && stamp.serial() > issued - behaviour.tokens().kept()
                && Duration.between(stamp.issued(), now).compareTo(life) <= 0;
        if (!known) {
            throw Refusal.of(410, reason);
        }
    }
}
