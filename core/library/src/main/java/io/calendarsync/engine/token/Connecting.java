package io.calendarsync.engine.token;

import io.calendarsync.AuditEntry;
import io.calendarsync.ConnectionState;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes down a connection that is new, or is agreed to anew. Thread-safe. */
final class Connecting {

    private static final int TRIES = 10;

    private final Desk desk;
    private final Erasure erasure;
    private final Transitions transitions;
    private final InstantSource clock;

    Connecting(Desk desk, Erasure erasure, Transitions transitions, InstantSource clock) {
        this.desk = desk;
        this.erasure = erasure;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Adds to the commit what opens the connection, and what else comes with it. */
    @FunctionalInterface
    interface Opening {
        void add(Commit commit, Optional<ConnectionRecord> known);
    }

    /**
     * Writes it down.
     *
     * @param wanted as it is to be if it is new
     * @param renew what becomes of one that is known
     * @param opening what opens it
     * @return as it is stored
     * @throws InvalidRequest if the owner is being erased
     */
    ConnectionRecord connect(ConnectionRecord wanted, UnaryOperator<ConnectionRecord> renew, Opening opening) {
        ConnectionId id = wanted.id();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Stored<ConnectionRecord>> known = desk.connections().find(id);
            if (known.isPresent() && known.get().value().state() == ConnectionState.DISCONNECTED) {
                erasure.connection(id);
                continue;
            }
            ConnectionRecord next = known.map(read -> renew.apply(read.value())).orElse(wanted);
            Commit commit = desk.records().begin();
            desk.owners().mustLive(commit, Keyspace.ownerKeyOf(id));
            opening.add(commit, known.map(Stored::value));
            if (known.isPresent()) {
                renew(commit, known.get(), next);
            } else {
                begin(commit, next);
            }
            if (commit.run()) {
                return next;
            }
        }
        if (desk.owners().erasing(Keyspace.ownerKeyOf(id)).isPresent()) {
            throw new InvalidRequest("The owner is being erased: connect again later", FaultSource.unknown());
        }
        throw Transitions.busy();
    }

    private void begin(Commit commit, ConnectionRecord next) {
        Instant now = clock.instant();
        desk.connections().create(commit, next);
        desk.accounts().put(commit, next);
        transitions.tell(commit, next, ConnectionState.DISCONNECTED, "connected", now);
        transitions.audit(
                commit,
                next.id(),
                new AuditEntry(now, "host", "connected", next.id().value(), ""));
    }

    private void renew(Commit commit, Stored<ConnectionRecord> read, ConnectionRecord next) {
        if (next.equals(read.value())) {
            desk.connections().check(commit, read);
            return;
        }
        Instant now = clock.instant();
        desk.connections().save(commit, read, next);
        if (read.value().state() != next.state()) {
            transitions.tell(commit, next, read.value().state(), "connected again", now);
            desk.due().put(commit, Job.wake(next.id().value()), now);
        }
        transitions.audit(
                commit,
                next.id(),
                new AuditEntry(now, "host", "connected again", next.id().value(), ""));
    }
}
