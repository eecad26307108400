package io.calendarsync.engine.pull;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarState;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.ConnectionState;
import io.calendarsync.CursorLost;
import io.calendarsync.NotFound;
import io.calendarsync.RateLimited;
import io.calendarsync.engine.record.AdapterFaults;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Hold;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Review;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.Urgency;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Takes a turn at a calendar: pages until the round ends or others want a turn. Thread-safe; the caller holds the
 * calendar's claim, and what slips through all the same is stopped by the calendar's version.
 */
public final class Puller {

    private static final Duration MOST_PAUSE = DueRecords.FARTHEST.minusMinutes(30);
    private static final int RESTARTS_A_TURN = 3;
    /** How many turns' worth of pages may be read in one where another session would have to get the whole again. */
    private static final int TURNS_OF_WHOLE = 50;

    private final Shelf shelf;
    private final Rules rules;
    private final Providers providers;
    private final Rounds rounds;
    private final Setbacks setbacks;
    private final Circuits circuits = new Circuits();
    private final Neighbours neighbours;
    private final InstantSource clock;
    private final RandomGenerator dice;

    /** Creates it. */
    public Puller(
            Shelf shelf,
            Rules rules,
            Providers providers,
            Observing observing,
            Neighbours neighbours,
            InstantSource clock,
            RandomGenerator dice) {
        this.shelf = shelf;
        this.rules = rules;
        this.providers = providers;
        this.rounds = observing.rounds();
        this.setbacks = new Setbacks(shelf, rules, dice);
        this.neighbours = neighbours;
        this.clock = clock;
        this.dice = dice;
    }

    /** Takes a turn. */
    public Turn turn(CalendarId id, Urgency urgency, Hold hold) {
        ConnectionId connectionId = Keyspace.connectionOf(id);
        Optional<Stored<CalendarRecord>> read = shelf.calendars().find(id);
        Optional<Stored<ConnectionRecord>> connection = shelf.connections().find(connectionId);
        if (read.isEmpty()
                || connection.isEmpty()
                || !isWanted(read.get().value(), connection.get().value())) {
            return Turn.idle();
        }
        Optional<Instant> open = circuits.openUntil(connectionId, clock.instant());
        if (open.isPresent()) {
            return Turn.at(open.get(), Turn.Outcome.FAILED);
        }
        // A key or provider this node lacks is this node's trouble: the job goes back and another node may have it.
        try (ProviderSession session = providers.open(connection.get().value(), urgency)) {
            return read(read.get(), connection.get().value(), session, hold);
        } catch (CalendarSyncException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return failed(
                    id, connectionId, AdapterFaults.declared(e, connection.get().value()));
        }
    }

    private Turn read(Stored<CalendarRecord> read, ConnectionRecord connection, ProviderSession session, Hold hold) {
        CalendarId id = read.value().info().id();
        try {
            Turn turn = pages(read, session, hold);
            circuits.closed(connection.id());
            return turn;
        } catch (Superseded e) {
            return Turn.at(clock.instant(), Turn.Outcome.SUPERSEDED);
        } catch (RuntimeException | Error e) {
            return failed(id, connection.id(), AdapterFaults.declared(e, connection));
        }
    }

    private static boolean isWanted(CalendarRecord calendar, ConnectionRecord connection) {
        return !calendar.isErased()
                && calendar.state() != CalendarState.PAUSED
                && calendar.state() != CalendarState.GONE
                && connection.state() == ConnectionState.ACTIVE;
    }

    private Turn pages(Stored<CalendarRecord> read, ProviderSession session, Hold hold) {
        JobEnd job = new JobEnd(hold, this::next);
        Stored<CalendarRecord> held = read;
        Optional<CursorLost> brokenOff = Optional.empty();
        Optional<Instant> untold = Optional.empty();
        int restarts = 0;
        for (int page = 0; page < pages(held.value(), brokenOff); page++) {
            boolean goesOn = page + 1 < pages(held.value(), brokenOff);
            try {
                Rounds.Step step = rounds.step(held, session, clock.instant(), job, goesOn);
                held = step.left();
                untold = untold.isPresent() ? untold : step.news();
                if (step.ended()) {
                    CalendarId id = held.value().info().id();
                    untold.ifPresent(changed -> neighbours.foundNews(id, changed));
                    CalendarRecord left = held.value();
                    return Turn.at(hold.ended().orElseGet(() -> next(left)), Turn.Outcome.DONE);
                }
            } catch (CursorLost e) {
                if (++restarts > RESTARTS_A_TURN) {
                    throw e;
                }
                if (isAtPage(held.value())) {
                    brokenOff = Optional.of(e);
                }
                held = rounds.fallBack(
                        shelf.calendars().find(held.value().info().id()).orElseThrow(Superseded::new));
            }
        }
        if (brokenOff.isPresent()) {
            // What is broken off in one turn after another gets nowhere: it waits like what fails, and shows as
            // trouble.
            throw brokenOff.get();
        }
        return Turn.at(clock.instant(), Turn.Outcome.MORE);
    }

    /**
     * What can only be read in one piece is: a snapshot, which is another one each time, and a listing whose page tokens
     * have not outlived the pause between two turns.
     */
    private int pages(CalendarRecord calendar, Optional<CursorLost> brokenOff) {
        boolean whole = brokenOff.isPresent()
                || calendar.round()
                        .filter(round -> round.coverage() == Coverage.SNAPSHOT)
                        .isPresent();
        return whole ? rules.pagesATurn() * TURNS_OF_WHOLE : rules.pagesATurn();
    }

    private static boolean isAtPage(CalendarRecord calendar) {
        return calendar.round()
                .filter(round -> round.at() instanceof Position.NextPage)
                .isPresent();
    }

    private Instant next(CalendarRecord calendar) {
        boolean watched = neighbours.isWatched(calendar.info().id());
        Duration pause = calendar.refresh().orElse(watched ? rules.watchedPoll() : rules.poll());
        Duration most = pause.compareTo(rules.pollCeiling()) > 0 ? rules.pollCeiling() : pause;
        Duration bounded = most.compareTo(rules.pollFloor()) < 0 ? rules.pollFloor() : most;
        // Together not so far ahead that it would be taken for a clock's mistake.
        long room = MOST_PAUSE.minus(bounded).toMillis();
        long jitter = Math.max(0, Math.min(bounded.toMillis() / 10, room));
        Instant poll = clock.instant().plus(bounded).plusMillis(jitter == 0 ? 0 : dice.nextLong(jitter));
        boolean agreedTo = calendar.review()
                .filter(review -> review.decision() == Review.Decision.CONFIRMED)
                .isPresent();
        if (agreedTo) {
            return clock.instant();
        }
        return calendar.review()
                .map(Review::listAt)
                .filter(at -> at.isBefore(poll))
                .filter(at -> at.isAfter(clock.instant()))
                .orElse(poll);
    }

    private boolean isParked(CalendarId id) {
        return shelf.calendars()
                .find(id)
                .filter(calendar -> calendar.value().state() == CalendarState.PARKED)
                .isPresent();
    }

    private Turn failed(CalendarId id, ConnectionId connection, CalendarSyncException fault) {
        Instant now = clock.instant();
        if (fault instanceof RateLimited limited && limited.limit() == RateLimited.Limit.BUDGET) {
            Duration pause = limited.source().retryAfter().orElse(rules.pollFloor());
            return Turn.at(now.plus(pause), Turn.Outcome.LATER);
        }
        if (fault instanceof RateLimited limited && limited.limit() == RateLimited.Limit.APPLICATION) {
            neighbours.overspent(connection);
        }
        Instant earliest = fault instanceof CursorLost ? now.plus(rules.pollFloor()) : now;
        Optional<Instant> again = setbacks.note(id, fault, now).map(at -> at.isBefore(earliest) ? earliest : at);
        if (again.isEmpty()) {
            return new Turn(again, Turn.Outcome.FAILED);
        }
        if (fault instanceof NotFound) {
            neighbours.calendarUnknown(connection);
        } else if (fault instanceof AuthorizationLost && isParked(id)) {
            neighbours.tokensRefused(connection);
        }
        boolean asked = fault.source().retryAfter().isPresent();
        if (Setbacks.concernsAll(fault)) {
            circuits.failed(connection, again.get(), asked);
        }
        return Turn.at(again.get(), Turn.Outcome.FAILED);
    }
}
