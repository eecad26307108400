package io.calendarsync.examples.feed;

import io.calendarsync.Agenda;
import io.calendarsync.CalendarSync;
import io.calendarsync.Connected;
import io.calendarsync.Page;
import io.calendarsync.Retention;
import io.calendarsync.SyncReport;
import io.calendarsync.examples.Printable;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.report.Summary;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.OwnerId;
import io.calendarsync.recurrence.Series;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.store.AesGcmRecordCipher;
import io.calendarsync.spi.store.InMemorySyncStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Feeds as the calendars of one owner, in memory, for as long as a command runs. Confined to one thread. */
final class Diary implements AutoCloseable {

    static final OwnerId OWNER = new OwnerId("user");

    /** What a feed says is asked about, however long ago it was. */
    private static final Duration FOREVER = Duration.ofDays(1_000_000);

    private static final int MOST_TURNS = 1000;
    private static final int KEY_BYTES = 32;
    private static final int EVENTS_A_PAGE = 500;

    private final CalendarSync sync;
    private final Map<CalendarId, String> names = new LinkedHashMap<>();

    Diary(CalendarProvider provider) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Retention standard = Retention.standard();
        this.sync = CalendarSync.builder()
                .store(new InMemorySyncStore())
                .cipher(AesGcmRecordCipher.of("memory", key))
                .provider(provider)
                .retention(new Retention(FOREVER, standard.log(), standard.absentSubscriber(), standard.audit()))
                .build();
    }

    /** Reads a feed to its end; where that fails its calendar stays, and is not known. */
    void read(Source source, ZoneId zone) {
        Connected connected = sync.connections().connectFeed(OWNER, source.address(), zone);
        CalendarId id = connected.calendar().id();
        String name = Printable.line(connected.connection().label()) + "#"
                + source.digest().substring(0, 8);
        names.put(id, name);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            SyncReport report = sync.agenda().syncNow(id);
            if (report.outcome() == SyncReport.Outcome.DONE) {
                return;
            }
            if (report.outcome() != SyncReport.Outcome.MORE) {
                throw Refusal.unreadable(name + ": " + Refusal.withoutIds(report.trouble()));
            }
        }
        throw Refusal.unreadable(name + " does not come to an end");
    }

    /** Counts what was read, and what of it was not understood. */
    void count(Summary summary) {
        names.forEach((calendar, name) -> {
            Optional<String> after = Optional.empty();
            do {
                Page<Event> page = sync.agenda().events(calendar, after, EVENTS_A_PAGE);
                page.items().forEach(event -> {
                    summary.count("events", 1);
                    summary.event(
                            name, event, event.isSeries() ? Series.of(event).degradations() : List.of());
                });
                after = page.next();
            } while (after.isPresent());
        });
    }

    Agenda agenda() {
        return sync.agenda();
    }

    /** Returns what to call a calendar: the host or file of its feed, and a part of its digest. */
    String name(CalendarId calendar) {
        return names.getOrDefault(calendar, "feed");
    }

    @Override
    public void close() {
        sync.close();
    }
}
