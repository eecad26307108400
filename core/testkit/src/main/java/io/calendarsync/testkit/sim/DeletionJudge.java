package io.calendarsync.testkit.sim;

import static io.calendarsync.testkit.sim.CalendarJudge.require;

import io.calendarsync.EventChange;
import io.calendarsync.WriteOutcome;
import io.calendarsync.spi.store.Write;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges deletions: none of what the provider shows and has been read since it does, and never many at a time unless the
 * host or listings enough agreed.
 */
final class DeletionJudge {

    private static final int FEW = 20;

    /** What happened since a round last ended. */
    private static final class Run {
        private Past.Moment begun = new Past.Moment(0, java.time.Instant.EPOCH);
        private Past.Moment readSince = new Past.Moment(0, java.time.Instant.EPOCH);
        private int deleted;
    }

    private final Supplier<Past.Moment> now;
    private final Mirror mirror;
    private final Map<String, Run> runs = new HashMap<>();

    DeletionJudge(Supplier<Past.Moment> now, Mirror mirror) {
        this.now = now;
        this.mirror = mirror;
    }

    void judge(CalendarCommitView commit, CalendarView before, CalendarView after, Past past, List<Write> batch) {
        Run run = runs.computeIfAbsent(commit.id + before.epoch(), none -> new Run());
        boolean confirmed = before.review().isConfirmed();
        long deleted = commit.entries.stream()
                .filter(entry -> entry instanceof EventChange change
                        && change.kind() == EventChange.Kind.DELETED
                        && change.provenance().origin() == EventChange.Origin.EXTERNAL)
                .peek(entry -> shown(((EventChange) entry), past, run))
                .count();
        // What a write ran into was asked for one by one.
        boolean byWrite = commit.entries.stream().anyMatch(WriteOutcome.class::isInstance);
        if (deleted > 0 && !confirmed && !byWrite) {
            run.deleted += (int) deleted;
            guard(run, commit, before);
        }
        decision(before.review(), after.review(), batch);
        if (after.endedRound(before)) {
            run.readSince = run.begun;
            run.begun = now.get();
            run.deleted = 0;
        }
    }

    private void guard(Run run, CalendarCommitView commit, CalendarView before) {
        int stored = mirror.eventCount(commit.id)
                + run.deleted
                - (int) commit.eventsBefore.keySet().stream()
                        .filter(id -> !commit.eventsAfter.containsKey(id))
                        .count();
        int most = before.phase().equals("SWEEPING") ? 0 : FEW;
        require(
                run.deleted <= Math.max(most, stored / 2) || run.deleted * 2 <= stored,
                run.deleted + " of " + (stored + 0) + " events were deleted and nobody agreed");
    }

    private static void shown(EventChange change, Past past, Run run) {
        Optional<Past.Moment> since = past.shownSince(change.event().ref().eventId());
        Duration lag = past.calendar().behaviour().replicationLag();
        require(
                since.isEmpty()
                        || since.get().tick() >= run.readSince.tick()
                        || since.get().at().plus(lag).isAfter(run.readSince.at()),
                "deleted what the provider shows, and has shown: " + CalendarJudge.name(change.event()));
    }

    /** A plan is agreed to by the host, or by listings; never by listings where nothing would be left. */
    private static void decision(CalendarView.Review before, CalendarView.Review after, List<Write> batch) {
        if (after.isConfirmed() && !before.isConfirmed()) {
            boolean byHost =
                    batch.stream().anyMatch(write -> write.key().collection().equals("audit"));
            require(
                    byHost || after.missing() < after.stored(),
                    "the deletion of all " + after.stored() + " events agreed with itself");
        }
    }
}
