package io.calendarsync.examples.quickstart;

import io.calendarsync.Answer;
import io.calendarsync.CalendarSync;
import io.calendarsync.Clash;
import io.calendarsync.Delivery;
import io.calendarsync.EventChange;
import io.calendarsync.Plan;
import io.calendarsync.ReviewNeeded;
import io.calendarsync.Slot;
import io.calendarsync.SlotQuery;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncReport;
import io.calendarsync.WorkingHours;
import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.IcsFeedProvider;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.AesGcmRecordCipher;
import io.calendarsync.spi.store.InMemorySyncStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The library in five minutes: a feed is read, edited, broken in four ways and repaired. */
@Command(
        name = "quickstart",
        description = "Shows the library on a feed that it serves itself: no arguments, no network.",
        mixinStandardHelpOptions = true)
public final class QuickstartCommand implements Callable<Integer> {

    private static final OwnerId ANNA = new OwnerId("anna");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Interval TUESDAY =
            new Interval(Instant.parse("2027-03-01T23:00:00Z"), Instant.parse("2027-03-02T23:00:00Z"));

    @Spec
    private CommandSpec spec;

    /** The library asks nobody else for the time, so a story of days is told in seconds. */
    private Instant now = Instant.parse("2027-02-26T09:00:00Z");

    /** Tells the story. */
    @Override
    public Integer call() throws IOException {
        try (FeedServer server = FeedServer.start(spec.commandLine().getOut());
                CalendarSync sync = build()) {
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
        say("\nNothing was lost, and nothing was deleted that somebody had not deleted.");
        return 0;
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
                .subscriber(Subscriber.named("quickstart", this::receive))
                .clock(() -> now)
                .build();
    }

    /** Is told of every change at least once; returning acknowledges it. */
    private void receive(Delivery delivery) {
        if (delivery.event() instanceof EventChange change) {
            say("   -> " + change.kind() + " \"" + change.event().title() + "\""
                    + (change.initial() ? " (first reading)" : ""));
            change.fields()
                    .forEach(field -> say("        " + field.field() + ": " + field.before() + " -> " + field.after()));
        } else if (delivery.event() instanceof ReviewNeeded review) {
            say("   -> REVIEW NEEDED: " + review.deletions() + " of " + review.stored() + " events are missing");
        }
    }

    /** An hour later: reads the feed and delivers what changed. A server calls {@code work().start(..)} once instead. */
    private void look(CalendarSync sync, CalendarId calendar) {
        now = now.plus(Duration.ofHours(1));
        SyncReport report = sync.agenda().syncNow(calendar);
        while (sync.work().runDue(100) > 0) {
            // What is delivered may make more work due.
        }
        String trouble = report.trouble().replaceFirst(" \\(provider=.*", "");
        String kept = sync.operations().diagnose(calendar).calendar().events() + " events kept";
        say("   " + report.outcome() + (trouble.isEmpty() ? "" : ": " + trouble) + " [" + kept + "]");
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
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
