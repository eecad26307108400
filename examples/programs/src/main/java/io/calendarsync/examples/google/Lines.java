package io.calendarsync.examples.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.CalendarConnection;
import io.calendarsync.ConnectionState;
import io.calendarsync.Departure;
import io.calendarsync.PublicationStatus;
import io.calendarsync.PutResult;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.WatchStatus;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.report.Names;
import io.calendarsync.examples.report.Report;
import java.util.stream.Collectors;

/** Lines about connections, calendars and watches. Each prints one. */
final class Lines {

    private static final String CONNECT_AGAIN = "only the user can bring it back: google connect";

    private Lines() {}

    private static ObjectNode line(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    static void connected(Report to, CalendarConnection connection, int calendars) {
        to.say(
                about(line("connected"), connection).put("calendars", calendars),
                "connected " + connection.label() + " with " + calendars + " calendars");
    }

    static void connection(Report to, CalendarConnection connection) {
        boolean lost = connection.state() == ConnectionState.RECONNECT_REQUIRED;
        ObjectNode line = about(line("connection"), connection);
        connection.reconnect().ifPresent(why -> line.put("reconnect", Names.of(why)));
        String why = connection
                .reconnect()
                .map(reason -> " (" + Names.of(reason) + ")")
                .orElse("");
        to.say(
                line.put("advice", lost ? CONNECT_AGAIN : ""),
                connection.label() + "  " + Names.of(connection.state()) + why
                        + (lost ? "\n    " + CONNECT_AGAIN : ""));
    }

    private static ObjectNode about(ObjectNode line, CalendarConnection connection) {
        return line.put("connection", connection.id().value())
                .put("account", connection.label())
                .put("state", Names.of(connection.state()))
                .put("access", Names.of(connection.terms().access()))
                .put("detail", Names.of(connection.terms().detail()));
    }

    static void calendar(Report to, String name, SyncedCalendar calendar) {
        ObjectNode line = line("calendar")
                .put("calendar", calendar.id().value())
                .put("source", name)
                .put("state", Names.of(calendar.state()));
        ArrayNode uses = line.putArray("uses");
        calendar.uses().stream().sorted().map(Names::of).forEach(uses::add);
        String used = calendar.uses().stream().sorted().map(Names::of).collect(Collectors.joining(","));
        to.say(
                line.put("events", calendar.events()),
                name + "  " + Names.of(calendar.state()) + "  " + (used.isEmpty() ? "unused" : used) + "  "
                        + calendar.id().value());
    }

    static void watch(Report to, String name, WatchStatus watch) {
        ObjectNode line = line("watch").put("source", name).put("state", Names.of(watch.state()));
        watch.expires().ifPresent(expires -> line.put("expires", expires.toString()));
        String until = watch.expires().map(expires -> " until " + expires).orElse("");
        to.say(
                line.put("why", watch.why()),
                "watch of " + name + "  " + Names.of(watch.state()) + until
                        + (watch.why().isEmpty() ? "" : "\n    " + watch.why()));
    }

    static void publication(Report to, PutResult result, PublicationStatus status) {
        ObjectNode line = line("publication")
                .put("key", status.key().value())
                .put("answer", Names.of(result))
                .put("state", Names.of(status.state()));
        status.wanted().ifPresent(revision -> line.put("revision", revision));
        status.event().ifPresent(event -> line.put("event", event.eventId()));
        to.say(
                line.put("trouble", Refusal.withoutIds(status.trouble())),
                status.key().value() + "  " + Names.of(result) + "  " + Names.of(status.state())
                        + (status.trouble().isEmpty() ? "" : "\n    " + Refusal.withoutIds(status.trouble())));
    }

    static void disconnected(Report to, CalendarConnection connection, Departure departure) {
        ObjectNode line = line("disconnected")
                .put("connection", connection.id().value())
                .put("account", connection.label())
                .put("revoked", departure.revoked());
        ArrayNode remains = line.putArray("remains");
        departure.remains().forEach(remains::add);
        to.say(
                line,
                "disconnected " + connection.label() + (departure.revoked() ? "; the grant is revoked" : "")
                        + departure.remains().stream()
                                .map(sentence -> "\n    " + sentence)
                                .collect(Collectors.joining()));
    }
}
