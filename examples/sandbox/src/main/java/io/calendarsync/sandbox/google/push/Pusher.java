package io.calendarsync.sandbox.google.push;

import io.calendarsync.sandbox.PushRecord;
import io.calendarsync.sandbox.PushRecord.Outcome;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Sends messages, and sends them again where the receiver's answer asks for it. Messages of one channel go one after the
 * other, unless one has to be repeated. Thread-safe.
 */
public final class Pusher implements AutoCloseable {

    private static final Set<Integer> TAKEN = Set.of(102, 200, 201, 202, 204);
    private static final Set<Integer> AGAIN = Set.of(500, 502, 503, 504);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LANES = 4;
    private static final int RECORDS = 100_000;

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final Duration backoff;
    private final int attempts;
    private final List<ScheduledThreadPoolExecutor> lanes;
    private final HttpClient http;
    private final List<PushRecord> records = new ArrayList<>();
    private int underway;

    /** Sends a message at most some times; the pause before the first repetition doubles from one to the next. */
    public Pusher(Duration backoff, int attempts) {
        this.backoff = backoff;
        this.attempts = attempts;
        this.lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> lane("sandbox-push-" + lane))
                .toList();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    private static ScheduledThreadPoolExecutor lane(String name) {
        ScheduledThreadPoolExecutor lane = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        lane.setKeepAliveTime(5, TimeUnit.SECONDS);
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    void send(Message message) {
        synchronized (records) {
            underway++;
        }
        schedule(message, 1, Duration.ZERO);
    }

    void dropped(Message message) {
        synchronized (records) {
            keep(new PushRecord(message.channel().id(), message.number(), message.state(), Outcome.DROPPED, 0, 0));
        }
    }

    /** An attempt accounts for itself: nobody waits for its future. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void schedule(Message message, int attempt, Duration pause) {
        int lane = Math.floorMod(message.channel().id().hashCode(), LANES);
        try {
            lanes.get(lane).schedule(() -> attempt(message, attempt), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            done(message, Outcome.FAILED, attempt - 1, 0);
        }
    }

    private void attempt(Message message, int attempt) {
        int status = 0;
        try {
            status = http.send(request(message), BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            // No answer is no success, and none of the answers that ask for another attempt.
            status = 0;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        if (AGAIN.contains(status) && attempt < attempts) {
            schedule(message, attempt + 1, backoff.multipliedBy(1L << (attempt - 1)));
        } else {
            done(message, TAKEN.contains(status) ? Outcome.DELIVERED : Outcome.FAILED, attempt, status);
        }
    }

    private static HttpRequest request(Message message) {
        Channel channel = message.channel();
        HttpRequest.Builder request = HttpRequest.newBuilder(channel.address())
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("User-Agent", "APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)")
                .header("X-Goog-Channel-ID", channel.id())
                .header(
                        "X-Goog-Channel-Expiration",
                        HTTP_DATE.format(channel.expires().atOffset(ZoneOffset.UTC)))
                .header("X-Goog-Message-Number", Long.toString(message.number()))
                .header("X-Goog-Resource-ID", channel.resourceId())
                .header("X-Goog-Resource-State", message.state())
                .header("X-Goog-Resource-URI", channel.resourceUri().toString());
        channel.token().ifPresent(token -> request.header("X-Goog-Channel-Token", token));
        return request.build();
    }

    private void done(Message message, Outcome outcome, int attempt, int status) {
        synchronized (records) {
            keep(new PushRecord(message.channel().id(), message.number(), message.state(), outcome, attempt, status));
            underway--;
            records.notifyAll();
        }
    }

    private void keep(PushRecord record) {
        if (records.size() < RECORDS) {
            records.add(record);
        }
    }

    /** Returns what became of the messages, the first hundred thousand of them. */
    public List<PushRecord> records() {
        synchronized (records) {
            return List.copyOf(records);
        }
    }

    /** Waits until nothing is underway; returns false if that takes longer than one is willing to wait. */
    public boolean settle(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (records) {
            while (underway > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    records.wait(left);
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    /** Ends the threads; what is underway is given up. */
    @Override
    public void close() {
        lanes.forEach(ScheduledThreadPoolExecutor::shutdownNow);
    }
}
