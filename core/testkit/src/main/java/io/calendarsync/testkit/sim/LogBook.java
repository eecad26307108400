package io.calendarsync.testkit.sim;

import io.calendarsync.EventChange;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every entry every log ever had, purged or not. Confined. */
final class LogBook {

    private final Map<String, List<SyncEvent>> logs = new HashMap<>();

    private static String key(String log, String epoch) {
        return log + "/" + epoch;
    }

    void append(SyncEvent entry) {
        List<SyncEvent> log = logs.computeIfAbsent(
                key(entry.position().log(), entry.position().epoch()), none -> new ArrayList<>());
        if (entry.sequence() <= log.size()) {
            throw new Violation("the number of an entry was given twice: " + entry.position());
        }
        if (entry.sequence() != log.size() + 1) {
            throw new Violation("the numbers of a log have a gap: " + entry.position() + " follows " + log.size());
        }
        log.add(entry);
    }

    Optional<SyncEvent> entry(String log, String epoch, long number) {
        List<SyncEvent> all = logs.getOrDefault(key(log, epoch), List.of());
        return number < 1 || number > all.size() ? Optional.empty() : Optional.of(all.get((int) number - 1));
    }

    long last(String log, String epoch) {
        return logs.getOrDefault(key(log, epoch), List.of()).size();
    }

    /** Returns the events the entries up to that number amount to, by event id. */
    Map<String, Event> stateAt(String log, String epoch, long number) {
        Map<String, Event> state = new HashMap<>();
        for (SyncEvent entry : logs.getOrDefault(key(log, epoch), List.of())) {
            if (entry.sequence() > number) {
                break;
            }
            apply(entry, state);
        }
        return state;
    }

    static void apply(SyncEvent entry, Map<String, Event> state) {
        if (entry instanceof EventChange change) {
            String id = change.event().ref().eventId();
            if (change.after().isPresent()) {
                state.put(id, change.after().get());
            } else {
                state.remove(id);
            }
        }
    }
}
