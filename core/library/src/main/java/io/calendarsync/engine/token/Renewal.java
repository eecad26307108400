package io.calendarsync.engine.token;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.GrantRecord;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.Grant;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what came of one renewal. What is stored may have moved meanwhile: a key was exchanged, the user connected
 * again, another node took over. It is written over only while it is renewed with the token that was sent. Confined.
 */
final class Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final int TRIES = 10;

    private final Desk desk;
    private final LostGrants lost;
    private final ConnectionId id;
    private final Stored<GrantRecord> sent;

    Renewal(Desk desk, LostGrants lost, ConnectionId id, Stored<GrantRecord> sent) {
        this.desk = desk;
        this.lost = lost;
        this.id = id;
        this.sent = sent;
    }

    /** Keeps what the server gave; returns the token to use, empty where another grant has taken this one's place. */
    Optional<String> keep(Grant grant, Instant asked) {
        GrantRecord next = sent.value().renewed(grant, asked);
        Optional<Stored<GrantRecord>> stored = Optional.of(sent);
        RuntimeException unknown = null;
        for (int attempt = 0; attempt < TRIES && stored.isPresent(); attempt++) {
            try {
                Commit commit = desk.records().begin();
                desk.credentials().save(commit, id, stored.get(), next);
                if (commit.run()) {
                    return Optional.of(next.accessToken());
                }
                stored = desk.credentials().grant(id);
                if (stored.filter(now -> now.value().equals(next)).isPresent()) {
                    return Optional.of(next.accessToken());
                }
                stored = stored.filter(now -> now.value().isRenewedLike(sent.value()));
            } catch (RuntimeException e) {
                // Whether it is stored is not known: the next look tells. Without it the token must not be used.
                unknown = e;
            }
        }
        if (unknown != null && stored.isPresent()) {
            throw unknown;
        }
        return Optional.empty();
    }

    /**
     * Believes the server's no if the token it was sent is still the one that counts, and nobody else has sent it since:
     * whoever has may hold its successor already.
     */
    Optional<String> refused(AuthorizationLost fault) {
        Optional<Stored<GrantRecord>> stored = Optional.of(sent);
        for (int attempt = 0; attempt < TRIES && stored.isPresent(); attempt++) {
            if (lost.markLost(id, stored.get(), Refresher.why(sent.value()))) {
                throw fault;
            }
            stored = desk.credentials().grant(id).filter(this::isStillOurs);
        }
        return Optional.empty();
    }

    private boolean isStillOurs(Stored<GrantRecord> now) {
        String claim = now.value().standing().claim();
        return now.value().isRenewedLike(sent.value())
                && claim.equals(sent.value().standing().claim());
    }

    /** Lets others have a try. */
    void giveUp(boolean inDoubt) {
        try {
            Commit commit = desk.records().begin();
            desk.credentials()
                    .save(
                            commit,
                            id,
                            sent,
                            sent.value().standing(sent.value().standing().released(inDoubt)));
            commit.run();
        } catch (RuntimeException e) {
            // The claim runs out by itself, and whoever takes it over is in doubt anyway.
            LOG.debug("claim not given back connection={}", id, e);
        }
    }
}
