package io.calendarsync.engine.work;

import io.calendarsync.AuditEntry;
import io.calendarsync.CalendarConnection;
import io.calendarsync.DeadLetter;
import io.calendarsync.DeadLetterId;
import io.calendarsync.Diagnosis;
import io.calendarsync.FaultSource;
import io.calendarsync.Health;
import io.calendarsync.NotFound;
import io.calendarsync.Operations;
import io.calendarsync.Page;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.engine.record.AuditRecords;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.OwnerExport;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Operations over what is stored. Thread-safe. */
public final class StoredOperations implements Operations {

    private final ConnectionRecords connections;
    private final CalendarRecords calendars;
    private final AuditRecords audit;
    private final OwnerExport exports;
    private final ToIntFunction<OwnerId> erase;
    private final Views views;
    private final Letters letters;

    /** How records look to the host. */
    public record Views(
            Function<ConnectionRecord, CalendarConnection> connection,
            Function<CalendarRecord, SyncedCalendar> calendar) {}

    /** What looks after writes that wait for the host. */
    public record Letters(Failed failed, Consumer<DeadLetterId> retry, Consumer<DeadLetterId> drop) {

        /** Finds them. */
        public interface Failed {

            /** Returns a page. */
            Page<DeadLetter> page(Optional<OwnerId> owner, Optional<String> after, int limit);
        }
    }

    /** Creates it. */
    public StoredOperations(
            ConnectionRecords connections,
            CalendarRecords calendars,
            AuditRecords audit,
            OwnerExport exports,
            ToIntFunction<OwnerId> erase,
            Views views,
            Letters letters) {
        this.connections = connections;
        this.calendars = calendars;
        this.audit = audit;
        this.exports = exports;
        this.erase = erase;
        this.views = views;
        this.letters = letters;
    }

    @Override
    public Health health(ConnectionId id) {
        ConnectionRecord connection = connections
                .find(id)
                .map(Stored::value)
                .orElseThrow(() -> new NotFound("There is no connection " + id, FaultSource.unknown()));
        List<SyncedCalendar> all = calendars.of(id).stream()
                .map(stored -> views.calendar().apply(stored.value()))
                .toList();
        return new Health(views.connection().apply(connection), all);
    }

    @Override
    public Diagnosis diagnose(CalendarId id) {
        CalendarRecord calendar = calendars
                .find(id)
                .map(Stored::value)
                .orElseThrow(() -> new NotFound("There is no calendar " + id, FaultSource.unknown()));
        ConnectionRecord connection = connections
                .find(Keyspace.connectionOf(id))
                .map(Stored::value)
                .orElseThrow(() -> new NotFound("There is no connection of calendar " + id, FaultSource.unknown()));
        return new Findings(calendar, connection).diagnosis(views.calendar().apply(calendar));
    }

    @Override
    public List<AuditEntry> audit(OwnerId owner) {
        return audit.of(Keyspace.ownerKey(owner));
    }

    @Override
    public Page<DeadLetter> failed(Optional<OwnerId> owner, Optional<String> after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, is " + limit);
        }
        return letters.failed().page(owner, after, limit);
    }

    @Override
    public void retry(DeadLetterId letter) {
        letters.retry().accept(letter);
    }

    @Override
    public void drop(DeadLetterId letter) {
        letters.drop().accept(letter);
    }

    @Override
    public void export(OwnerId owner, OutputStream to) {
        exports.write(owner, to);
    }

    @Override
    public int erase(OwnerId owner) {
        return erase.applyAsInt(owner);
    }
}
