package io.calendarsync;

import io.calendarsync.engine.pull.Neighbours;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.token.LostGrants;
import io.calendarsync.engine.watch.WatchEngine;
import io.calendarsync.engine.work.Budgets;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Leads what readings find out to the part of the engine that it concerns. Thread-safe. */
record ReadingNeighbours(
        Archive archive, Budgets budgets, Supplier<WatchEngine> watches, Supplier<LostGrants> lost, InstantSource clock)
        implements Neighbours {

    @Override
    public void foundNews(CalendarId calendar, Instant changed) {
        watches.get().foundUntold(calendar, changed);
    }

    @Override
    public boolean isWatched(CalendarId calendar) {
        return watches.get().isLive(calendar);
    }

    @Override
    public void overspent(ConnectionId connection) {
        archive.connections
                .find(connection)
                .ifPresent(read -> budgets.overspent(read.value().provider()));
    }

    @Override
    public void tokensRefused(ConnectionId connection) {
        lost.get().consentChanged(connection);
    }

    @Override
    public void calendarUnknown(ConnectionId connection) {
        archive.due.ring(Job.list(connection.value()), clock.instant());
    }
}
