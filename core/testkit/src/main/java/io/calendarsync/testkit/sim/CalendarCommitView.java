package io.calendarsync.testkit.sim;

import io.calendarsync.SyncEvent;
import io.calendarsync.model.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one commit does to one calendar. */
final class CalendarCommitView {

    final String id;
    final Optional<CalendarView> before;
    Optional<CalendarView> after;
    final Map<String, Event> eventsBefore = new LinkedHashMap<>();
    final Map<String, Event> eventsAfter = new LinkedHashMap<>();
    final List<SyncEvent> entries = new ArrayList<>();
    boolean stateWritten;

    CalendarCommitView(String id, Optional<CalendarView> before) {
        this.id = id;
        this.before = before;
        this.after = before;
    }

    Set<String> touched() {
        Set<String> ids = new LinkedHashSet<>(eventsBefore.keySet());
        ids.addAll(eventsAfter.keySet());
        return ids;
    }
}
