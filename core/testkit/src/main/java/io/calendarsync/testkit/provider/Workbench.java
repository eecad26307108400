package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** One test's stand-in, the sessions opened on it, and what the test put into the calendar. Confined to one thread. */
final class Workbench implements AutoCloseable {

    static final int PAGE = 4;

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int MOST_PAGES = 10_000;

    private final ProviderUnderTest standIn;
    private final List<ProviderSession> sessions = new ArrayList<>();
    private final Map<String, Looks> expected = new TreeMap<>();
    private final Instant begin;

    Workbench(ProviderUnderTest standIn) {
        this.standIn = standIn;
        this.begin = standIn.context().clock().instant();
    }

    ProviderUnderTest standIn() {
        return standIn;
    }

    /** Returns the stand-in as one with an ability; skips the test, visibly, where it has not. */
    <T extends ProviderUnderTest> T standInThat(Class<T> ability) {
        Assumptions.assumeTrue(
                ability.isInstance(standIn),
                () -> "skipped: the stand-in of " + standIn.provider().id() + " does not implement "
                        + ability.getSimpleName());
        return ability.cast(standIn);
    }

    /** Skips the test, visibly, where the stand-in's provider knows no such thing. */
    void skipWhere(Class<? extends ProviderUnderTest> inability) {
        Assumptions.assumeFalse(
                inability.isInstance(standIn),
                () -> "skipped: the stand-in of " + standIn.provider().id() + " says " + inability.getSimpleName());
    }

    String calendar() {
        return standIn.calendar();
    }

    ProviderSession open() {
        ProviderSession session = standIn.provider().open(standIn.context());
        sessions.add(session);
        return session;
    }

    Position.Start start() {
        return new Position.Start(new SyncWindow(begin.minus(Duration.ofDays(30)), begin.plus(Duration.ofDays(300))));
    }

    Follower follower() {
        return new Follower(open(), calendar(), start().window());
    }

    // What the calendar holds

    /** Returns a single event of one hour on a day of its own. */
    Event sample(int number) {
        return Event.builder(new EventRef(new CalendarId("contract"), "sample-" + number), time(number))
                .uid("sample-" + number + "@contract.example")
                .title("Sample " + number)
                .build();
    }

    EventTime time(int day) {
        LocalDateTime start = LocalDateTime.ofInstant(begin, ZoneOffset.UTC)
                .toLocalDate()
                .atTime(9, 30)
                .plusDays(day % 200);
        return EventTime.Timed.of(start, ZONE, Duration.ofHours(1));
    }

    String put(Event event) {
        String id = standIn.put(event);
        expected.put(id, Looks.of(event));
        standIn.settle();
        return id;
    }

    List<String> putSamples(int count) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add(put(sample(number)));
        }
        assertEquals(count, Set.copyOf(ids).size(), "every event has an id of its own");
        return ids;
    }

    void remove(String id) {
        standIn.remove(id);
        expected.remove(id);
        standIn.settle();
    }

    /** Cancels an event; how it is told is for the test to say, and no longer among what was put. */
    void cancel(ProviderUnderTest.Cancels cancelling, String id) {
        cancelling.cancel(id);
        expected.remove(id);
        standIn.settle();
    }

    // What the adapter tells

    List<ChangePage> round(ProviderSession session, Position from) {
        List<ChangePage> pages = new ArrayList<>();
        Position position = from;
        while (pages.size() < MOST_PAGES) {
            ChangePage page = session.changes(calendar(), position);
            pages.add(page);
            if (page.isLast()) {
                return pages;
            }
            position = page.next();
        }
        return fail("the round has not ended after " + MOST_PAGES + " pages");
    }

    /** Reads everything and returns the cursor at the end. */
    Position caughtUp(ProviderSession session) {
        Position position = start();
        for (int round = 0; round < 2; round++) {
            position = last(round(session, position)).next();
        }
        return position;
    }

    static ChangePage last(List<ChangePage> pages) {
        return pages.get(pages.size() - 1);
    }

    static List<RemoteChange> changes(List<ChangePage> pages) {
        return pages.stream().flatMap(page -> page.changes().stream()).toList();
    }

    /** Returns what was said, as far as two answers to one question have to agree. */
    static Set<String> gist(List<ChangePage> pages) {
        return changes(pages).stream()
                .map(change -> change instanceof RemoteChange.Present present
                        ? change.eventId() + " " + Looks.of(present.event())
                        : change.eventId() + " gone or doubtful")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Map<String, Looks> looks(Map<String, Event> events) {
        Map<String, Looks> looks = new TreeMap<>();
        events.forEach((id, event) -> looks.put(id, Looks.of(event)));
        return looks;
    }

    void assertHoldsWhatWasPut(Map<String, Event> told, String when) {
        assertEquals(expected, looks(told), when);
    }

    @Override
    public void close() {
        sessions.forEach(ProviderSession::close);
        standIn.close();
    }

    /** What has to be the same of an event whichever way it went: what it is called and when it takes place. */
    record Looks(String title, Interval span) {
        static Looks of(Event event) {
            return new Looks(event.title(), event.span(ZoneOffset.UTC));
        }
    }
}
