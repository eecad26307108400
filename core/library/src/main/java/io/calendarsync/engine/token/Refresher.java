package io.calendarsync.engine.token;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.FaultSource;
import io.calendarsync.Misconfigured;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.Reconnect;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.GrantRecord;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Grant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Keeps access tokens fresh, one renewal at a time across threads and nodes; who is not first takes what the first got.
 * Thread-safe.
 *
 * <p>A renewal is claimed in the credential's own record before anything is sent, and what it brings is committed before
 * it is used. The server's no is only believed in a commit that still finds the token that was sent (H25, H26).
 */
public final class Refresher {

    /** How long a claim holds: more than twice what a call to the server may take. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration JUST_STILL_GOOD = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final int STRIPES = 64;
    private static final int TRIES = 100;

    private final Desk desk;
    private final LostGrants lost;
    private final Function<ConnectionRecord, AuthorizationServer> servers;
    private final InstantSource clock;
    private final OtherNodes others;
    private final ReentrantLock[] stripes =
            IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    /** Creates it. */
    Refresher(
            Desk desk,
            LostGrants lost,
            Function<ConnectionRecord, AuthorizationServer> servers,
            InstantSource clock,
            OtherNodes others) {
        this.desk = desk;
        this.lost = lost;
        this.servers = servers;
        this.clock = clock;
        this.others = others;
    }

    /** Returns a token that is good for some minutes, renewing it where it is not. */
    String current(ConnectionId id) {
        return token(id, grant -> isGoodFor(grant, EARLY), grant -> isGoodFor(grant, JUST_STILL_GOOD));
    }

    /** Returns a token in place of one that was refused. */
    String insteadOf(ConnectionId id, String refused) {
        Predicate<GrantRecord> another =
                grant -> !grant.accessToken().equals(refused) && isGoodFor(grant, JUST_STILL_GOOD);
        return token(id, another, another);
    }

    private boolean isGoodFor(GrantRecord grant, Duration time) {
        return !grant.accessToken().isEmpty()
                && grant.expires().isAfter(clock.instant().plus(time));
    }

    /**
     * Returns a token.
     *
     * @param good whether there is nothing to renew
     * @param usable whether what is there will do if it cannot be renewed for now
     */
    private String token(ConnectionId id, Predicate<GrantRecord> good, Predicate<GrantRecord> usable) {
        ReentrantLock stripe = stripes[Math.floorMod(id.hashCode(), STRIPES)];
        stripe.lock();
        try {
            OtherNodes.Waiting waiting = others.begin();
            for (int attempt = 0; attempt < TRIES || waiting.mayGoOn(); attempt++) {
                Stored<GrantRecord> read = find(id);
                GrantRecord grant = read.value();
                if (good.test(grant) && !grant.standing().lost()) {
                    return grant.accessToken();
                }
                if (grant.standing().lost()) {
                    throw over(id);
                }
                if (isClaimed(grant)) {
                    if (usable.test(grant)) {
                        return grant.accessToken();
                    }
                    if (!waiting.pause()) {
                        break;
                    }
                    continue;
                }
                Optional<String> token = renew(id, read, usable);
                if (token.isPresent()) {
                    return token.get();
                }
            }
            throw new ProviderUnavailable(
                    "Another node is renewing the grant: try again in a moment",
                    source(id).retryAfter(LOOK_AGAIN));
        } finally {
            stripe.unlock();
        }
    }

    private boolean isClaimed(GrantRecord grant) {
        Instant now = clock.instant();
        Instant until = grant.standing().until();
        // One that stands further ahead than any is put was put by a clock that was wrong (H24).
        return !grant.standing().claim().isEmpty() && until.isAfter(now) && !until.isAfter(now.plus(LEASE));
    }

    /** Returns the token a renewal brought; empty where another was quicker, which is then looked at. */
    private Optional<String> renew(ConnectionId id, Stored<GrantRecord> read, Predicate<GrantRecord> usable) {
        // Nothing that takes time stands between the last look at the clock and what is sent.
        AuthorizationServer server = server(id);
        OtherNodes.Stopwatch since = others.stopwatch();
        String claim = Long.toString(desk.records().fresh(), 36);
        Commit commit = desk.records().begin();
        GrantRecord claimed = read.value()
                .standing(read.value().standing().claimed(claim, clock.instant().plus(LEASE)));
        Stored<GrantRecord> held = desk.credentials().save(commit, id, read, claimed);
        if (!commit.run()) {
            return Optional.empty();
        }
        Renewal renewal = new Renewal(desk, lost, id, held);
        // Who was held up this long may not be alone any more when the token reaches the server.
        if (since.hasPassed(LEASE.dividedBy(2))) {
            renewal.giveUp(held.value().standing().doubt());
            return Optional.empty();
        }
        Instant asked = clock.instant();
        Grant grant;
        try {
            grant = ask(server, held.value());
        } catch (AuthorizationLost e) {
            return renewal.refused(e);
        } catch (Misconfigured | RateLimited e) {
            renewal.giveUp(held.value().standing().doubt());
            throw e;
        } catch (RuntimeException | Error e) {
            renewal.giveUp(true);
            if (usable.test(read.value()) && e instanceof ProviderUnavailable) {
                return Optional.of(read.value().accessToken());
            }
            throw e;
        }
        return renewal.keep(grant, asked);
    }

    private AuthorizationServer server(ConnectionId id) {
        return desk.connections()
                .find(id)
                .map(Stored::value)
                .map(servers)
                .orElseThrow(() -> new Misconfigured("The connection is not there any more", source(id)));
    }

    private static Grant ask(AuthorizationServer server, GrantRecord grant) {
        return grant.subject().isEmpty()
                ? server.refresh(grant.refreshToken())
                : server.delegate(grant.subject(), grant.access());
    }

    private Stored<GrantRecord> find(ConnectionId id) {
        return desk.credentials()
                .grant(id)
                .orElseThrow(() -> new Misconfigured(
                        "The credential of this connection is not stored: connect again", source(id)));
    }

    private AuthorizationLost over(ConnectionId id) {
        return new AuthorizationLost("The grant is over: ask its user to connect again", source(id));
    }

    private static FaultSource source(ConnectionId id) {
        return FaultSource.unknown().connection(id.value());
    }

    /** Returns why the grant is lost, as far as what happened before tells. */
    static Reconnect why(GrantRecord grant) {
        return grant.standing().doubt() ? Reconnect.ROTATION_LOST : Reconnect.GRANT_LOST;
    }
}
