package io.calendarsync.engine.token;

import io.calendarsync.AuditEntry;
import io.calendarsync.ConnectionState;
import io.calendarsync.Reconnect;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.GrantRecord;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Writes down that only the user can bring a connection back, once, and tells. Thread-safe. */
public final class LostGrants {

    private static final int TRIES = 10;

    private final Desk desk;
    private final Transitions transitions;
    private final InstantSource clock;

    LostGrants(Desk desk, Transitions transitions, InstantSource clock) {
        this.desk = desk;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Marks a grant as refused for good; returns whether it was still the one that was read. */
    boolean markLost(ConnectionId id, Stored<GrantRecord> read, Reconnect why) {
        Commit commit = desk.records().begin();
        desk.credentials().save(commit, id, read, read.value().lost());
        desk.connections().find(id).ifPresent(connection -> require(commit, connection, why));
        return commit.run();
    }

    /** Asks the user, for a connection whose fresh tokens are refused all the same; does nothing for a feed. */
    public void consentChanged(ConnectionId id) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Stored<ConnectionRecord>> connection = desk.connections().find(id);
            Optional<Stored<GrantRecord>> grant = desk.credentials().grant(id);
            if (connection.isEmpty()
                    || grant.isEmpty()
                    || connection.get().value().state() != ConnectionState.ACTIVE) {
                return;
            }
            Commit commit = desk.records().begin();
            // Who connects again at this moment gives another grant, and is not to be asked once more.
            desk.credentials().save(commit, id, grant.get(), grant.get().value().lost());
            require(commit, connection.get(), Reconnect.CONSENT_CHANGED);
            if (commit.run()) {
                return;
            }
        }
    }

    private void require(Commit commit, Stored<ConnectionRecord> read, Reconnect why) {
        ConnectionState before = read.value().state();
        if (before != ConnectionState.ACTIVE) {
            desk.connections().check(commit, read);
            return;
        }
        Instant now = clock.instant();
        ConnectionRecord next = read.value().lost(why);
        desk.connections().save(commit, read, next);
        transitions.tell(commit, next, before, sentence(why), now);
        transitions.audit(
                commit,
                next.id(),
                new AuditEntry(now, "library", "lost", next.id().value(), why.name()));
    }

    private static String sentence(Reconnect why) {
        return switch (why) {
            case GRANT_LOST ->
                "The provider does not accept the grant any more: it was taken back, expired or ended by a policy";
            case CONSENT_CHANGED -> "The provider refuses fresh tokens: what was consented to has changed";
            case ACCOUNT_DISABLED -> "The account is closed or suspended";
            case ROTATION_LOST -> "A new refresh token was lost on its way, and the old one is used up";
        };
    }
}
