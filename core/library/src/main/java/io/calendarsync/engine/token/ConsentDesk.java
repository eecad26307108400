package io.calendarsync.engine.token;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.ConnectRequest;
import io.calendarsync.ConnectResult;
import io.calendarsync.ConnectionState;
import io.calendarsync.Declined;
import io.calendarsync.Declined.Why;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.ConsentRecords.Asked;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Grant;
import io.calendarsync.spi.provider.ProviderId;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks users for consent and takes their answers: good once, for ten minutes, and for whoever began (RFC 6749 sections
 * 4.1 and 10.12, H27). Thread-safe.
 */
final class ConsentDesk {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int LONGEST_WORD = 60;

    private final Desk desk;
    private final GrantConnecting grants;
    private final Function<ProviderId, AuthorizationServer> servers;
    private final InstantSource clock;

    ConsentDesk(
            Desk desk, GrantConnecting grants, Function<ProviderId, AuthorizationServer> servers, InstantSource clock) {
        this.desk = desk;
        this.grants = grants;
        this.servers = servers;
        this.clock = clock;
    }

    URI begin(ConnectRequest request) {
        AuthorizationServer server = servers.apply(request.provider());
        String hint = request.reconnect()
                .map(id -> toBringBack(request))
                .map(connection -> connection.account().label())
                .orElse(request.account());
        Instant until = clock.instant().plus(LIFE);
        Asked asked = new Asked(request, random(), until);
        String state = random();
        Commit commit = desk.records().begin();
        desk.owners().mustLive(commit, Keyspace.ownerKey(request.owner()));
        String name = desk.consents().put(commit, state, asked);
        desk.due().put(commit, Job.consent(name), until);
        if (!commit.run()) {
            throw new InvalidRequest("The owner is being erased: connect again later", FaultSource.unknown());
        }
        return server.consentPage(consent(asked, state, hint));
    }

    private ConnectionRecord toBringBack(ConnectRequest request) {
        return request.reconnect()
                .flatMap(id -> desk.connections().find(id))
                .map(Stored::value)
                .filter(known -> known.owner().equals(request.owner()))
                .filter(known -> known.provider().equals(request.provider()))
                .filter(known -> known.state() != ConnectionState.DISCONNECTED)
                .filter(known -> known.terms().detail() == request.terms().detail())
                .orElseThrow(() -> new InvalidRequest(
                        "The owner has no such connection with this provider and detail: connect anew",
                        FaultSource.of(request.provider().value())));
    }

    ConnectResult complete(OwnerId signedIn, Map<String, String> query) {
        String state = query.getOrDefault("state", "");
        Optional<Asked> taken =
                state.isEmpty() ? Optional.empty() : desk.consents().take(state);
        if (taken.isEmpty() || !clock.instant().isBefore(taken.get().until())) {
            return new Declined(Why.STATE_UNKNOWN_OR_USED, "The state is unknown, used or too old");
        }
        Asked asked = taken.get();
        if (!asked.request().owner().equals(signedIn)) {
            return new Declined(Why.OTHER_OWNER, "Who is signed in is not who began");
        }
        String error = query.getOrDefault("error", "");
        if (error.equals("access_denied")) {
            return new Declined(Why.USER_REFUSED, "The user did not consent");
        }
        String code = query.getOrDefault("code", "");
        if (!error.isEmpty() || code.isEmpty()) {
            return new Declined(
                    Why.PROVIDER_REFUSED,
                    error.isEmpty() ? "The redirect brought no code" : "The provider answered with " + word(error));
        }
        return exchange(asked, state, code);
    }

    private ConnectResult exchange(Asked asked, String state, String code) {
        ConnectRequest request = asked.request();
        Instant at = clock.instant();
        Grant grant;
        try {
            grant = servers.apply(request.provider()).exchange(consent(asked, state, request.account()), code);
        } catch (AuthorizationLost e) {
            return new Declined(Why.PROVIDER_REFUSED, "The provider does not accept the code");
        }
        if (grant.access()
                .filter(given -> given.covers(request.terms().access()))
                .isEmpty()) {
            return new Declined(
                    Why.SCOPE_MISSING,
                    "Asked for " + request.terms().access() + ", granted "
                            + grant.access().map(Enum::name).orElse("nothing of use"));
        }
        return grants.consented(request, grant, at);
    }

    private static Consent consent(Asked asked, String state, String hint) {
        ConnectRequest request = asked.request();
        return new Consent(
                request.redirect(), state, asked.verifier(), request.terms().access(), hint);
    }

    /** Error codes are words of RFC 6749 section 4.1.2.1; what is none comes from whoever made the link. */
    private static String word(String error) {
        return error.length() <= LONGEST_WORD && error.matches("[A-Za-z0-9_.-]+") ? error : "an unreadable error";
    }

    /** Returns 252 random bits, which makes a verifier of 43 characters as RFC 7636 section 4.1 wants it. */
    private String random() {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        while (bytes.hasRemaining()) {
            bytes.putLong(desk.records().fresh() << 1 ^ desk.records().fresh());
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
