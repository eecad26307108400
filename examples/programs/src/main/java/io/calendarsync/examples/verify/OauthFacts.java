package io.calendarsync.examples.verify;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Grant;
import java.time.Duration;

/** Looks at grants and their renewal. */
final class OauthFacts {

    private static final Duration SHORTEST = Duration.ofMinutes(55);
    private static final Duration LONGEST = Duration.ofMinutes(65);

    private final AuthorizationServer server;
    private final LiveApi api;
    private final Facts facts;

    OauthFacts(AuthorizationServer server, LiveApi api, Facts facts) {
        this.server = server;
        this.api = api;
        this.facts = facts;
    }

    void verify(Grant grant) {
        facts.check(Fact.OFFLINE_REFRESH, grant.refreshToken().isPresent(), "none came");
        boolean hour = grant.life().compareTo(SHORTEST) >= 0 && grant.life().compareTo(LONGEST) <= 0;
        facts.check(Fact.HOUR, hour, grant.life().toString());
        grant.refreshToken().ifPresent(this::refresh);
        try {
            server.refresh("1//verify-live-no-such-token");
            facts.check(Fact.INVALID_GRANT, false, "it was taken");
        } catch (AuthorizationLost expected) {
            facts.check(Fact.INVALID_GRANT, true, "");
        } catch (CalendarSyncException otherwise) {
            facts.check(Fact.INVALID_GRANT, false, otherwise.getClass().getSimpleName());
        }
        Reply stranger = api.withToken("verify-live-no-such-token").get("users/me/calendarList");
        facts.check(Fact.AUTH_ERROR, stranger.is(401, "authError"), stranger);
    }

    private void refresh(String token) {
        try {
            facts.check(Fact.NO_ROTATION, server.refresh(token).refreshToken().isEmpty(), "a new refresh token came");
        } catch (CalendarSyncException e) {
            facts.check(Fact.NO_ROTATION, false, e.getClass().getSimpleName());
        }
    }
}
