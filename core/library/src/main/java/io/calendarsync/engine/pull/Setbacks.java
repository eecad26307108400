package io.calendarsync.engine.pull;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarState;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.CursorLost;
import io.calendarsync.NotFound;
import io.calendarsync.PermanentFailure;
import io.calendarsync.TransientFailure;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.Trouble;
import io.calendarsync.model.CalendarId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Writes down that a provider could not be read, and tells when to try again. Thread-safe. */
final class Setbacks {

    private static final int FAILURES_TO_TELL = 3;
    /** One 401 or 404 proves nothing: servers give them while they are out of order, too. */
    private static final int REFUSALS_TO_BELIEVE = 5;

    private static final Duration DAY = Duration.ofDays(1);

    private final Shelf shelf;
    private final Rules rules;
    private final RandomGenerator dice;

    Setbacks(Shelf shelf, Rules rules, RandomGenerator dice) {
        this.shelf = shelf;
        this.rules = rules;
        this.dice = dice;
    }

    /** Returns when to try again; absent where the calendar is gone. */
    Optional<Instant> note(CalendarId id, CalendarSyncException fault, Instant now) {
        Optional<Stored<CalendarRecord>> found = shelf.calendars().find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CalendarRecord calendar = found.get().value();
        Trouble trouble = calendar.trouble().again(fault, now);
        CalendarRecord next = calendar.trouble(trouble)
                .pulse(calendar.pulse().tried(now))
                .state(state(calendar.state(), fault, trouble));
        try {
            new CalendarCommit(shelf, found.get(), now).run(next, trouble.message());
        } catch (Superseded e) {
            return Optional.of(now);
        }
        return Optional.of(now.plus(pause(fault, trouble)));
    }

    /** Returns whether the other calendars of the connection would meet the same fault. */
    static boolean concernsAll(CalendarSyncException fault) {
        return fault instanceof TransientFailure;
    }

    private static CalendarState state(CalendarState state, CalendarSyncException fault, Trouble trouble) {
        if (isFinal(fault, trouble)) {
            return CalendarState.PARKED;
        }
        return trouble.failures() >= FAILURES_TO_TELL ? CalendarState.FAILING : state;
    }

    private static boolean isFinal(CalendarSyncException fault, Trouble trouble) {
        boolean doubtful = fault instanceof NotFound || fault instanceof AuthorizationLost;
        return fault instanceof PermanentFailure
                && !(fault instanceof CursorLost)
                && (!doubtful || trouble.failures() >= REFUSALS_TO_BELIEVE);
    }

    private Duration pause(CalendarSyncException fault, Trouble trouble) {
        if (isFinal(fault, trouble)) {
            return DAY;
        }
        Duration longer = rules.backoff().pause(trouble.failures(), fault, dice);
        return longer.compareTo(DAY) > 0 ? DAY : longer;
    }
}
