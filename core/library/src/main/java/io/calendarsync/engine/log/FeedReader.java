package io.calendarsync.engine.log;

import io.calendarsync.Page;
import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.OwnerId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads all logs of an owner as one feed. The cursor names a place in each log, so it means the same on every node and
 * no clock decides what comes next. Thread-safe.
 */
public final class FeedReader {

    private final Logs logs;
    private final ConnectionRecords connections;
    private final CalendarRecords calendars;
    private final InstantSource clock;

    /** Creates it. */
    public FeedReader(Logs logs, ConnectionRecords connections, CalendarRecords calendars, InstantSource clock) {
        this.logs = logs;
        this.connections = connections;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Returns a page of what comes after a cursor. */
    public Page<SyncEvent> after(OwnerId owner, Optional<String> cursor, int limit) {
        Map<String, String> places = cursor.map(FeedReader::places).orElseGet(TreeMap::new);
        List<SyncEvent> events = new ArrayList<>();
        for (Logs.Log log : logsOf(owner)) {
            if (events.size() == limit) {
                break;
            }
            String place = places.getOrDefault(log.name(), "");
            long done = place(place, log);
            if (isGap(place, log)) {
                events.add(Logs.restarted(log, done, clock.instant()));
            }
            List<SyncEvent> more = logs.read(log, done + 1, limit - events.size());
            events.addAll(more);
            places.put(log.name(), log.head().epoch() + "." + (done + more.size()));
        }
        return new Page<>(events, Optional.of(text(places)));
    }

    private List<Logs.Log> logsOf(OwnerId owner) {
        String ownerKey = Keyspace.ownerKey(owner);
        List<Logs.Log> found = new ArrayList<>();
        logs.find(Keyspace.ownerLog(ownerKey)).ifPresent(found::add);
        for (Stored<ConnectionRecord> connection : connections.of(ownerKey)) {
            for (Stored<CalendarRecord> calendar :
                    calendars.of(connection.value().id())) {
                found.add(Logs.of(calendar.value()));
            }
        }
        return found;
    }

    /** A reader holds nothing back: where entries are gone that it has not read, it is told so. */
    private static boolean isGap(String place, Logs.Log log) {
        boolean same = place.startsWith(log.head().epoch() + ".");
        long done = same ? Long.parseLong(place.substring(place.indexOf('.') + 1)) : 0;
        return !place.isEmpty() && done < log.head().purged();
    }

    private static long place(String place, Logs.Log log) {
        if (!place.startsWith(log.head().epoch() + ".")) {
            return log.head().purged();
        }
        long done = Long.parseLong(place.substring(place.indexOf('.') + 1));
        return Math.max(done, log.head().purged());
    }

    private static Map<String, String> places(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        Map<String, String> places = new TreeMap<>();
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                places.put(line.substring(0, space), line.substring(space + 1));
            }
        });
        return places;
    }

    private static String text(Map<String, String> places) {
        StringBuilder text = new StringBuilder();
        places.forEach(
                (log, place) -> text.append(log).append(' ').append(place).append('\n'));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
