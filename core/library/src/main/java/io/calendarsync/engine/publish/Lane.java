package io.calendarsync.engine.publish;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarState;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.ConnectionState;
import io.calendarsync.FaultSource;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.StaleVersion;
import io.calendarsync.TransientFailure;
import io.calendarsync.WriteOutcome.Kind;
import io.calendarsync.WriteOutcome.Result;
import io.calendarsync.engine.record.AdapterFaults;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Errand;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.WritableSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a calendar what is due there, one publication after the other. Thread-safe; the caller holds the calendar's
 * claim, and what slips through all the same is stopped by versions.
 */
public final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int WRITES_A_TURN = 50;
    private static final int STEPS_A_WRITE = 12;
    private static final int FAILURES_TO_TELL = 5;
    private static final Duration DAY = Duration.ofDays(1);

    private final Ledger ledger;
    private final Gate gate;
    private final Sessions sessions;
    private final Settlement settlement;
    private final Writer writer;
    private final Pauses pauses;
    private final InstantSource clock;

    /** Creates it. */
    public Lane(
            Ledger ledger,
            Observations observations,
            Sessions sessions,
            Names names,
            Pauses pauses,
            InstantSource clock) {
        this.ledger = ledger;
        this.gate = new Gate(ledger);
        this.sessions = sessions;
        this.settlement = new Settlement(ledger, observations, clock);
        this.writer = new Writer(ledger, settlement, names);
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Writes what is due.
     *
     * @param mayGoOn whether the claim is still held; asked between writes
     * @return when there is more to write, absent where there is nothing, or where nothing may be written for now
     */
    public Optional<Instant> turn(CalendarId id, BooleanSupplier mayGoOn) {
        Instant now = clock.instant();
        List<String> due = ledger.publications().due(id, now, WRITES_A_TURN);
        if (due.isEmpty()) {
            Optional<Instant> next = ledger.publications().next(id, now);
            if (next.filter(now::equals).isEmpty()) {
                return next;
            }
            due = ledger.publications().astray(id, now, WRITES_A_TURN);
        }
        Optional<Stored<CalendarRecord>> calendar =
                ledger.calendars().find(id).filter(found -> isWritten(found.value()));
        Optional<ConnectionRecord> connection =
                gate.connection(id).filter(found -> found.state() == ConnectionState.ACTIVE);
        if (calendar.isEmpty() || connection.isEmpty()) {
            return Optional.empty();
        }
        // A key or provider this node lacks is this node's trouble: the job goes back and another node may have it.
        try (ProviderSession session = sessions.open(connection.get())) {
            if (!(session instanceof WritableSession writable)) {
                LOG.warn("what is to be written waits for a provider that can write calendar={}", id);
                return Optional.of(clock.instant().plus(DAY));
            }
            Optional<Instant> held = write(id, due, writable, connection.get(), mayGoOn);
            return held.isPresent() ? held : ledger.publications().next(id, clock.instant());
        }
    }

    private static boolean isWritten(CalendarRecord calendar) {
        return !calendar.isErased()
                && calendar.state() != CalendarState.PAUSED
                && calendar.state() != CalendarState.GONE;
    }

    /** Returns until when the provider is to be left alone, absent where all went well. */
    private Optional<Instant> write(
            CalendarId id,
            List<String> due,
            WritableSession session,
            ConnectionRecord connection,
            BooleanSupplier mayGoOn) {
        for (String publication : due) {
            if (!mayGoOn.getAsBoolean()) {
                return Optional.of(clock.instant());
            }
            Optional<Task> task = task(id, publication, session);
            if (task.isEmpty()) {
                continue;
            }
            try {
                write(task.get());
            } catch (CalendarSyncException e) {
                Optional<Instant> pause = failed(task.get(), e);
                if (pause.isPresent()) {
                    return pause;
                }
            } catch (RuntimeException | Error e) {
                return failed(task.get(), AdapterFaults.declared(e, connection));
            }
        }
        return Optional.empty();
    }

    private Optional<Task> task(CalendarId id, String publication, WritableSession writable) {
        return ledger.calendars()
                .find(id)
                .filter(calendar -> isWritten(calendar.value()))
                .flatMap(calendar ->
                        ledger.publications().find(publication).map(known -> new Task(calendar, known, writable)));
    }

    private void write(Task begun) {
        Optional<Task> task = Optional.of(begun);
        for (int step = 0; step < STEPS_A_WRITE && task.isPresent(); step++) {
            if (writer.step(task.get(), clock.instant()) == Step.DONE) {
                return;
            }
            task = settlement.fresh(begun);
        }
        if (task.isPresent()) {
            throw new ProviderUnavailable(
                    "The event, or what is wanted of it, was another each time it was looked at",
                    FaultSource.unknown());
        }
    }

    private Optional<Instant> failed(Task begun, CalendarSyncException fault) {
        Optional<Task> found = settlement.fresh(begun);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Task task = found.get();
        Publication publication = task.publication();
        Errand errand = publication.errandIn(task.id()).orElseGet(() -> Errand.done(task.id()));
        Instant now = clock.instant();
        boolean passes = fault instanceof TransientFailure || fault instanceof StaleVersion;
        if (!passes && !(fault instanceof AuthorizationLost)) {
            settlement.stopped(task, publication, Kind.FAILED, message(fault));
            return Optional.empty();
        }
        Instant then = now.plus(pause(errand, fault));
        Errand again = errand.again(fault, now, then);
        Publication next = Changes.errand(publication, again);
        boolean tell = passes
                ? again.trouble().failures() == FAILURES_TO_TELL
                : errand.trouble().failures() == 0;
        if (tell) {
            settlement.told(task, next, Result.of(Kind.DELAYED, Optional.empty(), message(fault)));
        } else {
            settlement.note(task, next);
        }
        return Optional.of(then);
    }

    private Duration pause(Errand errand, CalendarSyncException fault) {
        Duration backoff = pauses.after(errand.trouble().failures() + 1);
        Duration asked = fault.source().retryAfter().orElse(Duration.ZERO);
        Duration longer = asked.compareTo(backoff) > 0 ? asked : backoff;
        return longer.compareTo(DAY) > 0 ? DAY : longer;
    }

    private static String message(CalendarSyncException fault) {
        String text = fault.getMessage() == null ? "" : fault.getMessage();
        return fault.getClass().getSimpleName() + ": " + text;
    }
}
