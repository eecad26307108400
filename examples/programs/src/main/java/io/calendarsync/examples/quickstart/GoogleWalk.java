package io.calendarsync.examples.quickstart;

import io.calendarsync.CalendarSync;
import io.calendarsync.ConnectRequest;
import io.calendarsync.ConnectResult;
import io.calendarsync.Connected;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.WatchStatus;
import io.calendarsync.examples.consent.ConsentFlow;
import io.calendarsync.examples.consent.SandboxBrowser;
import io.calendarsync.examples.notify.NotificationServer;
import io.calendarsync.google.GoogleProvider;
import io.calendarsync.model.OwnerId;
import io.calendarsync.sandbox.ChannelView;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.store.AesGcmRecordCipher;
import io.calendarsync.spi.store.InMemorySyncStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** A Google account in five minutes, at a sandbox that behaves as Google does; its clock is the library's. */
final class GoogleWalk implements AutoCloseable {

    private static final OwnerId ANNA = new OwnerId("anna");
    private static final ProviderId GOOGLE = new ProviderId("google");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Story story;
    private final GoogleSandbox google = GoogleSandbox.builder()
            .time(InstantSource.fixed(Instant.parse("2027-03-01T08:00:00Z")))
            .start();
    private final SandboxCalendar calendar = google.user("anna@example.com").primary();
    private final NotificationServer endpoint;
    private final CalendarSync sync;

    GoogleWalk(Story story) throws IOException {
        this.story = story;
        this.endpoint = NotificationServer.bind(0);
        this.sync = build();
        endpoint.serve(sync.notifications());
    }

    /** What there is to embedding Google: a provider with the client of its console, and where notifications come in. */
    private CalendarSync build() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return CalendarSync.builder()
                .store(new InMemorySyncStore())
                .cipher(AesGcmRecordCipher.of("k1", key))
                .provider(GoogleProvider.builder(google.clientId(), google.clientSecret())
                        .rootUrl(google.rootUrl())
                        .authorizationUrl(google.authUrl())
                        .tokenUrl(google.tokenUrl())
                        .revocationUrl(google.revokeUrl())
                        .clock(google.clock())
                        .build())
                .publicUrl(endpoint.address())
                .subscriber(Subscriber.named("quickstart", story::receive))
                .clock(google.clock())
                .build();
    }

    /** Tells the story. */
    void tell() throws IOException, InterruptedException {
        String lunch = calendar.add(event("Lunch with Ben", "2027-03-03T12:00:00", "2027-03-03T13:00:00"));
        String review = calendar.add(event("Review", "2027-03-02T14:00:00", "2027-03-02T15:00:00"));
        calendar.add(event("Dentist", "2027-03-04T08:30:00", "2027-03-04T09:00:00"));

        story.say("\n7. Anna lets the application read her Google calendar, in her browser.");
        SyncedCalendar connected = connect();
        story.look(sync, connected.id());
        sayWatch(connected);

        story.say("\n8. In Google she moves the review. Nobody polls: Google calls.");
        calendar.edit(
                review,
                "{\"start\": {\"dateTime\": \"2027-03-02T16:00:00+01:00\"}, \"end\": {\"dateTime\": \"2027-03-02T17:00:00+01:00\"}}");
        google.pushes().settle(PATIENCE);
        Story.work(sync);

        story.say("\n9. Somebody else calls in Google's name, with a token that is a guess.");
        forge();

        story.say("\n10. An hour later the access token is over.");
        google.clock().advance(Duration.ofMinutes(61));
        long refreshes = google.counters().refreshes();
        story.look(sync, connected.id());
        story.say("   Tokens renewed: " + (google.counters().refreshes() - refreshes));

        story.say("\n11. Six days later the watch is about to end.");
        List<String> before = channels();
        for (int day = 0; day < 6; day++) {
            google.clock().advance(Duration.ofDays(1));
            Story.work(sync);
            google.pushes().settle(PATIENCE);
        }
        sayWatch(connected);
        boolean replaced = channels().stream().noneMatch(before::contains);
        story.say(
                "   " + (replaced ? "New channels are open, those before are stopped." : "The channels are the same."));

        story.say("\n12. Lunch is called off, its push gets lost, and Google forgets how far we had read.");
        google.pushes().dropAll(true);
        calendar.delete(lunch);
        calendar.invalidateSyncTokens();
        story.look(sync, connected.id());
    }

    private SyncedCalendar connect() {
        ConnectResult result = new ConsentFlow(sync.connections(), SandboxBrowser::agree, PATIENCE)
                .run(back -> ConnectRequest.of(ANNA, GOOGLE, back));
        if (result instanceof Connected connected) {
            story.say("   CONNECTED " + connected.connection().label() + " to "
                    + connected.connection().terms().access() + " its calendars");
            return connected.calendar();
        }
        throw new IllegalStateException("the sandbox said no: " + result);
    }

    private void sayWatch(SyncedCalendar connected) {
        for (WatchStatus watch : sync.watches().of(connected.connection())) {
            if (watch.calendar().isPresent()) {
                story.say("   The watch is " + watch.state() + " until "
                        + watch.expires().map(GoogleWalk::day).orElse("nobody knows when"));
            }
        }
    }

    private void forge() throws IOException, InterruptedException {
        long readings = google.counters().calls("events.list");
        HttpRequest push = HttpRequest.newBuilder(URI.create(endpoint.address() + "?provider=google"))
                .POST(BodyPublishers.noBody())
                .header("X-Goog-Channel-ID", channels().get(0))
                .header("X-Goog-Channel-Token", "a-guess")
                .header("X-Goog-Resource-State", "exists")
                .build();
        int status =
                HttpClient.newHttpClient().send(push, BodyHandlers.discarding()).statusCode();
        Story.work(sync);
        story.say("   Answered with " + status + " and nothing else; readings it caused: "
                + (google.counters().calls("events.list") - readings));
    }

    private List<String> channels() {
        return google.pushes().channels().stream().map(ChannelView::id).collect(Collectors.toList());
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static String event(String title, String start, String end) {
        return """
                {"summary": "%s", "start": {"dateTime": "%s", "timeZone": "Europe/Berlin"},
                 "end": {"dateTime": "%s", "timeZone": "Europe/Berlin"}}""".formatted(title, start, end);
    }

    @Override
    public void close() {
        sync.close();
        endpoint.close();
        google.close();
    }
}
