package io.calendarsync.engine.agenda;

import io.calendarsync.model.CalendarId;
import io.calendarsync.recurrence.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognizes the same meeting in several calendars: what has the same uid and starts at the same instant. Pure. */
final class Meetings {

    private static final Comparator<Occurrence> LONGEST = Comparator.comparing(
                    (Occurrence one) -> one.span().end())
            .thenComparing(
                    Comparator.comparing((Occurrence one) -> calendar(one).value())
                            .reversed());

    private Meetings() {}

    private record Key(String uid, Instant start) {}

    /** Returns the occurrences, each meeting as the one calendar has it that shows it longest. */
    static List<Occurrence> once(List<Occurrence> occurrences) {
        Map<Key, List<Occurrence>> byKey = new HashMap<>(occurrences.size() * 2);
        for (Occurrence one : occurrences) {
            Key key = new Key(one.event().uid(), one.span().start());
            byKey.computeIfAbsent(key, first -> new ArrayList<>(1)).add(one);
        }
        if (byKey.size() == occurrences.size()) {
            return occurrences;
        }
        Set<Occurrence> again = new HashSet<>();
        for (List<Occurrence> same : byKey.values()) {
            if (same.size() > 1) {
                CalendarId kept = calendar(same.stream().max(LONGEST).orElseThrow());
                same.stream().filter(one -> !calendar(one).equals(kept)).forEach(again::add);
            }
        }
        return occurrences.stream().filter(one -> !again.contains(one)).toList();
    }

    private static CalendarId calendar(Occurrence one) {
        return one.event().ref().calendarId();
    }
}
