package io.calendarsync.engine.token;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarState;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.ConnectionState;
import io.calendarsync.CursorLost;
import io.calendarsync.engine.record.AdapterFaults;
import io.calendarsync.engine.record.Backoff;
import io.calendarsync.engine.record.CalendarListRecord;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Keeps the list of an account's calendars in step: added, renamed, unshared, deleted. A calendar is only taken for gone
 * when the provider says so, or when two whole lists in a row do not show it, neither of which is empty. Thread-safe.
 */
public final class CalendarLists {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), EVERY);
    private static final int REFUSALS_TO_BELIEVE = 5;
    private static final int MOST_PAGES = 1000;
    private static final int TRIES = 10;

    private final Desk desk;
    private final KnownCalendars known;
    private final LostGrants lost;
    private final Function<ConnectionRecord, ProviderSession> sessions;
    private final InstantSource clock;
    private final RandomGenerator dice;

    CalendarLists(
            Desk desk,
            KnownCalendars known,
            LostGrants lost,
            Function<ConnectionRecord, ProviderSession> sessions,
            InstantSource clock,
            RandomGenerator dice) {
        this.desk = desk;
        this.known = known;
        this.lost = lost;
        this.sessions = sessions;
        this.clock = clock;
        this.dice = dice;
    }

    /** Reads the list of a connection; returns when to read it again, absent where it is not to be. */
    public Optional<Instant> turn(ConnectionId id) {
        Optional<ConnectionRecord> connection = desk.connections()
                .find(id)
                .map(Stored::value)
                .filter(stored -> stored.state() == ConnectionState.ACTIVE);
        if (connection.isEmpty() || desk.lists().find(id).isEmpty()) {
            return Optional.empty();
        }
        try (ProviderSession session = sessions.apply(connection.get())) {
            read(connection.get(), session);
            return Optional.of(clock.instant().plus(EVERY).plusSeconds(dice.nextLong(EVERY.toSeconds() / 4)));
        } catch (RuntimeException | Error e) {
            return failed(id, AdapterFaults.declared(e, connection.get()));
        }
    }

    private Optional<Instant> failed(ConnectionId id, CalendarSyncException fault) {
        Instant now = clock.instant();
        Optional<Stored<CalendarListRecord>> read = desk.lists().find(id);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        CalendarListRecord noted = read.get().value().failed(fault, now);
        Commit commit = desk.records().begin();
        desk.lists().save(commit, id, read.get(), fault instanceof CursorLost ? noted.restarted() : noted);
        commit.run();
        int failures = noted.trouble().failures();
        if (fault instanceof AuthorizationLost && failures >= REFUSALS_TO_BELIEVE) {
            lost.consentChanged(id);
        }
        if (fault instanceof CursorLost && failures == 1) {
            return Optional.of(now);
        }
        return Optional.of(now.plus(BACKOFF.pause(failures, fault, dice)));
    }

    /** Reads the list from where it was read to. */
    void read(ConnectionRecord connection, ProviderSession session) {
        ConnectionId id = connection.id();
        Optional<Stored<CalendarListRecord>> read = desk.lists().find(id);
        if (read.isEmpty()) {
            return;
        }
        CalendarListRecord list = read.get().value();
        Instant now = clock.instant();
        Set<String> shown = new HashSet<>();
        Position at = list.cursor()
                .<Position>map(cursor -> cursor)
                .orElseGet(() -> new Position.Start(new SyncWindow(now, now.plusSeconds(1))));
        for (int page = 0; page < MOST_PAGES && !(page > 0 && at instanceof Position.Cursor); page++) {
            CalendarListPage one = session.calendars(at);
            for (RemoteCalendar calendar : one.calendars()) {
                shown.add(calendar.id());
                each(connection, (commit, stands) -> known.show(commit, stands, calendar, now));
            }
            one.gone().forEach(remote -> gone(connection, Keyspace.calendarId(id, remote), now));
            at = one.next();
        }
        List<String> missing = list.cursor().isPresent() ? List.of() : missing(connection, list, shown, now);
        Optional<Position.Cursor> end =
                missing.isEmpty() && at instanceof Position.Cursor cursor ? Optional.of(cursor) : Optional.empty();
        Commit commit = desk.records().begin();
        desk.lists().save(commit, id, read.get(), list.ended(end, missing, now));
        commit.run();
    }

    /** Returns what a whole list did not show for the first time; what it did not show before either is gone. */
    private List<String> missing(ConnectionRecord connection, CalendarListRecord list, Set<String> shown, Instant now) {
        List<String> missing = new ArrayList<>();
        for (Stored<CalendarRecord> stored : desk.calendars().of(connection.id())) {
            String remote = stored.value().info().remoteId();
            if (shown.contains(remote) || stored.value().state() == CalendarState.GONE) {
                continue;
            }
            if (!shown.isEmpty() && list.missing().contains(remote)) {
                gone(connection, stored.value().info().id(), now);
            } else {
                missing.add(remote);
            }
        }
        return missing;
    }

    private void gone(ConnectionRecord connection, CalendarId id, Instant now) {
        each(
                connection,
                (commit, stands) -> desk.calendars()
                        .find(id)
                        .filter(stored -> !stored.value().isErased())
                        .filter(stored -> stored.value().state() != CalendarState.GONE)
                        .ifPresent(stored -> known.gone(commit, stored, now)));
    }

    /** Makes one change while the connection stands; the pull engine may be writing to the same calendar. */
    private void each(ConnectionRecord connection, BiConsumer<Commit, ConnectionRecord> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Stored<ConnectionRecord>> stands = desk.connections()
                    .find(connection.id())
                    .filter(stored -> stored.value().state() != ConnectionState.DISCONNECTED);
            if (stands.isEmpty()) {
                return;
            }
            Commit commit = desk.records().begin();
            change.accept(commit, stands.get().value());
            if (commit.size() == 0) {
                return;
            }
            desk.connections().check(commit, stands.get());
            if (commit.run()) {
                return;
            }
        }
        throw Transitions.busy();
    }
}
