package io.calendarsync.testkit.sim;

import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.Fields;
import io.calendarsync.engine.record.SyncEventCodec;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at every commit that happened, just before it is mirrored, and sends each part to the judge of its kind. */
final class CommitJudge {

    private final Mirror mirror;
    private final LogBook book;
    private final CalendarJudge calendars;
    private final ClaimJudge claims;
    private final Audience audience;
    private final GrantJudge grants;
    private final WatchJudge watches;
    private final PublishJudge publications;
    private final SyncEventCodec codec = new SyncEventCodec();

    CommitJudge(
            Mirror mirror,
            LogBook book,
            CalendarJudge calendars,
            ClaimJudge claims,
            Audience audience,
            GrantJudge grants,
            WatchJudge watches,
            PublishJudge publications) {
        this.mirror = mirror;
        this.book = book;
        this.calendars = calendars;
        this.claims = claims;
        this.audience = audience;
        this.grants = grants;
        this.watches = watches;
        this.publications = publications;
    }

    void judge(List<Write> batch) {
        Map<String, CalendarCommitView> touched = new LinkedHashMap<>();
        for (Write write : batch) {
            look(write, batch, touched);
        }
        touched.values().forEach(commit -> {
            calendars.judge(commit, batch);
            publications.told(commit);
        });
    }

    private void look(Write write, List<Write> batch, Map<String, CalendarCommitView> touched) {
        RecordKey key = write.key();
        String collection = key.collection();
        if (collection.startsWith(Mirror.DUE)) {
            claims.judge(write, mirror.find(key));
            return;
        }
        switch (collection) {
            case Mirror.EVENT -> event(write, calendar(Mirror.calendarOf(key), touched));
            case Mirror.CALENDAR -> state(write, calendar(key.id(), touched));
            case Mirror.LOG -> entry(write, batch, touched);
            case Mirror.PROGRESS -> progress(write, batch);
            case Mirror.SUBSCRIBER -> audience.subscriber(write, mirror);
            case Mirror.CONNECTION -> connection(write, batch);
            case Mirror.CREDENTIAL -> grants.judge(write);
            case Mirror.WATCH -> watches.judge(write);
            default -> {}
        }
    }

    private CalendarCommitView calendar(String id, Map<String, CalendarCommitView> touched) {
        return touched.computeIfAbsent(
                id,
                one -> new CalendarCommitView(
                        one, mirror.fields(Mirror.calendarKey(one)).map(CalendarView::new)));
    }

    private void event(Write write, CalendarCommitView commit) {
        mirror.event(write.key())
                .ifPresent(event -> commit.eventsBefore.put(event.ref().eventId(), event));
        if (write instanceof Write.Put put) {
            var event = mirror.decode(put.record());
            commit.eventsAfter.put(event.ref().eventId(), event);
        }
    }

    private static void state(Write write, CalendarCommitView commit) {
        if (write instanceof Write.Put put) {
            commit.stateWritten = true;
            commit.after = Optional.of(new CalendarView(fields(put.record())));
        } else if (write instanceof Write.Delete) {
            commit.after = Optional.empty();
        }
    }

    private void entry(Write write, List<Write> batch, Map<String, CalendarCommitView> touched) {
        if (write instanceof Write.Put put) {
            SyncEvent entry = codec.decode(put.record().payload());
            book.append(entry);
            announced(entry.position().log(), batch);
            if (isCalendar(entry.position().log())) {
                calendar(entry.position().log(), touched).entries.add(entry);
            }
        }
    }

    /** What makes a log grow makes its announcement due: a node that dies after it has left nothing to be remembered. */
    private static void announced(String log, List<Write> batch) {
        boolean due = batch.stream()
                .anyMatch(write -> write instanceof Write.Put
                        && write.key().collection().startsWith(Mirror.DUE)
                        && write.key().id().equals("announce:" + log));
        CalendarJudge.require(due, "a log grew and nobody is going to be told: " + log);
    }

    private void progress(Write write, List<Write> batch) {
        String log = write.key().partition();
        String subscriber = write.key().id();
        if (write instanceof Write.Put put) {
            if (batch.stream().anyMatch(CommitJudge::isSkip)) {
                audience.skipped(subscriber, log, fields(put.record()).number("done"));
            }
            audience.progress(subscriber, log, mirror.fields(write.key()), fields(put.record()));
        } else if (write instanceof Write.Delete) {
            audience.forgotten(subscriber, log);
        }
    }

    private static boolean isSkip(Write write) {
        return write instanceof Write.Put put
                && put.key().collection().equals(Mirror.AUDIT)
                && fields(put.record()).text("what").equals("delivery-skipped");
    }

    /** Every transition is told in the commit that makes it, and no erased owner gets a connection. */
    private void connection(Write write, List<Write> batch) {
        if (!(write instanceof Write.Put put)) {
            return;
        }
        String was =
                mirror.fields(write.key()).map(fields -> fields.text("state")).orElse("DISCONNECTED");
        Fields next = fields(put.record());
        String ownerKey = write.key().partition();
        if (!next.text("state").equals(was)
                && batch.stream()
                        .noneMatch(other -> other instanceof Write.Put
                                && other.key().collection().equals(Mirror.LOG)
                                && other.key().partition().equals(ownerKey))) {
            throw new Violation("a connection went from " + was + " to " + next.text("state") + " and nobody is told");
        }
        if (next.text("state").equals("RECONNECT_REQUIRED")
                && !next.text("reconnect").equals("CONSENT_CHANGED")) {
            grants.lost(batch, next.text("reconnect"));
        }
        if (was.equals("DISCONNECTED")
                && mirror.find(new RecordKey(Mirror.OWNER, ownerKey, "life")).isPresent()) {
            throw new Violation("an owner who is being erased was connected");
        }
    }

    static boolean isCalendar(String log) {
        return log.indexOf('-') >= 0;
    }

    private static Fields fields(StoredRecord record) {
        return Fields.of(record.payload());
    }
}
