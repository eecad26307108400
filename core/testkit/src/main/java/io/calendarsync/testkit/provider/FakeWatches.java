package io.calendarsync.testkit.provider;

import io.calendarsync.NotificationRequest;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The watch channels of a {@link FakeCalendars}. A channel tells first that it stands, then of every edit until it ends
 * or is stopped; what it tells waits in {@link FakeCalendars#takeNotices}. An id is good for one channel, ever.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class FakeWatches {

    private final FakeCalendars server;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> stopped = new HashSet<>();
    private final Set<String> unwatchable = new HashSet<>();
    private Duration longest = Duration.ofDays(7);
    private boolean lasting;
    private boolean silent;

    private record Open(String watched, String secret, String rawQuery, Instant expires) {}

    FakeWatches(FakeCalendars server) {
        this.server = server;
    }

    /**
     * Sets how long channels granted from now on last at most.
     *
     * @param life positive
     * @return these watches
     */
    public FakeWatches longest(Duration life) {
        return locked(() -> longest = life);
    }

    /**
     * Sets whether channels can be made to last longer.
     *
     * @param can whether they can
     * @return these watches
     */
    public FakeWatches extending(boolean can) {
        return locked(() -> lasting = can);
    }

    /**
     * Sets whether channels stand and tell nothing.
     *
     * @param nothing whether they are silent
     * @return these watches
     */
    public FakeWatches silent(boolean nothing) {
        return locked(() -> silent = nothing);
    }

    /**
     * Grants no channel for a calendar any more.
     *
     * @param calendar its id
     * @return these watches
     */
    public FakeWatches refuse(String calendar) {
        return locked(() -> unwatchable.add(calendar));
    }

    /**
     * {@return how many channels of a calendar stand}
     *
     * @param calendar its id, empty for the lists of calendars
     */
    public int standing(String calendar) {
        synchronized (server.lock()) {
            Instant now = server.clock().instant();
            return (int) open.values().stream()
                    .filter(channel -> channel.watched().equals(calendar))
                    .filter(channel -> channel.expires().isAfter(now))
                    .count();
        }
    }

    /**
     * {@return whether a channel stands}
     *
     * @param channel its id
     */
    public boolean stands(String channel) {
        synchronized (server.lock()) {
            return Optional.ofNullable(open.get(channel))
                    .filter(known -> known.expires().isAfter(server.clock().instant()))
                    .isPresent();
        }
    }

    /**
     * {@return whether somebody had a channel stopped}
     *
     * @param channel its id
     */
    public boolean wasStopped(String channel) {
        synchronized (server.lock()) {
            return stopped.contains(channel);
        }
    }

    /** {@return the ids of all channels that were not stopped} */
    public List<String> channels() {
        synchronized (server.lock()) {
            return List.copyOf(open.keySet());
        }
    }

    /**
     * {@return a notice as a channel sends it for an edit}
     *
     * @param channel one of {@link #channels}
     */
    public Optional<NotificationRequest> genuine(String channel) {
        synchronized (server.lock()) {
            return Optional.ofNullable(open.get(channel))
                    .map(known -> notice(channel, known, PushDialect.Kind.CHANGED));
        }
    }

    /** Ends all channels without a word. */
    public void dropAll() {
        locked(open::clear);
    }

    /** Opens a channel that nobody asked for through a session, and that never ends. */
    void begin(String channel, String secret, String calendar) {
        locked(() -> open.put(channel, new Open(calendar, secret, "", Instant.MAX)));
    }

    WatchAnswer watch(String watched, WatchRequest request) {
        synchronized (server.lock()) {
            if (unwatchable.contains(watched)) {
                return new WatchAnswer.Unwatchable("changes of this calendar are not told");
            }
            if (!used.add(request.channel())) {
                throw Refusal.of(400, "The channel id was used before");
            }
            Duration life = request.life().compareTo(longest) < 0 ? request.life() : longest;
            Instant expires = server.clock().instant().plus(life);
            open.put(
                    request.channel(),
                    new Open(watched, request.secret(), request.address().getRawQuery(), expires));
            tell(request.channel(), PushDialect.Kind.OPENED);
            return new WatchAnswer.Granted(new WatchChannel(request.channel(), resource(watched), expires));
        }
    }

    WatchAnswer extend(WatchRequest request, WatchChannel channel) {
        synchronized (server.lock()) {
            if (!lasting) {
                return new WatchAnswer.Unwatchable("channels end when they end");
            }
            Open known = open.get(channel.id());
            if (known == null) {
                throw Refusal.of(404, "There is no such channel");
            }
            Duration life = request.life().compareTo(longest) < 0 ? request.life() : longest;
            Instant expires = server.clock().instant().plus(life);
            open.put(channel.id(), new Open(known.watched(), known.secret(), known.rawQuery(), expires));
            return new WatchAnswer.Granted(new WatchChannel(channel.id(), channel.resource(), expires));
        }
    }

    void stop(String channel) {
        locked(() -> {
            open.remove(channel);
            stopped.add(channel);
        });
    }

    void edited(String watched) {
        synchronized (server.lock()) {
            List<String> told = new ArrayList<>();
            open.forEach((channel, known) -> {
                if (known.watched().equals(watched)) {
                    told.add(channel);
                }
            });
            told.forEach(channel -> tell(channel, PushDialect.Kind.CHANGED));
        }
    }

    private void tell(String channel, PushDialect.Kind kind) {
        Open known = open.get(channel);
        if (known == null || silent || !known.expires().isAfter(server.clock().instant())) {
            return;
        }
        server.notify(notice(channel, known, kind));
    }

    private static NotificationRequest notice(String channel, Open known, PushDialect.Kind kind) {
        if (known.expires().equals(Instant.MAX)) {
            return FakePush.notice(channel, known.secret());
        }
        NotificationRequest notice = FakePush.notice(new PushDialect.Notice(
                channel, known.secret(), kind, resource(known.watched()), Optional.of(known.expires())));
        return new NotificationRequest(
                notice.method(), notice.path(), known.rawQuery(), notice.headers(), notice.body());
    }

    private static String resource(String watched) {
        return "resource-" + watched;
    }

    FakeWatches copy(FakeCalendars otherServer) {
        FakeWatches copy = new FakeWatches(otherServer);
        copy.open.putAll(open);
        copy.used.addAll(used);
        copy.stopped.addAll(stopped);
        copy.unwatchable.addAll(unwatchable);
        copy.longest = longest;
        copy.lasting = lasting;
        copy.silent = silent;
        return copy;
    }

    private FakeWatches locked(Runnable change) {
        synchronized (server.lock()) {
            change.run();
            return this;
        }
    }
}
