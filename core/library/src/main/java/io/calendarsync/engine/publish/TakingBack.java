package io.calendarsync.engine.publish;

import io.calendarsync.FaultSource;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Errand;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.engine.record.PublicationRecords.Known;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes back what was published in a connection's calendars before it ends. Thread-safe. */
public final class TakingBack {

    private static final int TRIES = 30;
    private static final int MOST_TURNS = 10_000;

    private final Ledger ledger;
    private final Function<CalendarId, Optional<Instant>> lane;
    private final InstantSource clock;

    /**
     * Creates it.
     *
     * @param lane writes to a calendar what is due there; returns when there is more, absent where there is nothing
     */
    public TakingBack(Ledger ledger, Function<CalendarId, Optional<Instant>> lane, InstantSource clock) {
        this.ledger = ledger;
        this.lane = lane;
        this.clock = clock;
    }

    /** Returns how many publications are in a connection's calendars, as far as is known. */
    public int count(ConnectionId connection) {
        return calendars(connection).stream().mapToInt(id -> open(id).size()).sum();
    }

    /**
     * Takes back all there are; what the provider refuses stays.
     *
     * @throws ProviderUnavailable if some could not be taken back that may be later
     */
    public void from(ConnectionId connection) {
        List<CalendarId> calendars = calendars(connection);
        calendars.forEach(this::leave);
        calendars.forEach(this::write);
        long waiting = calendars.stream()
                .flatMap(id -> open(id).stream().filter(known -> isTriedAgain(known, id)))
                .count();
        if (waiting > 0) {
            throw new ProviderUnavailable(
                    waiting + " events that were published could not be taken back for now, and the connection"
                            + " stands: disconnect again later, or keep them",
                    FaultSource.unknown());
        }
    }

    private List<CalendarId> calendars(ConnectionId connection) {
        return ledger.calendars().of(connection).stream()
                .map(Stored::value)
                .filter(calendar -> !calendar.isErased())
                .map(CalendarRecord::info)
                .map(info -> info.id())
                .toList();
    }

    private List<Known> open(CalendarId id) {
        return ledger.publications().listed(id).stream()
                .flatMap(known -> ledger.publications().find(known).stream())
                .filter(known -> !known.value().openIn(id).isEmpty())
                .toList();
    }

    private static boolean isTriedAgain(Known known, CalendarId id) {
        return known.value()
                .errandIn(id)
                .filter(errand -> errand.due().isBefore(Errand.NEVER))
                .isPresent();
    }

    private void leave(CalendarId id) {
        for (String publication : ledger.publications().listed(id)) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Optional<Known> known = ledger.publications().find(publication);
                if (known.isEmpty() || save(known.get(), id)) {
                    break;
                }
            }
        }
    }

    private boolean save(Known known, CalendarId id) {
        Instant now = clock.instant();
        Publication is = known.value();
        Publication next = Changes.leave(is, id, now);
        if (next.equals(is)) {
            return true;
        }
        Commit commit = ledger.records().begin();
        ledger.publications().save(commit, known, next);
        Changes.dueElsewhere(next, id, now)
                .forEach(calendar -> ledger.due().put(commit, Job.publish(calendar.value()), now));
        return commit.run();
    }

    private void write(CalendarId id) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Optional<Instant> more = lane.apply(id);
            if (more.filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
                return;
            }
        }
    }
}
