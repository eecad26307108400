package io.calendarsync.engine.record;

import io.calendarsync.CalendarChange;
import io.calendarsync.CalendarState;
import io.calendarsync.ConnectionChange;
import io.calendarsync.ConnectionState;
import io.calendarsync.EventChange;
import io.calendarsync.LogPosition;
import io.calendarsync.Restarted;
import io.calendarsync.ReviewNeeded;
import io.calendarsync.SyncEvent;
import io.calendarsync.WriteOutcome;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import java.io.IOException;
import java.time.Instant;

/**
 * What each kind of entry holds beyond its place in the log, in a member named for the kind. A new kind or a new state
 * has no fallback and raises the oldest reader.
 */
final class SyncEventJson {

    /** An entry that only lacks its place. */
    interface Content {
        SyncEvent at(LogPosition position, OwnerId owner, Instant at);
    }

    private SyncEventJson() {}

    static void write(JsonOut out, SyncEvent event) throws IOException {
        if (event instanceof EventChange change) {
            out.object("event", () -> EventChangeJson.write(out, change));
        } else if (event instanceof CalendarChange change) {
            out.object("calendar", () -> {
                out.text("id", change.calendar().value());
                out.text("before", change.before().name());
                out.text("after", change.after().name());
                out.text("why", change.why());
            });
        } else if (event instanceof ReviewNeeded review) {
            out.object("review", () -> {
                out.text("calendar", review.calendar().value());
                out.text("plan", review.planId());
                out.number("deletions", review.deletions());
                out.number("stored", review.stored());
            });
        } else if (event instanceof ConnectionChange change) {
            out.object("connection", () -> {
                out.text("id", change.connection().value());
                out.text("before", change.before().name());
                out.text("after", change.after().name());
                out.text("why", change.why());
            });
        } else if (event instanceof WriteOutcome outcome) {
            out.object("write", () -> WriteOutcomeJson.write(out, outcome));
        } else if (event instanceof Restarted restarted) {
            out.object("restarted", () -> out.text("why", restarted.why()));
        } else {
            throw new IllegalStateException("no form for " + event.getClass());
        }
    }

    /** A thing that went from one state into another. */
    private record Transition(String id, String before, String after, String why) {}

    private static Transition transition(JsonIn in) throws IOException {
        String id = "";
        String before = "";
        String after = "";
        String why = "";
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "id" -> id = in.text();
                case "before" -> before = in.text();
                case "after" -> after = in.text();
                case "why" -> why = in.text();
                default -> in.unknown(name);
            }
        }
        return new Transition(id, before, after, why);
    }

    static Content readCalendar(JsonIn in) throws IOException {
        Transition read = transition(in);
        CalendarId calendar = new CalendarId(read.id());
        CalendarState before = CalendarState.valueOf(read.before());
        CalendarState after = CalendarState.valueOf(read.after());
        return (position, owner, at) -> new CalendarChange(position, owner, at, calendar, before, after, read.why());
    }

    static Content readConnection(JsonIn in) throws IOException {
        Transition read = transition(in);
        ConnectionId connection = new ConnectionId(read.id());
        ConnectionState before = ConnectionState.valueOf(read.before());
        ConnectionState after = ConnectionState.valueOf(read.after());
        return (position, owner, at) ->
                new ConnectionChange(position, owner, at, connection, before, after, read.why());
    }

    static Content readReview(JsonIn in) throws IOException {
        String calendar = "";
        String plan = "";
        int deletions = 0;
        int stored = 0;
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "calendar" -> calendar = in.text();
                case "plan" -> plan = in.text();
                case "deletions" -> deletions = Math.toIntExact(in.number());
                case "stored" -> stored = Math.toIntExact(in.number());
                default -> in.unknown(name);
            }
        }
        CalendarId id = new CalendarId(calendar);
        String planId = plan;
        int gone = deletions;
        int all = stored;
        return (position, owner, at) -> new ReviewNeeded(position, owner, at, id, planId, gone, all);
    }

    static Content readRestarted(JsonIn in) throws IOException {
        String why = transition(in).why();
        return (position, owner, at) -> new Restarted(position, owner, at, why);
    }
}
