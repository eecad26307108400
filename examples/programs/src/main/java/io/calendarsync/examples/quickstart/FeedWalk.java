package io.calendarsync.examples.quickstart;

import io.calendarsync.Answer;
import io.calendarsync.CalendarSync;
import io.calendarsync.Clash;
import io.calendarsync.Plan;
import io.calendarsync.Slot;
import io.calendarsync.SlotQuery;
import io.calendarsync.Subscriber;
import io.calendarsync.WorkingHours;
import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.IcsFeedProvider;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.AesGcmRecordCipher;
import io.calendarsync.spi.store.InMemorySyncStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/** A feed in five minutes: it is read, edited, broken in four ways and repaired. Confined to one thread. */
final class FeedWalk {

    private static final OwnerId ANNA = new OwnerId("anna");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Interval TUESDAY =
            new Interval(Instant.parse("2027-03-01T23:00:00Z"), Instant.parse("2027-03-02T23:00:00Z"));

    private final Story story;

    /** The library asks nobody else for the time, so a story of days is told in seconds. */
    private Instant now = Instant.parse("2027-02-26T09:00:00Z");

    FeedWalk(Story story) {
        this.story = story;
    }

    /** Tells the story. */
    void tell() throws IOException {
        try (FeedServer server = FeedServer.start();
                CalendarSync sync = build()) {
            say("A feed is served at " + server.address() + "\n");
            CalendarId calendar = sync.connections()
                    .connectFeed(ANNA, server.address(), BERLIN)
                    .calendar()
                    .id();

            say("1. A feed with five events is read for the first time.");
            server.serve(FeedServer.FIVE_EVENTS);
            look(sync, calendar);

            say("\n2. Somebody moves the stand-up by an hour and renames the review.");
            server.serve(FeedServer.FIVE_EVENTS
                    .replace("DTSTART;TZID=Europe/Berlin:20270301T090000", "DTSTART;TZID=Europe/Berlin:20270301T100000")
                    .replace("SUMMARY:Review", "SUMMARY:Review with the customer"));
            look(sync, calendar);
            String edited = server.body();

            say("\n3. The server answers with a sign-in page, then with half the file, then with nothing.");
            server.serve("<!DOCTYPE html><title>Please sign in</title>");
            look(sync, calendar);
            server.serve(edited.substring(0, edited.length() / 2));
            look(sync, calendar);
            server.serve("");
            look(sync, calendar);

            say("\n4. It answers with a calendar that is valid, and empty.");
            server.serve(FeedServer.NO_EVENTS);
            look(sync, calendar);
            Plan plan = sync.agenda().preview(calendar);
            say("   The plan that is held back would delete " + plan.deletions() + " events. We keep them: discard.");
            sync.agenda().discard(plan);
            look(sync, calendar);

            say("\n5. The feed is itself again, without the retreat, which really was called off.");
            server.serve(edited.replaceFirst("(?s)BEGIN:VEVENT\r\nUID:retreat.*?END:VEVENT\r\n", ""));
            look(sync, calendar);

            say("\n6. Anna's private feed joins. What clashes on Tuesday, and when does she have time?");
            CalendarId home = sync.connections()
                    .connectFeed(ANNA, server.privateAddress(), BERLIN)
                    .calendar()
                    .id();
            say("   Not read yet, so: " + free(sync));
            look(sync, home);
            for (Clash clash : sync.agenda().conflicts(ANNA, TUESDAY).items()) {
                say("   DOUBLE BOOKED " + shown(clash.shared()) + ": \""
                        + clash.one().event().title() + "\" and \""
                        + clash.other().event().title() + "\"");
            }
            say("   Free for an hour: " + free(sync));
        }
    }

    /** All there is to embedding the library. Other stores and providers are set in the same places. */
    private CalendarSync build() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return CalendarSync.builder()
                .store(new InMemorySyncStore())
                .cipher(AesGcmRecordCipher.of("k1", key))
                .provider(IcsFeedProvider.builder()
                        .addressPolicy(AddressPolicy.publicOnly().orHosts(Set.of(FeedServer.HOST)))
                        .build())
                .subscriber(Subscriber.named("quickstart", story::receive))
                .clock(() -> now)
                .build();
    }

    /** An hour later: reads the feed and delivers what changed. */
    private void look(CalendarSync sync, CalendarId calendar) {
        now = now.plus(Duration.ofHours(1));
        story.look(sync, calendar);
    }

    /** The slots of Tuesday, or why they are not known. */
    private static String free(CalendarSync sync) {
        sync.agenda().workingHours(ANNA, WorkingHours.in(BERLIN).weekdays("09:00-12:00", "13:00-17:00"));
        Answer<Slot> answer = sync.agenda().slots(SlotQuery.of(ANNA, TUESDAY, Duration.ofHours(1)));
        return answer.isComplete()
                ? answer.items().stream().map(slot -> shown(slot.time())).collect(Collectors.joining(", "))
                : answer.items().size() + " slots, for one calendar is "
                        + answer.unknown().get(0).why();
    }

    private static String shown(Interval time) {
        return LocalTime.ofInstant(time.start(), BERLIN) + "-" + LocalTime.ofInstant(time.end(), BERLIN);
    }

    private void say(String line) {
        story.say(line);
    }
}
