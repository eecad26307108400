package io.calendarsync.examples.google;

import io.calendarsync.CalendarConnection;
import io.calendarsync.CalendarSync;
import io.calendarsync.CalendarSyncBuilder;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.Delivery;
import io.calendarsync.EventChange;
import io.calendarsync.Restarted;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncObserver;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.Use;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.state.StateFolder;
import io.calendarsync.google.GoogleProvider;
import io.calendarsync.model.OwnerId;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.store.jdbc.JdbcSyncStore;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts of a folder: the library over the folder's table, with one durable subscriber. */
final class Accounts implements AutoCloseable {

    static final OwnerId OWNER = new OwnerId("user");
    static final ProviderId GOOGLE = new ProviderId("google");

    private static final String SUBSCRIBER = "command-line";
    private static final String TABLE = "google";

    /** Nobody else can have the state, so a lease only has to outlast this run. */
    private static final Duration LEASE = Duration.ofHours(1);

    private static final int JOBS_AT_ONCE = 100;

    private final StateFolder folder;
    private final Optional<GoogleSandbox> embedded;
    private final Server server;
    private final Telling telling;
    private final CalendarSync sync;
    private final CalendarNames names;
    private volatile @Nullable Throwable fault;
    private volatile @Nullable IOError unheard;

    private Accounts(
            StateFolder folder,
            Server named,
            Optional<GoogleSandbox> embedded,
            Telling telling,
            Optional<URI> publicUrl) {
        this.folder = folder;
        this.embedded = embedded;
        this.server = embedded.map(Server::of).orElse(named);
        this.telling = telling;
        JdbcSyncStore store = folder.store(TABLE);
        store.createSchema();
        GoogleProvider google = (server.isEmbedded() ? Servers.nobody() : server).provider();
        CalendarSyncBuilder builder = CalendarSync.builder()
                .store(store)
                .cipher(folder.cipher())
                .provider(new Metered(google, telling::read))
                .subscriber(Subscriber.named(SUBSCRIBER, this::hand))
                .observer(new FaultKeeper())
                .lease(LEASE)
                .soleNode();
        publicUrl.ifPresent(builder::publicUrl);
        this.sync = builder.build();
        this.names = new CalendarNames(sync.connections());
    }

    /** Opens accounts that need not be there yet. */
    static Accounts open(StateFolder folder, Server named, Telling telling) {
        return open(folder, named, telling, Optional.empty());
    }

    /** Opens accounts; who has one at a sandbox within this process consents there again. */
    static Accounts open(StateFolder folder, Server named, Telling telling, Optional<URI> publicUrl) {
        Optional<GoogleSandbox> embedded = named.isEmbedded() ? Optional.of(EmbeddedSandbox.start()) : Optional.empty();
        try {
            Accounts accounts = new Accounts(folder, named, embedded, telling, publicUrl);
            embedded.ifPresent(sandbox -> EmbeddedSandbox.consentAgain(accounts.sync.connections()));
            return accounts;
        } catch (RuntimeException e) {
            embedded.ifPresent(GoogleSandbox::close);
            throw e;
        }
    }

    /** Opens accounts to be looked at: no remote call can be made. */
    static Accounts look(StateFolder folder, Telling telling) {
        return new Accounts(folder, Server.EMBEDDED, Optional.empty(), telling, Optional.empty());
    }

    CalendarSync sync() {
        return sync;
    }

    Server server() {
        return server;
    }

    /** Notes where the accounts are, for commands that are not told. */
    void remember() {
        new KeptServer(folder).keep(embedded.isPresent() ? Server.EMBEDDED : server);
    }

    /** Returns where a sandbox within this process takes orders. */
    Optional<URI> control() {
        return embedded.map(sandbox -> sandbox.rootUrl().resolve("sandbox"));
    }

    List<CalendarConnection> connections() {
        return sync.connections().list(OWNER);
    }

    List<SyncedCalendar> calendars() {
        return connections().stream()
                .flatMap(connection -> sync.connections().calendars(connection.id()).stream())
                .toList();
    }

    /** Returns what to call a calendar: the account and its own name. */
    String name(SyncedCalendar calendar) {
        return names.of(calendar);
    }

    /** Returns whether a calendar is one that is kept in step. */
    static boolean isSynced(SyncedCalendar calendar) {
        return calendar.uses().contains(Use.SYNC);
    }

    /**
     * Runs what is due and hands over all that was not acknowledged yet.
     *
     * @throws UncheckedIOException if nobody takes what is handed over; it stays unacknowledged
     */
    void deliver() {
        while (sync.work().runDue(JOBS_AT_ONCE) > 0) {
            rethrow();
        }
        rethrow();
    }

    /** That nobody listens any more is no trouble of the entry's: the run ends, and the next one tells it. */
    private void hand(Delivery delivery) {
        try {
            if (delivery.event() instanceof EventChange change) {
                telling.change(names.of(change.event().ref().calendarId()), change);
            } else if (delivery.event() instanceof Restarted) {
                telling.say("was not run for longer than changes are kept; all events follow as created");
            }
        } catch (IOError e) {
            unheard = e;
            sync.close();
            throw e;
        }
    }

    /** Fails if the state could not be used, or nobody takes the output. */
    void rethrow() {
        if (unheard != null) {
            throw new UncheckedIOException(new IOException(unheard));
        }
        if (fault != null) {
            throw Refusal.unreadable("the state cannot be used: " + Refusal.sentence(fault));
        }
    }

    /** Runs a step; what goes wrong with one calendar is said, and the others go on. */
    void guarded(Runnable step) {
        try {
            step.run();
        } catch (CalendarSyncException | Refusal e) {
            telling.failed(Refusal.sentence(e));
        }
    }

    @Override
    public void close() {
        sync.close();
        embedded.ifPresent(GoogleSandbox::close);
    }

    /** Keeps what went wrong with the state rather than with an account. */
    private final class FaultKeeper implements SyncObserver {
        @Override
        public void jobFailed(String kind, Throwable failure) {
            fault = failure;
        }
    }
}
