package io.calendarsync.google.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.CalendarSync;
import io.calendarsync.PutResult;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.HostKey;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.testkit.Dice;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the host publishes: bookings of which half are left alone by the person whose calendar they are in. Confined.
 */
final class Bookings {

    private static final int KEYS = 6;
    private static final String TITLE = "Booking ";

    private final Dice dice;
    private final Map<Integer, Wanted> wanted = new TreeMap<>();
    private final Set<Integer> unsure = new HashSet<>();
    private long revision;

    /** What a booking is to be; nowhere where it is taken back. */
    private record Wanted(String calendar, String title) {}

    Bookings(Dice dice) {
        this.dice = dice;
    }

    /** Returns whether an event is one that nobody but the host touches. */
    static boolean isLeftAlone(JsonNode event) {
        String title = event.path("summary").asText();
        return title.startsWith(TITLE) && (title.charAt(TITLE.length()) - '0') % 2 == 0;
    }

    void publish(CalendarSync sync, List<SandboxCalendar> calendars, Map<String, CalendarId> ids) {
        int key = dice.nextInt(KEYS);
        HostKey host = new HostKey("booking-" + key);
        revision++;
        // Where the node dies over it, it is unknown whether it was taken, until another is.
        unsure.add(key);
        if (dice.chance(0.3)) {
            if (isTaken(sync.publisher().retract(host, revision))) {
                taken(key, new Wanted("", ""));
            }
            return;
        }
        SandboxCalendar calendar = dice.choose(calendars);
        String title = TITLE + key + " as of " + revision;
        LocalDateTime start = LocalDateTime.of(2026, 3, dice.between(3, 27), dice.between(6, 20), 0);
        EventDraft draft = EventDraft.builder()
                .title(title)
                .time(EventTime.Timed.of(start, ZoneId.of("Europe/Zurich"), Duration.ofMinutes(45)))
                .build();
        CalendarId target = ids.getOrDefault(calendar.id(), new CalendarId("none"));
        if (isTaken(sync.publisher().put(host, revision, target, draft))) {
            taken(key, new Wanted(calendar.id(), title));
        }
    }

    private void taken(int key, Wanted last) {
        wanted.put(key, last);
        unsure.remove(key);
    }

    private static boolean isTaken(PutResult result) {
        return result == PutResult.ACCEPTED || result == PutResult.UNCHANGED;
    }

    /** What nobody else touched is there as it was put last, once; of no booking there are two. */
    void judge(List<SandboxCalendar> calendars) {
        Map<String, Integer> marks = new TreeMap<>();
        Map<Integer, List<Wanted>> found = new TreeMap<>();
        for (SandboxCalendar calendar : calendars) {
            for (JsonNode event : calendar.events()) {
                String mark =
                        event.at("/extendedProperties/private/calendarsync").asText();
                boolean lives = !event.path("status").asText().equals("cancelled");
                if (lives && !mark.isEmpty()) {
                    marks.merge(mark, 1, Integer::sum);
                }
                if (lives && isLeftAlone(event)) {
                    String title = event.path("summary").asText();
                    found.computeIfAbsent(title.charAt(TITLE.length()) - '0', key -> new ArrayList<>())
                            .add(new Wanted(calendar.id(), title));
                }
            }
        }
        assertThat(marks.values()).as("events of one booking: %s", marks).allMatch(count -> count == 1);
        for (int key = 0; key < KEYS; key += 2) {
            if (unsure.contains(key)) {
                continue;
            }
            Wanted last = wanted.getOrDefault(key, new Wanted("", ""));
            List<Wanted> there = found.getOrDefault(key, List.of());
            assertThat(there).as("booking %d", key).isEqualTo(last.title().isEmpty() ? List.of() : List.of(last));
        }
    }
}
