package io.calendarsync.benchmarks.feed;

import biweekly.Biweekly;
import biweekly.ICalendar;
import io.calendarsync.benchmarks.Benchmark;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.JmhBenchmark;
import io.calendarsync.benchmarks.Pairing;
import io.calendarsync.ics.FeedLimits;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long it takes to keep a large feed in step: fetched from this machine by HTTP, read, compared and stored, in the
 * store in memory. Peers only read the bytes into their model.
 */
@State(Scope.Benchmark)
public class FeedBenchmark {

    private static final FeedLimits LIMITS = FeedLimits.defaults().withBytes(50_000_000, 50_000_000);

    /** How many events the feed has. */
    @Param("10000")
    public int size;

    private byte[] body;
    private byte[] other;
    private FeedServer server;
    private SyncedFeed changing;
    private SyncedFeed still;
    private FeedServer stillServer;

    /** Returns the benchmark for the command line. */
    public static Benchmark describe() {
        return new JmhBenchmark(
                "feed",
                "a feed of 10,000 events kept in step; peers only parse it",
                FeedBenchmark.class,
                TimeUnit.MILLISECONDS,
                5,
                List.of(
                        Pairing.of("all new", "oursAllNew", "ical4j CalendarBuilder", "ical4j"),
                        Pairing.of("all new", "oursAllNew", "biweekly", "biweekly"),
                        Pairing.of("1 % changed", "oursChanged", "ical4j CalendarBuilder", "ical4j", 0.15),
                        Pairing.of("1 % changed", "oursChanged", "biweekly", "biweekly"),
                        Pairing.of(
                                "unchanged, answered 200", "oursUnchanged", "ical4j CalendarBuilder", "ical4j", 0.02),
                        Pairing.of("unchanged, answered 200", "oursUnchanged", "biweekly", "biweekly")));
    }

    /** Publishes the feed, and sees to it that all contestants read all of it. */
    @Setup
    public void publish() throws IOException, ParserException {
        body = LargeFeed.write(size, 1);
        other = LargeFeed.write(size, 2);
        server = FeedServer.start(body);
        stillServer = FeedServer.start(body);
        changing = new SyncedFeed(server.address(), LIMITS);
        still = new SyncedFeed(stillServer.address(), LIMITS);
        check("ours", changing.sync());
        check("ours", still.sync());
        check("ical4j", ical4j().getComponents("VEVENT").size());
        check("biweekly", biweekly().getEvents().size());
    }

    private void check(String who, int read) {
        if (read != size) {
            throw new BenchmarkFailure(who + " read " + read + " of " + size + " events");
        }
    }

    /** Ends what was started. */
    @TearDown
    public void close() {
        changing.close();
        still.close();
        server.close();
        stillServer.close();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public int oursAllNew() {
        try (SyncedFeed fresh = new SyncedFeed(stillServer.address(), LIMITS)) {
            return fresh.sync();
        }
    }

    @org.openjdk.jmh.annotations.Benchmark
    public int oursChanged() {
        byte[] next = other;
        other = body;
        body = next;
        server.serve(next);
        return changing.sync();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public int oursUnchanged() {
        return still.sync();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Calendar ical4j() throws IOException, ParserException {
        return new CalendarBuilder()
                .build(new BufferedReader(
                        new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)));
    }

    @org.openjdk.jmh.annotations.Benchmark
    public ICalendar biweekly() throws IOException {
        return Biweekly.parse(new ByteArrayInputStream(body)).first();
    }
}
