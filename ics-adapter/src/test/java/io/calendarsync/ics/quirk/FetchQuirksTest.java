package io.calendarsync.ics.quirk;

import static io.calendarsync.ics.quirk.LoopbackFeed.SECRET;
import static io.calendarsync.ics.quirk.LoopbackFeed.START;
import static io.calendarsync.ics.quirk.LoopbackFeed.vevent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.calendarsync.CalendarState;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.EventChange;
import io.calendarsync.InvalidRequest;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.TransientFailure;
import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.FeedRequest;
import io.calendarsync.ics.FeedResponse;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.provider.ProviderSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchQuirksTest {

    private static final String FEED = "BEGIN:VCALENDAR\r\n" + vevent("SUMMARY:A") + "\r\nEND:VCALENDAR\r\n";

    private final LoopbackFeed feed = new LoopbackFeed();
    private final List<FeedRequest> sent = new ArrayList<>();

    @AfterEach
    void close() {
        feed.close();
    }

    private static String[] events(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(i -> vevent("UID:e" + i, "SUMMARY:Event " + i, "DTSTART:202603%02dT090000Z".formatted(i + 1)))
                .toArray(String[]::new);
    }

    private SyncedCalendar state(CalendarId calendar) {
        return feed.lab().sync().operations().diagnose(calendar).calendar();
    }

    /** Answers in place of hosts that no test may reach. */
    private FeedResponse answer(FeedRequest request, int status) {
        sent.add(request);
        return new FeedResponse(status, Map.of(), new ByteArrayInputStream(FEED.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void an_empty_feed_is_legal() {
        assertThat(feed.calendar().read()).isEmpty();
    }

    @Test
    void a_feed_that_is_suddenly_empty_waits_for_the_host() {
        feed.calendar(events(0, 10));
        CalendarId calendar = feed.sync();

        feed.calendar();

        assertThat(feed.poll()).isEmpty();
        assertThat(state(calendar).state()).isEqualTo(CalendarState.REVIEW);
        assertThat(feed.stored(calendar)).hasSize(10);
    }

    @Test
    void the_sudden_loss_of_most_events_waits_until_a_second_fetch_agrees() {
        feed.calendar(events(0, 10));
        CalendarId calendar = feed.sync();

        feed.calendar(events(0, 3));
        List<EventChange> first = feed.poll();
        CalendarState held = state(calendar).state();
        feed.lab().advance(Duration.ofHours(3));

        assertThat(first).isEmpty();
        assertThat(held).isEqualTo(CalendarState.REVIEW);
        assertThat(feed.stored(calendar)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"200", "417", "403", "404", "410", "429", "499", "500", "502", "503"})
    void a_page_of_html_or_an_error_changes_nothing(int status) {
        feed.calendar(events(0, 10));
        CalendarId calendar = feed.sync();

        feed.status(status).bytes("<!DOCTYPE html><html>Sign in</html>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(feed::read).isInstanceOf(CalendarSyncException.class);
        assertThat(feed.poll()).isEmpty();
        assertThat(feed.stored(calendar)).hasSize(10);
        assertThat(state(calendar).trouble()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "webcal://feeds.example/a.ics, https://feeds.example/a.ics",
        "webcals://feeds.example/a.ics, https://feeds.example/a.ics",
        "webcal://feeds.example:80/a.ics, https://feeds.example/a.ics",
        "https://feeds.example:80/a.ics, https://feeds.example/a.ics"
    })
    void webcal_and_https_on_port_80_are_https(URI given, URI asked) {
        feed.with(builder -> builder.transport(request -> answer(request, 200)));

        try (ProviderSession session = feed.open(given)) {
            session.changes("feed", START);
        }

        assertThat(sent)
                .singleElement()
                .satisfies(request -> assertThat(request.address()).isEqualTo(asked));
    }

    @Test
    void credentials_in_the_address_go_into_a_header() {
        feed.with(builder -> builder.transport(request -> answer(request, 200)));

        try (ProviderSession session = feed.open(URI.create("https://me:p%40ss@feeds.example/a.ics"))) {
            session.changes("feed", START);
            assertThat(session.account().toString()).doesNotContain("p@ss", "p%40ss", "me");
        }

        assertThat(sent.get(0).address()).isEqualTo(URI.create("https://feeds.example/a.ics"));
        assertThat(sent.get(0).headers()).containsEntry("Authorization", "Basic bWU6cEBzcw==");
    }

    @Test
    void the_secret_in_an_address_appears_nowhere() {
        feed.status(500);

        CalendarSyncException fault = catchThrowableOfType(CalendarSyncException.class, feed::read);

        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(SECRET);
        }
        try (ProviderSession session = feed.open()) {
            assertThat(session.account().toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void gzip_is_asked_for_and_decoded() {
        feed.headers(Map.of("Content-Encoding", "gzip")).bytes(gzip(FEED.getBytes(StandardCharsets.UTF_8)));

        assertThat(feed.readOne().details().title()).isEqualTo("A");
        assertThat(feed.requests().get(0).getFirst("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void gzip_that_expands_beyond_all_measure_is_refused() {
        feed.with(builder -> builder.limits(FeedLimits.defaults().withBytes(100_000, 1_000_000)))
                .headers(Map.of("Content-Encoding", "gzip"))
                .bytes(gzip(new byte[50_000_000]));

        assertThatThrownBy(feed::read).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void validators_are_sent_back_and_a_304_costs_nothing() {
        feed.headers(Map.of("ETag", "\"v1\"", "Last-Modified", "Sun, 01 Mar 2026 00:00:00 GMT"))
                .calendar(events(0, 3));
        CalendarId calendar = feed.sync();

        feed.status(304);
        List<EventChange> told = feed.poll();

        assertThat(told).isEmpty();
        assertThat(feed.requests()).last().satisfies(headers -> {
            assertThat(headers.getFirst("If-None-Match")).isEqualTo("\"v1\"");
            assertThat(headers.getFirst("If-Modified-Since")).isEqualTo("Sun, 01 Mar 2026 00:00:00 GMT");
        });
        assertThat(state(calendar).trouble()).isEmpty();
    }

    @Test
    void an_unchanged_body_without_validators_is_known_again() {
        feed.calendar(events(0, 3));
        feed.sync();

        assertThat(feed.poll()).isEmpty();
        assertThat(feed.requests()).hasSizeGreaterThan(1);
        assertThat(feed.requests())
                .last()
                .satisfies(headers -> assertThat(headers).doesNotContainKey("If-none-match"));
    }

    @ParameterizedTest
    @CsvSource({"outlook.office365.com, Mozilla/5.0", "outlook.live.com, Mozilla/5.0", "feeds.example, CalendarSync/"})
    void outlook_is_asked_as_a_browser_would(String host, String agent) {
        feed.with(builder -> builder.transport(request -> answer(request, 200)));

        try (ProviderSession session = feed.open(URI.create("https://" + host + "/a.ics"))) {
            session.changes("feed", START);
        }

        assertThat(sent.get(0).headers().get("User-Agent")).startsWith(agent);
    }

    @Test
    void the_host_may_say_what_to_call_itself() {
        feed.with(builder -> builder.userAgent("Example/1")).calendar(events(0, 1));

        feed.read();

        assertThat(feed.requests().get(0).getFirst("User-Agent")).isEqualTo("Example/1");
    }

    @Test
    void a_500_of_outlook_is_tried_again() {
        feed.with(builder -> builder.transport(request -> answer(request, 500)));

        try (ProviderSession session = feed.open(URI.create("https://outlook.office365.com/a.ics"))) {
            assertThatThrownBy(() -> session.changes("feed", START))
                    .isInstanceOf(ProviderUnavailable.class)
                    .isInstanceOf(TransientFailure.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "Sun, 01 Mar 2026 12:02:00 GMT"})
    void googles_429_is_heeded_for_as_long_as_it_says(String retryAfter) {
        feed.status(429).headers(Map.of("Retry-After", retryAfter));

        RateLimited fault = catchThrowableOfType(RateLimited.class, feed::read);

        assertThat(fault.source().retryAfter()).contains(Duration.ofMinutes(2));
    }

    @Test
    void one_host_is_asked_no_more_often_than_agreed_and_nothing_is_lost() {
        feed.with(builder -> builder.pace(2, Duration.ofHours(3))).calendar(events(0, 1));
        CalendarId calendar = feed.sync();
        for (int i = 2; i < 6; i++) {
            feed.calendar(events(0, i));
            feed.lab().advance(Duration.ofHours(1));
        }
        int asked = feed.requests().size();

        feed.lab().advance(Duration.ofHours(12));

        assertThat(asked).isBetween(2, 5);
        assertThat(feed.stored(calendar)).hasSize(5);
    }

    @Test
    void what_a_publisher_has_not_renewed_yet_shows_by_its_as_of_time() {
        feed.calendar(events(0, 1));
        CalendarId calendar = feed.sync();
        Instant first = state(calendar).asOf().orElseThrow();
        feed.poll();
        Instant second = state(calendar).asOf().orElseThrow();
        feed.status(503);
        feed.poll();

        assertThat(second).isAfter(first);
        assertThat(state(calendar).asOf()).contains(second);
    }
}
